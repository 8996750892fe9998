namespace ClaimInsights.Models;

/// <summary>What helps the reviewer of a queued claim: what is suspected, like claims that were reviewed, and what would clear it.</summary>
/// <param name="ClaimId">The queued claim.</param>
/// <param name="LikeliestCause">The cause of damage that explains it best: water, impact, modification, fluid, neglect or rolled_back.</param>
/// <param name="CauseShare">That cause's share among the causes; 0–1.</param>
/// <param name="NearestConfirmed">The reviewed claim most like it that was found owner_caused; null: none.</param>
/// <param name="NearestCleared">The one that was not; null: none.</param>
/// <param name="MissingEvidence">What would clear it if it were brought: photos, old_part, fault_codes, maintenance_record; joined by <c>;</c>, empty: all is there.</param>
/// <param name="ScoreIfBrought">The score if all of that were brought and in order; 0–1.</param>
public sealed record ReviewAid(
    string ClaimId,
    string LikeliestCause,
    double CauseShare,
    string? NearestConfirmed,
    string? NearestCleared,
    string MissingEvidence,
    double ScoreIfBrought)
{
    /// <summary>So many photos leave nothing to ask for.</summary>
    private const int EnoughPhotos = 3;

    /// <summary>The aids of every queued claim, by rank.</summary>
    /// <param name="scored">Scored claims.</param>
    /// <param name="model">The model that scored.</param>
    public static IReadOnlyList<ReviewAid> Of(ScoredClaims scored, SuspicionModel model)
    {
        ArgumentNullException.ThrowIfNull(scored);
        ArgumentNullException.ThrowIfNull(model);
        var reviewed = scored.Reviewed.Where(row => row.Claim.IsOwnerCaused is not null).OrderBy(row => row.Claim.ClaimId, StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(row => (row.Claim, Added: model.OfRules(row))).ToList();
        List<ClaimFeatures> asIs = [.. scored.Queued.Select(one => one.Features)];
        List<ClaimFeatures> ifBrought = [.. asIs.Select(Brought)];
        double[] now = [.. model.LogOdds(asIs)], then = [.. model.LogOdds(ifBrought)];
        return
        [
            .. scored.Queued.Select((one, i) =>
            {
                var row = one.Row;
                var added = model.OfRules(asIs[i]);
                var (cause, share) = model.LikeliestCause(asIs[i]);
                var logOdds = Math.Log(row.Score / (1 - row.Score)) + Math.Min(0, then[i] - now[i]);
                return new ReviewAid(
                    row.ClaimId, cause == RuleCause.RolledBack ? "rolled_back" : cause.ToString().ToLowerInvariant(), share,
                    Nearest(reviewed.Where(one => one.Claim.IsOwnerCaused == true), added), Nearest(reviewed.Where(one => one.Claim.IsOwnerCaused == false), added),
                    string.Join(';', Missing(asIs[i].Claim)), PriorLogistic.Logistic(logOdds));
            }),
        ];
    }

    /// <summary>The claim of which the rules say most nearly the same: the least sum of absolute differences of what they add.</summary>
    private static string? Nearest(IEnumerable<(ReviewableClaim Claim, double[] Added)> reviewed, double[] added)
    {
        var (nearest, least) = ((string?)null, double.PositiveInfinity);
        foreach (var (claim, other) in reviewed)
        {
            double distance = 0;
            for (var k = 0; k < added.Length && distance < least; k++)
            {
                distance += Math.Abs(added[k] - other[k]);
            }

            if (distance < least)
            {
                (nearest, least) = (claim.ClaimId, distance);
            }
        }

        return nearest;
    }

    private static IEnumerable<string> Missing(ReviewableClaim claim)
    {
        (string Name, bool IsMissing)[] evidence =
        [
            ("photos", claim.Photos < EnoughPhotos), ("old_part", claim.OldPartReturned == false),
            ("fault_codes", claim.FaultCodesRead == false), ("maintenance_record", claim.MaintenanceRecord == false),
        ];
        return evidence.Where(one => one.IsMissing).Select(one => one.Name);
    }

    private static ClaimFeatures Brought(ClaimFeatures row) => row with
    {
        Claim = row.Claim with
        {
            Photos = row.Claim.Photos < EnoughPhotos ? EnoughPhotos : row.Claim.Photos,
            OldPartReturned = row.Claim.OldPartReturned is null ? null : true,
            FaultCodesRead = row.Claim.FaultCodesRead is null ? null : true,
            MaintenanceRecord = row.Claim.MaintenanceRecord is null ? null : true,
        },
    };
}
