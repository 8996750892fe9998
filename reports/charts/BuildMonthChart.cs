using ClaimInsights.Analysis;

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

        ClaimsBesideExpected.Draw(plot, [.. rows.Select(row => (row.Claims, row.Expected, Covers(cluster, row.Month)))], 7);
        style.Months(plot, months, ChartStyle.Half);
        return new(plot, ChartStyle.Half, 360, words["build.title"], answer);
    }

    private static bool Covers(DefectCluster cluster, DateOnly month) =>
        (cluster.BuiltFrom is not { } from || month.AddMonths(1) > from) && (cluster.BuiltTo is not { } to || month <= to);
}
