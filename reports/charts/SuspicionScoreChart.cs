using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>How many claims are suspicious at all? Scored claims by score, those of the review queue apart.</summary>
internal static class SuspicionScoreChart
{
    private const int Bins = 20;

    /// <param name="claims">Every scored claim; at least one.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<QueuedClaim> claims, ChartStyle style)
    {
        var words = style.Words;
        var queued = claims.Count(claim => claim.Suspicion.Queue != "none");
        var highest = claims.Max(claim => claim.Suspicion.Score);
        var width = Math.Max(highest, 0.02) / Bins;
        var answer = words.Say("scores.answer", Figures.Count(claims.Count), Figures.Count(queued));
        var plot = style.Begin(
            ChartStyle.Full, words["scores.title"], answer, words["scores.axis"], words["scores.axis_score"],
            new LegendEntry(Swatch.Area, Ink.Second, words["legend.in_queue"]),
            new LegendEntry(Swatch.Area, Ink.Usual, words["legend.not_in_queue"]));

        var most = 0.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var inside = claims.Where(claim => Math.Min(Bins - 1, (int)(claim.Suspicion.Score / width)) == bin).ToList();
            var chosen = inside.Count(claim => claim.Suspicion.Queue != "none");
            most = Math.Max(most, Height(inside.Count));
            Bar(plot, (bin + 0.5) * width, width, 0, Height(inside.Count), Ink.Usual);
            Bar(plot, (bin + 0.5) * width, width, 0, Height(chosen), Ink.Second);
        }

        plot.Axes.SetLimits(0, width * Bins * 1.01, 0, most * 1.08);
        ChartStyle.Numbers(plot.Axes.Bottom, score => Figures.Percent(score, ChartStyle.Decimals(width * Bins * 100)));
        var ticks = new[] { 0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000 };
        style.Ticks(plot.Axes.Left, ticks.Where(tick => Height(tick) <= most * 1.08).Select(tick => (Height(tick), Figures.Count(tick))));
        return new(plot, ChartStyle.Full, 340, words["scores.title"], answer);
    }

    // Most claims score low, few high: on a plain axis the queue would not be seen. One claim still has a height, none has none.
    private static double Height(int claims) => claims == 0 ? 0 : Math.Log10(claims) + 0.5;

    private static void Bar(Plot plot, double centre, double width, double from, double to, Color color)
    {
        if (to > from)
        {
            var bar = plot.Add.Bar(new Bar { Position = centre, ValueBase = from, Value = to, Size = width * 0.9 }).Bars[0];
            (bar.FillColor, bar.LineWidth) = (color, 0);
        }
    }
}
