using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Charts;

/// <summary>Which build weeks of the rule's vehicles are affected? Observed with interval against expected, a quarter of a year to both sides of the window.</summary>
internal static class ClusterWeekChart
{
    /// <summary>Weeks shown before and after the window.</summary>
    private const int Around = 13;

    /// <param name="rows">The build weeks of a cluster, in order; at least one.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<ClusterWeek> rows, DefectCluster cluster, ChartStyle style)
    {
        var words = style.Words;
        var places = Enumerable.Range(0, rows.Count).Where(i => rows[i].IsInWindow).ToList();
        List<ClusterWeek> shown = places.Count == 0 ? [.. rows] : [.. rows.Take(places[^1] + 1 + Around).Skip(Math.Max(0, places[0] - Around))];
        var inside = shown.Where(row => row.IsInWindow).ToList();
        var answer = words.Say("week.answer", Figures.Count(inside.Count), Figures.Count(inside.Sum(row => row.Claims)), Figures.Number(inside.Sum(row => row.Expected)));
        var plot = style.Begin(
            ChartStyle.Full, words["week.title"], answer, words["build.axis"], words["axis.week_built"],
            new LegendEntry(Swatch.Interval, Ink.Standout, words["legend.in_cluster"]),
            new LegendEntry(Swatch.Interval, Ink.Usual, words["legend.other_weeks"]),
            new LegendEntry(Swatch.Line, Ink.Expected, words["legend.expected"]));

        ClaimsBesideExpected.Draw(plot, [.. shown.Select(row => (row.Claims, row.Expected, row.IsInWindow))], 6);
        style.Weeks(plot, [.. shown.Select(row => row.Week)], ChartStyle.Full);
        return new(plot, ChartStyle.Full, 300, words["week.title"], answer);
    }
}
