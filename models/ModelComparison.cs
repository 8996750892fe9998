namespace ClaimInsights.Models;

/// <summary>A new model beside the one in use, on the same later verdicts, of which neither was taught.</summary>
/// <param name="InUse">The model in use; <c>rules</c>: the written rules.</param>
/// <param name="Verdicts">Later verdicts that both were judged on.</param>
/// <param name="OwnerCaused">Of them found owner_caused.</param>
/// <param name="AveragePrecision">Of the new model; null: fewer than <see cref="Fewest"/> verdicts, or of one kind.</param>
/// <param name="AveragePrecisionInUse">Of the one in use.</param>
/// <param name="Ranking">Difference in average precision, above 0: the new one is better.</param>
/// <param name="Probability">Difference in mean log-loss, below 0: the new one is better; null: one of them gives no probability.</param>
/// <param name="IsWorse">The interval of one of the differences lies wholly on the worse side.</param>
public sealed record ModelComparison(
    string InUse,
    int Verdicts,
    int OwnerCaused,
    double? AveragePrecision,
    double? AveragePrecisionInUse,
    PairedDifference? Ranking,
    PairedDifference? Probability,
    bool IsWorse)
{
    /// <summary>Fewest verdicts on which two models are compared.</summary>
    public const int Fewest = 20;

    /// <summary>Compares on the verdicts on claims decided after the last day that either model was taught of.</summary>
    /// <param name="fresh">The new model.</param>
    /// <param name="inUse">The one in use.</param>
    /// <param name="reviewed">Every reviewed claim at least; their order does not matter.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static ModelComparison Of(SuspicionModel fresh, SuspicionModel inUse, IReadOnlyList<ClaimFeatures> reviewed, int seed)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        ArgumentNullException.ThrowIfNull(inUse);
        ArgumentNullException.ThrowIfNull(reviewed);
        var from = new[] { fresh.Card.CalibratedTo, inUse.Card.CalibratedTo }.Max();
        var later = reviewed.Where(row => row.Claim.IsOwnerCaused is not null && (from is null || row.Claim.DecidedOn > from))
            .OrderBy(row => row.Claim.ClaimId, StringComparer.Ordinal).ToList();
        var positives = TimeSplit.Positives(later);
        if (later.Count < Fewest || positives == 0 || positives == later.Count)
        {
            return new(inUse.Card.ModelId, later.Count, positives, null, null, null, null, IsWorse: false);
        }

        bool[] found = [.. later.Select(row => row.Claim.IsOwnerCaused == true)];
        double[] ours = [.. fresh.LogOdds(later)], theirs = [.. inUse.LogOdds(later)];
        string[] groups = [.. later.Select(row => row.Claim.Vin ?? row.Claim.ClaimId)];
        var ranking = PairedDifference.Of(groups, seed, weights =>
            Analysis.Statistics.Ranking.AveragePrecision(ours, found, weights) - Analysis.Statistics.Ranking.AveragePrecision(theirs, found, weights));
        double[] losses = [.. later.Select((_, i) => Loss(ours[i], found[i]) - Loss(theirs[i], found[i]))];
        var probability = !fresh.Card.Calibrated || !inUse.Card.Calibrated ? null
            : PairedDifference.Of(groups, seed, weights => weights.Zip(losses, (weight, loss) => weight * loss).Sum() / weights.Sum());
        return new(
            inUse.Card.ModelId, later.Count, positives,
            Analysis.Statistics.Ranking.AveragePrecision(ours, found), Analysis.Statistics.Ranking.AveragePrecision(theirs, found),
            ranking, probability, IsWorse: ranking?.High < 0 || probability?.Low > 0);
    }

    /// <summary>−ln of the probability given to what was found.</summary>
    private static double Loss(double logOdds, bool found) => Math.Log(1 + Math.Exp(found ? -logOdds : logOdds));
}
