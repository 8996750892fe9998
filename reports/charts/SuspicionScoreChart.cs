using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>How many claims are suspicious at all? Scored claims by score, those of the review queue apart.</summary>
internal static class SuspicionScoreChart
{
    /// <param name="scored">At least one claim.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(ScoringSummary scored, ChartStyle style)
    {
        var words = style.Words;
        var answer = words.Say("scores.answer", Figures.Count(scored.Claims), Figures.Count(scored.Bins.Sum(bin => bin.Queued)));
        var plot = style.Begin(
            ChartStyle.Full, words["scores.title"], answer, words["scores.axis"], words["scores.axis_score"],
            new LegendEntry(Swatch.Area, Ink.Second, words["legend.in_queue"]),
            new LegendEntry(Swatch.Area, Ink.Usual, words["legend.not_in_queue"]));

        var most = 0.0;
        foreach (var bin in scored.Bins)
        {
            most = Math.Max(most, Height(bin.Claims));
            Bar(plot, bin, Height(bin.Claims), Ink.Usual);
            Bar(plot, bin, Height(bin.Queued), Ink.Second);
        }

        var highest = scored.Bins[^1].To;
        plot.Axes.SetLimits(0, highest * 1.01, 0, most * 1.08);
        ChartStyle.Numbers(plot.Axes.Bottom, score => Figures.Percent(score, ChartStyle.Decimals(highest * 100)));
        var ticks = new[] { 0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000 };
        style.Ticks(plot.Axes.Left, ticks.Where(tick => Height(tick) <= most * 1.08).Select(tick => (Height(tick), Figures.Count(tick))));
        return new(plot, ChartStyle.Full, 340, words["scores.title"], answer);
    }

    // Most claims score low, few high: on a plain axis the queue would not be seen. One claim still has a height, none has none.
    private static double Height(long claims) => claims == 0 ? 0 : Math.Log10(claims) + 0.5;

    private static void Bar(Plot plot, ScoreBin of, double height, Color color)
    {
        if (height > 0)
        {
            var bar = plot.Add.Bar(new Bar { Position = (of.From + of.To) / 2, ValueBase = 0, Value = height, Size = (of.To - of.From) * 0.9 }).Bars[0];
            (bar.FillColor, bar.LineWidth) = (color, 0);
        }
    }
}
