using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Are like claims decided alike? One row for all pairs of near-identical claims closed in the months that are scored, then one per part, the most
/// pairs that were decided differently first. No claim is in two pairs. An insight table: the parameters are its columns.
/// </summary>
/// <param name="CausalPart">The part; empty: all parts.</param>
/// <param name="Pairs">Pairs of near-identical claims; at least 1.</param>
/// <param name="Alike">Of them decided alike: both rejected, or neither.</param>
/// <param name="Share">Alike ÷ pairs; 0–1.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper limit.</param>
public sealed record Consistency(string CausalPart, long Pairs, long Alike, double Share, double ShareLow, double ShareHigh)
{
    /// <summary>Judges the pairs of each part and of all; none where there is no pair.</summary>
    public static IReadOnlyList<Consistency> Of(IReadOnlyList<LikePairCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Count == 0
            ? []
            :
            [
                Row("", counts.Sum(count => count.Pairs), counts.Sum(count => count.Alike)),
                .. counts.OrderByDescending(count => count.Pairs - count.Alike).ThenByDescending(count => count.Pairs)
                    .ThenBy(count => count.CausalPart, StringComparer.Ordinal).Select(count => Row(count.CausalPart, count.Pairs, count.Alike)),
            ];
    }

    private static Consistency Row(string part, long pairs, long alike)
    {
        var share = ShareInterval.Wilson(alike, pairs);
        return new(part, pairs, alike, share.Share, share.Low, share.High);
    }
}
