using ClaimInsights.Analysis;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Which parts fail more often than their vehicles explain? Ratio with interval per cluster, the largest on top.</summary>
internal static class DefectClusterChart
{
    private const int Most = 16, RowHeight = 34;

    /// <param name="clusters">At least one, in the order of the table, which gives their numbers.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<DefectCluster> clusters, ChartStyle style)
    {
        var words = style.Words;
        var shown = clusters.Select((cluster, i) => (Cluster: cluster, Number: i + 1))
            .OrderByDescending(one => one.Cluster.Ratio).ThenBy(one => one.Number).Take(Most).Reverse().ToList();
        var (top, number) = shown[^1];
        var answer = words.Say(
            clusters.Count > Most ? "clusters.answer_first" : "clusters.answer",
            style.Label(Name(top), number), Figures.Ratio(top.Ratio), Figures.RatioRange(top.RatioLow, top.RatioHigh), Figures.Count(Most));
        var plot = style.Begin(
            ChartStyle.Full, words["clusters.title"], answer, "", words["clusters.axis"],
            new LegendEntry(Swatch.Interval, Ink.Standout, words["legend.cluster"]),
            new LegendEntry(Swatch.Dashes, Ink.Expected, words["legend.as_expected"]));

        plot.Add.VerticalLine(0, 1.5f, Ink.Expected, LinePattern.Dashed);
        foreach (var (cluster, y) in shown.Select((one, y) => (one.Cluster, y)))
        {
            plot.Add.Line(Log(cluster.RatioLow), y, Log(cluster.RatioHigh), y).LineStyle = new LineStyle(2.5f, Ink.Standout.WithAlpha(.55));
            plot.Add.Marker(Log(cluster.Ratio), y, MarkerShape.FilledCircle, 10, Ink.Standout);
            style.Write(plot, words.Say("clusters.counts", Figures.Count(cluster.Claims), Figures.Number(cluster.Expected)), Log(cluster.RatioHigh), y, Alignment.MiddleLeft, Ink.Muted, offsetX: 10);
        }

        style.Ticks(plot.Axes.Left, shown.Select((one, y) => ((double)y, Label(one.Cluster, one.Number, style))));
        Limit(plot, shown.ConvertAll(one => one.Cluster), style);
        return new(plot, ChartStyle.Full, 150 + (shown.Count * RowHeight), words["clusters.title"], answer);
    }

    /// <summary>Part and failure mode.</summary>
    public static string Name(DefectCluster cluster) => cluster.FailureMode.Length == 0 ? cluster.CausalPart : $"{cluster.CausalPart} · {cluster.FailureMode}";

    /// <summary>Months of building, short.</summary>
    public static string Built(DefectCluster cluster, Words words) => (cluster.BuiltFrom, cluster.BuiltTo) switch
    {
        (null, null) => words["built.any"],
        ({ } from, null) => words.Say("built.from", Figures.Day(from)),
        (null, { } to) => words.Say("built.to", Figures.Day(to)),
        ({ } from, { } to) => words.Say("built.between", Figures.Day(from), Figures.Day(to)),
    };

    private static string Label(DefectCluster cluster, int number, ChartStyle style)
    {
        // A store without vehicles knows no build days.
        var built = cluster.Basis == "rate" ? Built(cluster, style.Words) : "";
        var population = string.Join(" · ", new[] { cluster.Rule, built }.Where(text => text.Length > 0));
        var lines = new[] { $"{number}  {Name(cluster)}", population }.Where(text => text.Length > 0)
            .Select(text => style.Label(text, number)).Distinct()
            .SelectMany(text => TextWrap.Lines(text, 48, line => line.Length));
        return string.Join('\n', lines);
    }

    private static void Limit(Plot plot, List<DefectCluster> clusters, ChartStyle style)
    {
        var low = Math.Min(0.8, clusters.Min(cluster => cluster.RatioLow) * 0.9);
        var high = Math.Max(2, clusters.Max(cluster => cluster.RatioHigh));
        // Room to the right for the counts that stand beside the widest interval.
        plot.Axes.SetLimits(Log(low), Log(low) + ((Log(high) - Log(low)) * 1.42), -0.6, clusters.Count - 0.4);
        var ticks = new[] { 0.25, 0.5, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000 }.Where(tick => tick >= low && tick <= high * 1.05);
        style.Ticks(plot.Axes.Bottom, ticks.Select(tick => (Log(tick), Figures.Number(tick, tick < 1 ? 2 : 0) + "×")));
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
    }

    private static double Log(double ratio) => Math.Log10(Math.Max(ratio, 0.1));
}
