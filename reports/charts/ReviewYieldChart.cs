using ClaimInsights.Models;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Does the queue find more than chance would, and does it stay so? Share found owner-caused, by quarter and selection.</summary>
internal static class ReviewYieldChart
{
    private const int MostQuarters = 8;
    private static readonly string[] Kinds = ["model", "rule", "random"];

    /// <param name="yields">By quarter and selection.</param>
    /// <param name="style">Language and font.</param>
    /// <returns>Null: no review is known.</returns>
    public static Picture? Draw(IReadOnlyList<ReviewYield> yields, ChartStyle style)
    {
        var quarters = yields.Select(row => row.Quarter).Distinct().Order().TakeLast(MostQuarters).ToList();
        if (quarters.Count == 0)
        {
            return null;
        }

        var words = style.Words;
        var shown = yields.Where(row => quarters.Contains(row.Quarter) && row.Selection != "all").ToList();
        int Sum(Func<ReviewYield, bool> which, Func<ReviewYield, int> of) => shown.Where(which).Sum(of);
        var (picked, drawn) = (Sum(row => row.Selection != "random", row => row.Reviewed), Sum(row => row.Selection == "random", row => row.Reviewed));
        var answer = picked == 0 || drawn == 0 ? words["yields.answer_one"] : words.Say(
            "yields.answer",
            Figures.Percent(Sum(row => row.Selection != "random", row => row.OwnerCaused) / (double)picked), Figures.Percent(Sum(row => row.Selection == "random", row => row.OwnerCaused) / (double)drawn));
        var kinds = Kinds.Where(kind => shown.Any(row => row.Selection == kind)).ToList();
        var plot = style.Begin(
            ChartStyle.Full, words["yields.title"], answer, words["yields.axis"], "",
            [.. kinds.Select(kind => new LegendEntry(Swatch.Interval, InkOf(kind), words.Code("selection", kind)))]);
        foreach (var row in shown)
        {
            var at = quarters.IndexOf(row.Quarter) + (0.16 * (kinds.IndexOf(row.Selection) - ((kinds.Count - 1) / 2.0)));
            plot.Add.Line(at, row.Low, at, row.High).LineStyle = new LineStyle(1.5f, InkOf(row.Selection).WithAlpha(.6));
            plot.Add.Marker(at, row.Share, MarkerShape.FilledCircle, 8, InkOf(row.Selection));
        }

        var highest = Math.Min(1, shown.Max(row => row.High) * 1.06);
        plot.Axes.SetLimits(-0.6, quarters.Count - 0.4, 0, highest);
        plot.Axes.Bottom.SetTicks([.. quarters.Select((_, i) => (double)i)], [.. quarters.Select(QuarterName)]);
        ChartStyle.Numbers(plot.Axes.Left, share => Figures.Percent(share, ChartStyle.Decimals(highest * 100)));
        return new(plot, ChartStyle.Full, 300, words["yields.title"], answer);
    }

    /// <summary>A quarter by its name, <c>2025-Q3</c>.</summary>
    public static string QuarterName(DateOnly quarter) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{quarter.Year}-Q{((quarter.Month - 1) / 3) + 1}");

    private static Color InkOf(string selection) => selection switch
    {
        "model" => Ink.Usual,
        "rule" => Ink.Second,
        _ => Ink.Expected,
    };
}
