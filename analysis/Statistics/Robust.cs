namespace ClaimInsights.Analysis.Statistics;

/// <summary>Location and spread that a few absurd values cannot move.</summary>
public static class Robust
{
    private const double NormalQuartile = 0.6745;

    /// <summary>The middle value, or the mean of the two middle ones; NaN for no value.</summary>
    /// <param name="values">In any order, without NaN.</param>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>
    /// The value below which a share of the values lies: type 7 of Hyndman &amp; Fan 1996 (Am. Stat. 50:361), the default of
    /// R, NumPy and Excel's PERCENTILE.INC. NaN for no value.
    /// </summary>
    /// <param name="values">In any order, without NaN.</param>
    /// <param name="probability">0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside 0…1.</exception>
    public static double Quantile(IEnumerable<double> values, double probability)
    {
        Require.Unit(probability);
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Median absolute deviation from the median, unscaled; in the values' unit, at least 0; NaN for no value.</summary>
    /// <param name="values">In any order, without NaN.</param>
    public static double Mad(IReadOnlyCollection<double> values)
    {
        var median = Median(values);
        return Median(values.Select(value => Math.Abs(value - median)));
    }

    /// <summary>
    /// How far each value lies from its peers: .6745 (x − median)/MAD, in standard deviations if the peers are normal
    /// (Iglewicz &amp; Hoaglin 1993; beyond 3.5 is called an outlier).
    /// </summary>
    /// <param name="peers">The peer group's values, without NaN.</param>
    /// <param name="minimum">Smallest group that is judged, at least 1.</param>
    /// <returns>One score for each value, in order; all null where the group is too small or more than half of it is equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A minimum below 1.</exception>
    public static IReadOnlyList<double?> Scores(IReadOnlyList<double> peers, int minimum = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        var (median, mad) = (Median(peers), Mad(peers));
        var isJudged = peers.Count >= minimum && mad > 0;
        return [.. peers.Select(value => isJudged ? NormalQuartile * (value - median) / mad : (double?)null)];
    }
}
