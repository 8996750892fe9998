using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Which build months have more claims than their exposure explains? Observed with interval against expected.</summary>
internal static class BuildMonthChart
{
    /// <param name="rows">The build months of the cluster's part and failure mode, in order; at least one.</param>
    /// <param name="cluster">Its months are shaded.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<BuildMonth> rows, DefectCluster cluster, ChartStyle style)
    {
        var words = style.Words;
        var months = rows.Select(row => row.Month).ToList();
        var answer = words.Say("build.answer", Figures.Count(cluster.Claims), Figures.Number(cluster.Expected), DefectClusterChart.Built(cluster, words));
        var plot = style.Begin(
            ChartStyle.Half, words["build.title"], answer, words["build.axis"], words["axis.month_built"],
            new LegendEntry(Swatch.Interval, Ink.Standout, words["legend.in_cluster"]),
            new LegendEntry(Swatch.Interval, Ink.Usual, words["legend.other_months"]),
            new LegendEntry(Swatch.Line, Ink.Expected, words["legend.expected"]));

        Shade(plot, months, cluster);
        var all = Enumerable.Range(0, rows.Count).ToList();
        var expected = plot.Add.ScatterLine(all.Select(i => (double)i).ToArray(), rows.Select(row => row.Expected).ToArray(), Ink.Expected);
        (expected.LineWidth, expected.ConnectStyle) = (2, ConnectStyle.Straight);
        double highest = rows.Max(row => row.Expected);
        foreach (var i in all)
        {
            var interval = RateInterval.Poisson(rows[i].Claims, 1);
            var color = Covers(cluster, rows[i].Month) ? Ink.Standout : Ink.Usual;
            plot.Add.Line(i, interval.Low, i, interval.High).LineStyle = new LineStyle(1.5f, color.WithAlpha(.6));
            plot.Add.Marker(i, rows[i].Claims, MarkerShape.FilledCircle, 7, color);
            highest = Math.Max(highest, interval.High);
        }

        // A little room below 0, so that the dot of a month without a claim is whole.
        plot.Axes.SetLimits(-0.7, rows.Count - 0.3, highest * -0.025, highest * 1.06);
        style.Months(plot, months, ChartStyle.Half);
        ChartStyle.Numbers(plot.Axes.Left, value => Figures.Number(value, 0), whole: true);
        return new(plot, ChartStyle.Half, 360, words["build.title"], answer);
    }

    private static void Shade(Plot plot, List<DateOnly> months, DefectCluster cluster)
    {
        var covered = Enumerable.Range(0, months.Count).Where(i => Covers(cluster, months[i])).ToList();
        if (covered.Count > 0)
        {
            var span = plot.Add.HorizontalSpan(covered[0] - 0.5, covered[^1] + 0.5, Ink.StandoutRange);
            span.LineStyle.Width = 0;
        }
    }

    private static bool Covers(DefectCluster cluster, DateOnly month) =>
        (cluster.BuiltFrom is not { } from || month.AddMonths(1) > from) && (cluster.BuiltTo is not { } to || month <= to);
}
