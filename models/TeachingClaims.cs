namespace ClaimInsights.Models;

/// <summary>What a model learns from: every reviewed claim, and of all claims as many as can be held.</summary>
/// <param name="Reviewed">Every claim with a finding, by claim id.</param>
/// <param name="Known">All claims, reviewed or not, by claim id; of more than <see cref="MostKnown"/> so many drawn at random, each with the same chance.</param>
/// <param name="IsWhole">Whether all are known.</param>
public sealed record TeachingClaims(IReadOnlyList<ClaimFeatures> Reviewed, IReadOnlyList<ClaimFeatures> Known, bool IsWhole)
{
    /// <summary>A share of .05 among so many has a standard error of .0005.</summary>
    public const int MostKnown = 200_000;

    /// <summary>Reads the claims, a part at a time; their order does not matter, and the draw depends on their ids alone.</summary>
    /// <param name="features">Every reviewable claim, reviewed or not.</param>
    /// <param name="most">So many are known at most.</param>
    public static TeachingClaims Of(IEnumerable<IReadOnlyList<ClaimFeatures>> features, int most = MostKnown)
    {
        ArgumentNullException.ThrowIfNull(features);
        List<ClaimFeatures> reviewed = [];
        List<(double Ticket, ClaimFeatures Row)> drawn = [];
        long offered = 0;
        foreach (var part in features)
        {
            offered += part.Count;
            reviewed.AddRange(part.Where(row => row.Claim.Finding is not null));
            drawn.AddRange(part.AsParallel().AsOrdered().Select(row => (Lottery.Ticket(0, row.Claim.ClaimId, 0), row)));
            if (drawn.Count > 2L * most)
            {
                Keep(drawn, most);
            }
        }

        Keep(drawn, most);
        return new(Ordered(reviewed), Ordered(drawn.ConvertAll(one => one.Row)), drawn.Count == offered);
    }

    /// <summary>Those with the lowest tickets stay.</summary>
    private static void Keep(List<(double Ticket, ClaimFeatures Row)> drawn, int most)
    {
        if (drawn.Count > most)
        {
            drawn.Sort((one, other) => one.Ticket.CompareTo(other.Ticket) is not 0 and var order ? order : string.CompareOrdinal(one.Row.Claim.ClaimId, other.Row.Claim.ClaimId));
            drawn.RemoveRange(most, drawn.Count - most);
        }
    }

    private static List<ClaimFeatures> Ordered(List<ClaimFeatures> rows)
    {
        rows.Sort((one, other) => string.CompareOrdinal(one.Claim.ClaimId, other.Claim.ClaimId));
        return rows;
    }
}
