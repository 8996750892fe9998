namespace ClaimInsights.Models;

/// <summary>A scored claim with what its score rests on.</summary>
/// <param name="Row">Its row of the insight table.</param>
/// <param name="Features">Its features, with what is known of defects now.</param>
/// <param name="Ticket">Its ticket in the draw of the queue; 0–1.</param>
internal sealed record RatedClaim(Suspicion Row, ClaimFeatures Features, double Ticket)
{
    /// <summary>The most suspicious first; of equals by id.</summary>
    public static IComparer<RatedClaim> ByRank { get; } = Comparer<RatedClaim>.Create((one, other) =>
        other.Row.Score.CompareTo(one.Row.Score) is not 0 and var order ? order : string.CompareOrdinal(one.Row.ClaimId, other.Row.ClaimId));
}
