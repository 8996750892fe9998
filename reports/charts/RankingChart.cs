using ClaimInsights.Models;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Does the model find more than simpler ways of choosing? Precision at review capacity of each ranking.</summary>
internal static class RankingChart
{
    /// <param name="figures">The model first, then its baselines; at least one.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<RankingFigures> figures, ChartStyle style)
    {
        var words = style.Words;
        var best = figures[0];
        var answer = words.Say("ranking.answer", Figures.Count(best.Capacity), Figures.Percent(best.PrecisionAtCapacity, 0));
        var plot = style.Begin(ChartStyle.Half, words["ranking.title"], answer, "", words.Say("ranking.axis", Figures.Count(best.Capacity)));
        var last = figures.Count - 1;
        foreach (var (row, i) in figures.Select((row, i) => (row, i)))
        {
            ChartStyle.Bar(plot, last - i, row.PrecisionAtCapacity, i == 0 ? Ink.Usual : Ink.Expected, 0.55);
            style.Write(plot, Figures.Percent(row.PrecisionAtCapacity, 0), row.PrecisionAtCapacity, last - i, Alignment.MiddleLeft, Ink.Text, offsetX: 6);
        }

        style.Ticks(plot.Axes.Left, figures.Select((row, i) => ((double)(last - i), style.Label(words.Code("ranking", row.Ranking), i + 1))));
        var longest = Math.Max(0.02, figures.Max(row => row.PrecisionAtCapacity) * 1.2);
        plot.Axes.SetLimits(0, longest, -0.6, last + 0.6);
        ChartStyle.Numbers(plot.Axes.Bottom, share => Figures.Percent(share, ChartStyle.Decimals(longest * 100)));
        (plot.Grid.XAxisStyle.IsVisible, plot.Grid.YAxisStyle.IsVisible) = (true, false);
        return new(plot, ChartStyle.Half, 360, words["ranking.title"], answer);
    }
}
