namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// A figure over time with the limits of its usual variation: what lies inside them is no news, however it compares with
/// the month before. Shewhart limits of three sigma, sigma from the mean moving range ÷ 1.128; eight in a row on one
/// side of the centre line are a signal too (Western Electric rule 4). A value on the centre line ends a run.
/// </summary>
/// <param name="Centre">The centre line; NaN where no period could be measured.</param>
/// <param name="Points">One for each period, in order.</param>
public sealed record ControlChart(double Centre, IReadOnlyList<ControlPoint> Points)
{
    private const int RunLength = 8;
    private const double MeanRangeOfTwo = 1.128;

    /// <summary>
    /// XmR chart of single values (Wheeler 1993): mean ± 2.66 × mean moving range.
    /// For costs, times, and anything that is neither a share nor a rate.
    /// </summary>
    /// <param name="values">In order of time; NaN where a period has none.</param>
    /// <param name="baseline">Centre and limits come from the first periods only, as many as this, at least 1; null for all of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A baseline below 1.</exception>
    public static ControlChart Individuals(IReadOnlyList<double> values, int? baseline = null)
    {
        var known = Baseline(values, baseline).Where(value => !double.IsNaN(value)).ToArray();
        var centre = known.Length == 0 ? double.NaN : known.Average();
        var half = 2.66 * MeanMovingRange(known);
        return Judge(centre, [.. values.Select(value => (value, centre - half, centre + half))]);
    }

    /// <summary>p chart: a share of trials with binomial limits. Too narrow where periods differ by more than chance; see <see cref="LaneyShares"/>.</summary>
    /// <param name="hits">0…trials, by period.</param>
    /// <param name="trials">At least 0, by period; a period without any has no value.</param>
    /// <param name="baseline">As in <see cref="Individuals"/>.</param>
    /// <exception cref="ArgumentException">Different lengths, or counts out of range.</exception>
    public static ControlChart Shares(IReadOnlyList<long> hits, IReadOnlyList<long> trials, int? baseline = null) =>
        Proportions(hits, trials, baseline, isLaney: false);

    /// <summary>
    /// p′ chart (D. B. Laney 2002, Quality Engineering 14:531): the p chart's limits times the spread of its own z values,
    /// so that neither large samples nor drifting conditions raise an alarm every month.
    /// </summary>
    /// <inheritdoc cref="Shares"/>
    public static ControlChart LaneyShares(IReadOnlyList<long> hits, IReadOnlyList<long> trials, int? baseline = null) =>
        Proportions(hits, trials, baseline, isLaney: true);

    /// <summary>u chart: counts per unit of exposure with Poisson limits.</summary>
    /// <param name="counts">At least 0, by period.</param>
    /// <param name="exposures">At least 0 (vehicles, vehicle-months), by period; a period without any has no value.</param>
    /// <param name="baseline">As in <see cref="Individuals"/>.</param>
    /// <exception cref="ArgumentException">Different lengths, or counts out of range.</exception>
    public static ControlChart Rates(IReadOnlyList<long> counts, IReadOnlyList<double> exposures, int? baseline = null) =>
        Ratios(counts, exposures, baseline, isLaney: false, centre => centre, double.PositiveInfinity);

    /// <summary>u′ chart (Laney 2002): the u chart's limits times the spread of its own z values.</summary>
    /// <inheritdoc cref="Rates"/>
    public static ControlChart LaneyRates(IReadOnlyList<long> counts, IReadOnlyList<double> exposures, int? baseline = null) =>
        Ratios(counts, exposures, baseline, isLaney: true, centre => centre, double.PositiveInfinity);

    private static ControlChart Proportions(IReadOnlyList<long> hits, IReadOnlyList<long> trials, int? baseline, bool isLaney)
    {
        Require.SameLength(hits.Count, trials.Count, nameof(trials));
        for (var i = 0; i < hits.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(hits[i], trials[i], nameof(hits));
        }

        return Ratios(hits, [.. trials.Select(n => (double)n)], baseline, isLaney, centre => centre * (1 - centre), 1);
    }

    private static ControlChart Ratios(
        IReadOnlyList<long> counts, IReadOnlyList<double> sizes, int? baseline, bool isLaney, Func<double, double> variance, double largest)
    {
        Require.SameLength(counts.Count, sizes.Count, nameof(sizes));
        for (var i = 0; i < counts.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[i], nameof(counts));
            Require.NotNegative(sizes[i], nameof(sizes));
        }

        var known = Baseline(counts, baseline).Select((count, i) => (Count: count, Size: sizes[i])).Where(period => period.Size > 0).ToArray();
        var centre = known.Sum(period => (double)period.Count) / known.Sum(period => period.Size);
        double Sigma(double size) => Math.Sqrt(variance(centre) / size);
        var spread = isLaney && variance(centre) > 0
            ? MeanMovingRange([.. known.Select(period => ((period.Count / period.Size) - centre) / Sigma(period.Size))]) / MeanRangeOfTwo
            : 1;
        return Judge(centre, [.. counts.Select((count, i) => sizes[i] > 0
            ? (count / sizes[i], Math.Max(0, centre - (3 * spread * Sigma(sizes[i]))), Math.Min(largest, centre + (3 * spread * Sigma(sizes[i]))))
            : (double.NaN, double.NaN, double.NaN))]);
    }

    private static IEnumerable<T> Baseline<T>(IReadOnlyList<T> values, int? baseline)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline ?? 1, 1, nameof(baseline));
        return values.Take(baseline ?? values.Count);
    }

    /// <summary>Mean absolute difference of neighbours; NaN for fewer than two, which leaves a chart without limits.</summary>
    private static double MeanMovingRange(double[] values) =>
        values.Length < 2 ? double.NaN : values.Skip(1).Select((value, i) => Math.Abs(value - values[i])).Average();

    private static ControlChart Judge(double centre, (double Value, double Low, double High)[] points)
    {
        // Equal values do not average to themselves to the last bit: without this they would be runs and outliers.
        var rounding = 1e-12 * Math.Abs(centre);
        var judged = new List<ControlPoint>(points.Length);
        int side = 0, run = 0;
        foreach (var (value, low, high) in points)
        {
            if (!double.IsNaN(value))
            {
                var here = Math.Abs(value - centre) <= rounding ? 0 : Math.Sign(value - centre);
                (side, run) = here == 0 ? (0, 0) : here == side ? (side, run + 1) : (here, 1);
            }

            judged.Add(new(value, low, high, value < low - rounding || value > high + rounding, !double.IsNaN(value) && run >= RunLength));
        }

        return new(centre, judged);
    }
}
