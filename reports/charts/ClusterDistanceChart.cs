using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Charts;

/// <summary>How far had the vehicles come when they failed? Observed with interval against what the others' claims explain, by classes of distance.</summary>
internal static class ClusterDistanceChart
{
    /// <param name="rows">The classes of a cluster that other vehicles have reached too, in order; at least one.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<ClusterDistance> rows, ChartStyle style)
    {
        var words = style.Words;
        List<(ClusterDistance Row, double Expected)> classes = [.. rows.Select(row => (row, row.Expected() ?? 0))];
        // Far on hardly any vehicle is left, and nothing is expected.
        var shown = classes.Take(1 + classes.FindLastIndex(one => one.Row.Claims > 0 || one.Expected >= 0.5)).ToList();
        shown = shown.Count == 0 ? classes : shown;
        var most = shown.MaxBy(one => one.Row.Claims);
        var answer = words.Say(
            most.Row.FromKm == ClusterDistances.LastClass * ClusterDistances.Width ? "distance.answer_open" : "distance.answer", Figures.Count(most.Row.FromKm),
            Figures.Count(most.Row.FromKm + ClusterDistances.Width), Figures.Count(most.Row.Claims), Figures.Number(most.Expected));
        var plot = style.Begin(
            ChartStyle.Full, words["distance.title"], answer, words["build.axis"], words["axis.distance"],
            new LegendEntry(Swatch.Interval, Ink.Standout, words["legend.in_cluster"]), new LegendEntry(Swatch.Line, Ink.Expected, words["legend.expected"]));
        ClaimsBesideExpected.Draw(plot, [.. shown.Select(one => (one.Row.Claims, one.Expected, true))], 7);
        style.Ticks(plot.Axes.Bottom, shown.Select((one, i) => ((double)i, Figures.Count(one.Row.FromKm / 1000))));
        return new(plot, ChartStyle.Full, 260, words["distance.title"], answer);
    }
}
