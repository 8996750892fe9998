using ClaimInsights.Analysis;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>How does each build month do at the same age? R/1000 as a map of build month × months in service.</summary>
internal static class RateTriangleChart
{
    /// <summary>Build months by name on the vertical axis, at most.</summary>
    private const int NamedMonths = 13;

    /// <param name="cells">The whole triangle of one chart; at least one cell.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<TriangleCell> cells, ChartStyle style)
    {
        var words = style.Words;
        var months = CalendarMonths.From(cells.Min(cell => cell.BuildMonth), cells.Max(cell => cell.BuildMonth));
        var highest = cells.Max(cell => cell.ClaimsPerThousand);
        var worst = cells.OrderByDescending(cell => cell.ClaimsPerThousandLow).ThenBy(cell => cell.BuildMonth).ThenBy(cell => cell.MonthsInService).First();
        var answer = words.Say(
            "triangle.answer", words.Month(worst.BuildMonth), Figures.Count(worst.MonthsInService), Figures.Number(worst.ClaimsPerThousand),
            Figures.Count(worst.Claims), Figures.Count(worst.MatureVehicles));
        var plot = style.Begin(
            ChartStyle.Full, words["triangle.title"], answer, words["axis.month_built"], words["axis.months_in_service"],
            new LegendEntry(Swatch.Area, Shade(0, Ink.Standout), words.Say("triangle.none", Figures.Number(0, 0))),
            new LegendEntry(Swatch.Area, Shade(1, Ink.Standout), words.Say("triangle.most", Figures.Number(highest))),
            new LegendEntry(Swatch.Area, Shade(.6, Ink.Expected), words["triangle.immature"]));

        foreach (var cell in cells)
        {
            var (x, y) = (cell.MonthsInService, CalendarMonths.Between(months[0], cell.BuildMonth));
            var square = plot.Add.Rectangle(x - .5, x + .5, y - .5, y + .5);
            square.FillColor = Shade(highest == 0 ? 0 : cell.ClaimsPerThousand / highest, cell.IsMature ? Ink.Standout : Ink.Expected);
            square.LineStyle = new LineStyle(.5f, Ink.Paper);
        }

        var every = (months.Count + NamedMonths - 1) / NamedMonths;
        style.Ticks(plot.Axes.Left, Enumerable.Range(0, months.Count).Where(i => i % every == 0).Select(i => ((double)i, Figures.Day(months[i])[..7])));
        ChartStyle.Numbers(plot.Axes.Bottom, value => Figures.Number(value, 0), whole: true);
        plot.Grid.MajorLineColor = Ink.Paper;
        plot.Axes.SetLimits(.5, cells.Max(cell => cell.MonthsInService) + .5, -.5, months.Count - .5);
        return new(plot, ChartStyle.Full, 200 + (11 * Math.Clamp(months.Count, 6, 60)), words["triangle.title"], answer);
    }

    /// <summary>From a light tint to the full colour.</summary>
    private static Color Shade(double part, Color full) => Ink.Paper.MixedWith(full, .08 + (.92 * part));
}
