using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Reports.Charts;

/// <summary>What moved the share of rejected claims: for each reason the part that came with other claims, and the part that came with other treatment of like ones.</summary>
internal static class RejectionMovesChart
{
    private const int RowHeight = 34;

    /// <param name="moves">Reasons between two quarters, the largest moves first; at least one.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<RejectionMove> moves, ChartStyle style)
    {
        var words = style.Words;
        var (mix, rule) = (moves.Sum(row => row.MixEffect), moves.Sum(row => row.RuleEffect));
        var answer = words.Say("moves.answer", Points(mix + rule), Points(mix), Points(rule));
        var plot = style.Begin(
            ChartStyle.Full, words["moves.title"], answer, "", words["moves.axis"],
            new LegendEntry(Swatch.Area, Ink.Usual, words["legend.mix"]),
            new LegendEntry(Swatch.Area, Ink.Standout, words["legend.rule"]));
        var last = moves.Count - 1;
        foreach (var (row, i) in moves.Select((row, i) => (row, i)))
        {
            foreach (var (effect, place, ink) in new[] { (row.MixEffect, 0.2, Ink.Usual), (row.RuleEffect, -0.2, Ink.Standout) })
            {
                ChartStyle.Bar(plot, last - i + place, 100 * effect, ink, 0.36);
            }
        }

        plot.Add.VerticalLine(0, 1, Ink.Text);
        style.Ticks(plot.Axes.Left, moves.Select((row, i) => ((double)(last - i), style.Label(words.Code("reason", row.Item), i + 1))));
        var effects = moves.SelectMany(row => new[] { 100 * row.MixEffect, 100 * row.RuleEffect }).Append(0).ToList();
        var margin = Math.Max((effects.Max() - effects.Min()) * 0.06, 0.01);
        plot.Axes.SetLimits(effects.Min() - margin, effects.Max() + margin, -0.6, last + 0.6);
        style.Beside(plot, moves.Select((row, i) => ((double)(last - i), Points(row.Move))));
        ChartStyle.Numbers(plot.Axes.Bottom, value => Figures.Number(value, ChartStyle.Decimals(effects.Max(Math.Abs))));
        (plot.Grid.XAxisStyle.IsVisible, plot.Grid.YAxisStyle.IsVisible) = (true, false);
        return new(plot, ChartStyle.Full, 130 + (moves.Count * RowHeight), words["moves.title"], answer);
    }

    private static string Points(double effect) => (effect > 0 ? "+" : "") + Figures.Number(100 * effect, 2);
}
