using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Reports.Charts;

/// <summary>
/// Figures by month made ready for a control chart: the last two years, every month of them, limits from the months before the
/// report's period where there are enough, so that a change in the period does not widen its own limits.
/// </summary>
internal static class MonthSeries
{
    private const int Shown = 24, FewestForLimits = 8;

    /// <summary>Every month from the first to the last of the rows, the last two years at most.</summary>
    public static IReadOnlyList<DateOnly> Months(IEnumerable<DateOnly> months)
    {
        var known = months.ToList();
        if (known.Count == 0)
        {
            return [];
        }

        return [.. CalendarMonths.From(known.Min(), known.Max()).TakeLast(Shown)];
    }

    /// <summary>How many months the limits come from; null: all of them.</summary>
    public static int? Baseline(IReadOnlyList<DateOnly> months, ReportPeriod period)
    {
        var before = months.Count(month => month < period.From);
        return before >= FewestForLimits ? before : null;
    }

    /// <summary>A control chart of single values; open months take no part in the limits.</summary>
    public static ControlChart Individuals(IReadOnlyList<DateOnly> months, IReadOnlyDictionary<DateOnly, double> values, Func<int, bool> isOpen, ReportPeriod period)
    {
        var figures = months.Select(month => values.GetValueOrDefault(month, double.NaN)).ToList();
        return Judge(months, isOpen, period, (closed, baseline) => ControlChart.Individuals([.. figures.Take(closed)], baseline), i => figures[i]);
    }

    /// <summary>A p′ chart; open months take no part in the limits.</summary>
    public static ControlChart Shares(IReadOnlyList<DateOnly> months, IReadOnlyList<long> hits, IReadOnlyList<long> trials, Func<int, bool> isOpen, ReportPeriod period) =>
        Judge(
            months, isOpen, period,
            (closed, baseline) => ControlChart.LaneyShares([.. hits.Take(closed)], [.. trials.Take(closed)], baseline),
            i => trials[i] == 0 ? double.NaN : (double)hits[i] / trials[i]);

    private static ControlChart Judge(
        IReadOnlyList<DateOnly> months, Func<int, bool> isOpen, ReportPeriod period, Func<int, int?, ControlChart> judge, Func<int, double> figure)
    {
        var closed = Enumerable.Range(0, months.Count).TakeWhile(i => !isOpen(i)).Count();
        var baseline = Baseline([.. months.Take(closed)], period);
        var chart = judge(closed, baseline);
        var rest = Enumerable.Range(closed, months.Count - closed).Select(i => new ControlPoint(figure(i), double.NaN, double.NaN, false, false));
        return chart with { Points = [.. chart.Points, .. rest] };
    }
}
