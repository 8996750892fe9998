using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;
using ScottPlot;

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
        var (first, last) = (rows.ToList().FindIndex(row => row.IsInWindow), rows.ToList().FindLastIndex(row => row.IsInWindow));
        List<ClusterWeek> shown = first < 0 ? [.. rows] : [.. rows.Take(last + 1 + Around).Skip(Math.Max(0, first - Around))];
        var inside = shown.Where(row => row.IsInWindow).ToList();
        var answer = words.Say("week.answer", Figures.Count(inside.Count), Figures.Count(inside.Sum(row => row.Claims)), Figures.Number(inside.Sum(row => row.Expected)));
        var plot = style.Begin(
            ChartStyle.Full, words["week.title"], answer, words["build.axis"], words["axis.week_built"],
            new LegendEntry(Swatch.Interval, Ink.Standout, words["legend.in_cluster"]),
            new LegendEntry(Swatch.Interval, Ink.Usual, words["legend.other_weeks"]),
            new LegendEntry(Swatch.Line, Ink.Expected, words["legend.expected"]));

        var (from, to) = (shown.FindIndex(row => row.IsInWindow), shown.FindLastIndex(row => row.IsInWindow));
        if (from >= 0)
        {
            plot.Add.HorizontalSpan(from - 0.5, to + 0.5, Ink.StandoutRange).LineStyle.Width = 0;
        }

        var expected = plot.Add.ScatterLine(shown.Select((_, i) => (double)i).ToArray(), shown.Select(row => row.Expected).ToArray(), Ink.Expected);
        (expected.LineWidth, expected.ConnectStyle) = (2, ConnectStyle.Straight);
        var highest = shown.Max(row => row.Expected);
        for (var i = 0; i < shown.Count; i++)
        {
            var interval = RateInterval.Poisson(shown[i].Claims, 1);
            var color = shown[i].IsInWindow ? Ink.Standout : Ink.Usual;
            plot.Add.Line(i, interval.Low, i, interval.High).LineStyle = new LineStyle(1.5f, color.WithAlpha(.6));
            plot.Add.Marker(i, shown[i].Claims, MarkerShape.FilledCircle, 6, color);
            highest = Math.Max(highest, interval.High);
        }

        // A little room below 0, so that the dot of a week without a claim is whole.
        plot.Axes.SetLimits(-0.7, shown.Count - 0.3, highest * -0.025, highest * 1.06);
        style.Weeks(plot, [.. shown.Select(row => row.Week)], ChartStyle.Full);
        ChartStyle.Numbers(plot.Axes.Left, value => Figures.Number(value, 0), whole: true);
        return new(plot, ChartStyle.Full, 300, words["week.title"], answer);
    }
}
