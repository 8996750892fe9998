namespace ClaimInsights.Analysis.Statistics;

/// <summary>Whether scores can be read as probabilities: of a hundred items at .3, thirty should be relevant.</summary>
public static class RankingCalibration
{
    private const double Smallest = 1e-15;

    /// <summary>Mean squared difference of score and outcome (Brier 1950), 0…1, the smaller the better; NaN for no item.</summary>
    /// <param name="scores">Probabilities, 0…1.</param>
    /// <param name="relevant">Whether each item is relevant.</param>
    /// <param name="weights">At least 0; null counts each item once.</param>
    /// <exception cref="ArgumentException">Different lengths, or a score outside 0…1.</exception>
    public static double Brier(IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights = null) =>
        Mean(scores, relevant, weights, (score, isRelevant) => Math.Pow(score - (isRelevant ? 1 : 0), 2));

    /// <summary>
    /// Mean −ln of the probability given to what came, in nats (not bits), at least 0; NaN for no item. Scores are kept
    /// 1e−15 away from 0 and 1, where a single miss would be infinite.
    /// </summary>
    /// <inheritdoc cref="Brier"/>
    public static double LogLoss(IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights = null) =>
        Mean(scores, relevant, weights, (score, isRelevant) =>
        {
            var inside = Math.Clamp(score, Smallest, 1 - Smallest);
            return isRelevant ? -Math.Log(inside) : -Logarithm.OfOnePlus(-inside);
        });

    /// <summary>
    /// Items in bins of equal count (within one), lowest scores first. Items of equal score that a bin's edge divides
    /// enter both bins with their common share.
    /// </summary>
    /// <param name="scores">Probabilities, 0…1.</param>
    /// <param name="relevant">Whether each item is relevant.</param>
    /// <param name="bins">At least 1; fewer come out where there are fewer items.</param>
    /// <param name="weights">At least 0; null counts each item once.</param>
    /// <exception cref="ArgumentException">Different lengths, a score outside 0…1, or no bin.</exception>
    public static IReadOnlyList<CalibrationBin> Bins(
        IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, int bins = 10, IReadOnlyList<double>? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        AreProbabilities(scores);
        var items = RankedItems.Of(scores, relevant, weights);
        int Edge(int bin) => items.Count - (int)((long)items.Count * bin / bins);
        return [.. Enumerable.Range(0, bins)
            .Select(bin => items.Slice(Edge(bin + 1), Edge(bin)).ToArray())
            .Where(groups => groups.Length > 0)
            .Select(Bin)];
    }

    /// <summary>
    /// Expected calibration error: mean |observed − predicted| over the bins of <see cref="Bins"/>, weighted; 0…1. A
    /// constant score at the right level has none, so look at <see cref="ExpectedOverObserved"/> too. NaN for no item.
    /// </summary>
    /// <inheritdoc cref="Bins"/>
    public static double ExpectedError(
        IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, int bins = 10, IReadOnlyList<double>? weights = null)
    {
        var parts = Bins(scores, relevant, bins, weights);
        return parts.Sum(bin => bin.Weight == 0 ? 0 : bin.Weight * Math.Abs(bin.Observed - bin.Predicted)) / parts.Sum(bin => bin.Weight);
    }

    /// <summary>
    /// Relevant items promised by the scores ÷ relevant items found, among the <paramref name="top"/> first; 1 is right,
    /// above 1 promises too much, infinite where none was found; NaN for no item.
    /// </summary>
    /// <param name="scores">Probabilities, 0…1.</param>
    /// <param name="relevant">Whether each item is relevant.</param>
    /// <param name="top">Items that can be looked at, at least 0.</param>
    /// <param name="weights">At least 0; null counts each item once.</param>
    /// <exception cref="ArgumentException">Different lengths, a score outside 0…1, or a negative top.</exception>
    public static double ExpectedOverObserved(
        IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, int top, IReadOnlyList<double>? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        AreProbabilities(scores);
        var first = RankedItems.Of(scores, relevant, weights).Top(top).ToArray();
        return first.Sum(group => group.Score * group.Weight) / first.Sum(group => group.Positive);
    }

    private static CalibrationBin Bin(RankedItems.Group[] groups)
    {
        var weight = groups.Sum(group => group.Weight);
        return new(
            groups.Sum(group => group.Count),
            weight,
            groups.Sum(group => group.Weight * group.Score) / weight,
            groups.Sum(group => group.Positive) / weight);
    }

    private static double Mean(
        IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights, Func<double, bool, double> loss)
    {
        AreProbabilities(scores);
        var groups = RankedItems.Of(scores, relevant, weights).Groups;
        var sum = groups.Sum(group =>
            (group.Positive == 0 ? 0 : group.Positive * loss(group.Score, true))
            + (group.Weight == group.Positive ? 0 : (group.Weight - group.Positive) * loss(group.Score, false)));
        return sum / groups.Sum(group => group.Weight);
    }

    private static void AreProbabilities(IReadOnlyList<double> scores)
    {
        foreach (var score in scores)
        {
            Require.Unit(score, nameof(scores));
        }
    }
}
