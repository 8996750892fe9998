using ClaimInsights.Analysis;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Which parts fail more often than their vehicles explain? Ratio with interval per cluster, the largest on top.</summary>
internal static class DefectClusterChart
{
    private const int Most = 16, LineHeight = 13, LabelWidth = 300;

    private static readonly double[] Fine = [0.25, 0.5, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];
    private static readonly double[] Coarse = [0.1, 1, 10, 100, 1000, 10_000, 100_000];

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
        var labels = shown.ConvertAll(one => Label(one.Cluster, one.Number, style));
        var places = Places(labels);
        foreach (var (cluster, y) in shown.Select((one, i) => (one.Cluster, places[i])))
        {
            plot.Add.Line(Log(cluster.RatioLow), y, Log(cluster.RatioHigh), y).LineStyle = new LineStyle(2.5f, Ink.Standout.WithAlpha(.55));
            plot.Add.Marker(Log(cluster.Ratio), y, MarkerShape.FilledCircle, 10, Ink.Standout);
        }

        style.Ticks(plot.Axes.Left, labels.Select((label, i) => (places[i], label)));
        var height = labels.Sum(Height);
        Limit(plot, shown.ConvertAll(one => one.Cluster), height, style);
        style.Beside(plot, shown.Select((one, i) => (places[i], words.Say("clusters.counts", Figures.Count(one.Cluster.Claims), Figures.Number(one.Cluster.Expected)))));
        return new(plot, ChartStyle.Full, 132 + height, words["clusters.title"], answer);
    }

    /// <summary>Where the rows stand, in pixels from the bottom: a label of three lines gets more room than one of two.</summary>
    private static List<double> Places(List<string> labels)
    {
        var places = new List<double>(labels.Count);
        var top = 0;
        foreach (var label in labels)
        {
            places.Add(top + (Height(label) / 2.0));
            top += Height(label);
        }

        return places;
    }

    private static int Height(string label) => (label.Count(letter => letter == '\n') * LineHeight) + LineHeight + 10;

    /// <summary>Part and failure mode.</summary>
    public static string Name(DefectCluster cluster) => cluster.FailureMode.Length == 0 ? cluster.CausalPart : $"{cluster.CausalPart} · {cluster.FailureMode}";

    /// <summary>When its vehicles were built, in words; whole months as months.</summary>
    public static string Built(DefectCluster cluster, Words words)
    {
        var whole = (cluster.BuiltFrom?.Day ?? 1) == 1 && (cluster.BuiltTo?.AddDays(1).Day ?? 1) == 1;
        string Write(DateOnly day) => whole ? Figures.Day(day)[..7] : Figures.Day(day);
        return (cluster.BuiltFrom, cluster.BuiltTo) switch
        {
            (null, null) => words["built.any"],
            ({ } from, null) => words.Say("built.from", Write(from)),
            (null, { } to) => words.Say("built.to", Write(to)),
            ({ } from, { } to) when whole && from.AddMonths(1) > to => words.Say("built.in", Write(from)),
            ({ } from, { } to) => words.Say("built.between", Write(from), Write(to)),
        };
    }

    /// <summary>Which vehicles or claims it is about: rule and build days.</summary>
    public static string Population(DefectCluster cluster, Words words)
    {
        // A store without vehicles knows no build days.
        var built = cluster.Basis == "rate" ? Built(cluster, words) : "";
        return string.Join(" · ", new[] { cluster.Rule, built }.Where(text => text.Length > 0));
    }

    private static string Label(DefectCluster cluster, int number, ChartStyle style)
    {
        var population = Population(cluster, style.Words);
        string[] below = style.Width(population) <= LabelWidth ? [population] : population.Split(" · ");
        var lines = below.Prepend($"{number}  {Name(cluster)}").Where(text => text.Length > 0)
            .Select(text => style.Label(text, number)).Distinct()
            .SelectMany(text => TextWrap.Lines(text, LabelWidth, style.Width));
        return string.Join('\n', lines);
    }

    private static void Limit(Plot plot, List<DefectCluster> clusters, int height, ChartStyle style)
    {
        var low = Math.Min(0.8, clusters.Min(cluster => cluster.RatioLow) * 0.9);
        var high = Math.Max(2, clusters.Max(cluster => cluster.RatioHigh));
        plot.Axes.SetLimits(Log(low), Log(low) + ((Log(high) - Log(low)) * 1.04), 0, height);
        var ticks = (high / low < 30 ? Fine : Coarse).Where(tick => tick >= low && tick <= high * 1.05);
        style.Ticks(plot.Axes.Bottom, ticks.Select(tick => (Log(tick), Figures.Number(tick, tick < 1 ? 2 : 0) + "×")));
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
    }

    private static double Log(double ratio) => Math.Log10(Math.Max(ratio, 0.1));
}
