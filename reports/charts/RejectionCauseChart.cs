using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Why are claims rejected? Pareto: share of decided claims per reason with interval, the period before, and what the reasons so far make up.</summary>
internal static class RejectionCauseChart
{
    private const int RowHeight = 25;

    /// <param name="causes">The most frequent first; at least one.</param>
    /// <param name="previous">Name of the period before.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<CauseShare> causes, string previous, ChartStyle style)
    {
        var words = style.Words;
        var few = causes.Select((cause, i) => (cause.Cumulative, Reasons: i + 1)).First(one => one.Cumulative >= 0.8 || one.Reasons == causes.Count);
        var answer = words.Say("causes.answer", Figures.Count(few.Reasons), Figures.Percent(few.Cumulative, 0));
        var plot = style.Begin(
            ChartStyle.Full, words["causes.title"], answer, "", words["causes.axis"],
            new LegendEntry(Swatch.Area, Ink.Usual, words["legend.share_of_decided"]),
            new LegendEntry(Swatch.Line, Ink.Text, words["legend.interval"]),
            new LegendEntry(Swatch.Diamond, Ink.Standout, words.Say("legend.previous", previous)));

        var last = causes.Count - 1;
        foreach (var (cause, i) in causes.Select((cause, i) => (cause, i)))
        {
            ChartStyle.Bar(plot, last - i, cause.Share.Share, Ink.Usual);
            plot.Add.Line(cause.Share.Low, last - i, cause.Share.High, last - i).LineStyle = new LineStyle(1.5f, Ink.Text);
            if (cause.Previous is { } before)
            {
                plot.Add.Marker(before, last - i).MarkerStyle = ChartStyle.Diamond(8, Ink.Standout);
            }
        }

        style.Ticks(plot.Axes.Left, causes.Select((cause, i) => ((double)(last - i), style.Label(words.Code("reason", cause.Reason), i + 1))));
        var highest = causes.Max(cause => Math.Max(cause.Share.High, cause.Previous ?? 0));
        plot.Axes.SetLimits(0, highest * 1.06, -0.6, last + 0.6);
        style.Beside(plot, causes.Select((cause, i) => ((double)(last - i), words.Say("causes.counts", Figures.Count(cause.Rejected), Figures.Percent(cause.Cumulative, 0)))));
        ChartStyle.Numbers(plot.Axes.Bottom, share => Figures.Percent(share, ChartStyle.Decimals(highest * 100)));
        (plot.Grid.XAxisStyle.IsVisible, plot.Grid.YAxisStyle.IsVisible) = (true, false);
        return new(plot, ChartStyle.Full, 130 + (causes.Count * RowHeight), words["causes.title"], answer);
    }
}
