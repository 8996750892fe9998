namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// How well scores put the relevant items first. The higher the score, the earlier the rank; items of equal score share
/// their place, so that no result depends on the order of the arguments. Weights (inverse probabilities of selection,
/// money) count an item several times; null counts each once.
/// </summary>
public static class Ranking
{
    /// <summary>
    /// The probability that a relevant item has a higher score than another, ties one half (Mann-Whitney U/mn; Hanley &amp;
    /// McNeil 1982). ½ for a ranking by chance; NaN unless both kinds occur.
    /// </summary>
    /// <param name="scores">Any numbers, without NaN.</param>
    /// <param name="relevant">Whether each item is relevant.</param>
    /// <param name="weights">At least 0, or null.</param>
    /// <exception cref="ArgumentException">Different lengths, or a score that is NaN.</exception>
    public static double RocAuc(IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights = null)
    {
        var items = RankedItems.Of(scores, relevant, weights);
        double wins = 0, above = 0;
        foreach (var group in items.Groups)
        {
            wins += (group.Weight - group.Positive) * (above + (group.Positive / 2));
            above += group.Positive;
        }

        return wins / (items.Positive * (items.Weight - items.Positive));
    }

    /// <summary>
    /// Average precision Σ (R_n − R_{n−1}) P_n over the distinct scores, without interpolation (as scikit-learn). About the
    /// share of relevant items for a ranking by chance; NaN without any.
    /// </summary>
    /// <inheritdoc cref="RocAuc"/>
    public static double AveragePrecision(IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights = null)
    {
        var items = RankedItems.Of(scores, relevant, weights);
        double sum = 0, weight = 0, positive = 0;
        foreach (var group in items.Groups)
        {
            weight += group.Weight;
            positive += group.Positive;
            sum += group.Positive == 0 ? 0 : group.Positive * (positive / weight);
        }

        return sum / positive;
    }

    /// <summary>Share of relevant items among the <paramref name="top"/> first, or among all if there are fewer; NaN for none.</summary>
    /// <param name="scores">Any numbers, without NaN.</param>
    /// <param name="relevant">Whether each item is relevant.</param>
    /// <param name="top">Items that can be looked at, at least 0.</param>
    /// <param name="weights">At least 0, or null.</param>
    /// <exception cref="ArgumentException">Different lengths, a score that is NaN, or a negative top.</exception>
    public static double PrecisionAt(
        IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, int top, IReadOnlyList<double>? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var first = RankedItems.Of(scores, relevant, weights).Top(top).ToArray();
        return first.Sum(group => group.Positive) / first.Sum(group => group.Weight);
    }

    /// <summary>
    /// Share of all relevant items that lie among the <paramref name="top"/> first; weighted with their amounts, the
    /// recall by money. NaN without any relevant item.
    /// </summary>
    /// <inheritdoc cref="PrecisionAt"/>
    public static double RecallAt(
        IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, int top, IReadOnlyList<double>? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var items = RankedItems.Of(scores, relevant, weights);
        return items.Top(top).Sum(group => group.Positive) / items.Positive;
    }
}
