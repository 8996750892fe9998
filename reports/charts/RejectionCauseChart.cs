using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Why are claims rejected? Pareto: claims per reason, and how many of all rejections the reasons so far make up.</summary>
internal static class RejectionCauseChart
{
    /// <param name="causes">The most frequent first; at least one.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<CauseShare> causes, ChartStyle style)
    {
        var words = style.Words;
        var few = causes.TakeWhile(cause => cause.Cumulative < 0.8).Count() + 1;
        var answer = words.Say("causes.answer", Figures.Count(Math.Min(few, causes.Count)), Figures.Percent(causes[Math.Min(few, causes.Count) - 1].Cumulative, 0));
        var plot = style.Begin(
            ChartStyle.Full, words["causes.title"], answer, words["causes.axis"], "",
            new LegendEntry(Swatch.Area, Ink.Usual, words["legend.rejected"]),
            new LegendEntry(Swatch.Line, Ink.Second, words["legend.cumulative"]));

        var highest = causes[0].Rejected * 1.18;
        foreach (var (cause, i) in causes.Select((cause, i) => (cause, i)))
        {
            var bar = plot.Add.Bar(i, cause.Rejected).Bars[0];
            (bar.FillColor, bar.LineWidth, bar.Size) = (Ink.Usual, 0, 0.7);
            style.Write(plot, Figures.Count(cause.Rejected), i, Math.Max(0, cause.Rejected), Alignment.LowerCenter, Ink.Text, offsetY: -2);
        }

        Cumulative(plot, causes, highest, style);
        // Bars start at zero; the widest label decides where lines break.
        var across = (ChartStyle.Full - 110) / causes.Count;
        style.Ticks(plot.Axes.Bottom, causes.Select((cause, i) => ((double)i, Wrapped(style.Label(words.Code("reason", cause.Reason), i + 1), across))));
        plot.Axes.SetLimits(-0.6, causes.Count - 0.4, 0, highest);
        ChartStyle.Numbers(plot.Axes.Left, value => Figures.Number(value, 0), whole: true);
        return new(plot, ChartStyle.Full, 400, words["causes.title"], answer);
    }

    private static void Cumulative(Plot plot, IReadOnlyList<CauseShare> causes, double highest, ChartStyle style)
    {
        // The right axis is a share of all rejections: 100 % lies where all rejections would, scaled into the picture.
        var right = plot.Axes.Right;
        (right.MinimumSize, right.MaximumSize, right.TickLabelStyle.FontSize, right.TickLabelStyle.ForeColor) = (44, 60, 11, Ink.Text);
        (right.MajorTickStyle.Length, right.MinorTickStyle.Length) = (0, 0);
        right.TickLabelStyle.FontName = style.Font.Family;
        style.Ticks(right, Enumerable.Range(0, 6).Select(i => (i * 0.2, Figures.Percent(i * 0.2, 0))));
        var line = plot.Add.Scatter(causes.Select((_, i) => (double)i).ToArray(), causes.Select(cause => cause.Cumulative).ToArray(), Ink.Second);
        (line.LineWidth, line.MarkerSize, line.Axes.YAxis) = (2, 6, right);
        plot.Axes.SetLimitsY(0, 1.06, right);
    }

    private static string Wrapped(string label, int width) => string.Join('\n', TextWrap.Lines(label, width - 8, line => line.Sum(letter => letter > '\u2e80' ? 11.5f : 6.9f)));
}
