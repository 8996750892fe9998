using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Charts;

/// <summary>How many claims of recent months of failure are known, and how many will there be once all are closed?</summary>
internal static class NowcastChart
{
    /// <param name="rows">Months of all dealers, in order.</param>
    /// <param name="style">Language and font.</param>
    /// <returns>Null: no month is known.</returns>
    public static Picture? Draw(IReadOnlyList<ClaimNowcast> rows, ChartStyle style)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var words = style.Words;
        var cast = rows.Where(row => row.Expected is not null && row.Completeness < 1).ToList();
        var answer = cast.Count == 0 ? words["nowcast.answer_complete"] : words.Say(
            "nowcast.answer", Figures.Number(cast.Sum(row => row.Expected!.Value - row.Claims), 0), words.Month(cast[^1].Month), Figures.Percent(cast[^1].Completeness, 0));
        var plot = style.Begin(
            ChartStyle.Full, words["nowcast.title"], answer, words["nowcast.axis"], words["axis.month_failed"],
            new LegendEntry(Swatch.Dot, Ink.Usual, words["legend.known"]),
            new LegendEntry(Swatch.Interval, Ink.Standout, words["legend.in_the_end"]));
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is { Expected: { } expected, Low: { } low, High: { } high, Completeness: < 1 })
            {
                plot.Add.Line(i, low, i, high).LineStyle = new ScottPlot.LineStyle(1.5f, Ink.Standout.WithAlpha(.6));
                plot.Add.Marker(i, expected, ScottPlot.MarkerShape.FilledCircle, 7, Ink.Standout);
            }

            plot.Add.Marker(i, rows[i].Claims, ScottPlot.MarkerShape.FilledCircle, 8, Ink.Usual);
        }

        plot.Axes.SetLimits(-0.7, rows.Count - 0.3, 0, Math.Max(1, rows.Max(row => Math.Max(row.Claims, row.High ?? 0))) * 1.06);
        ChartStyle.Numbers(plot.Axes.Left, value => Figures.Number(value, 0), whole: true);
        style.Months(plot, [.. rows.Select(row => row.Month)], ChartStyle.Full);
        return new(plot, ChartStyle.Full, 320, words["nowcast.title"], answer);
    }
}
