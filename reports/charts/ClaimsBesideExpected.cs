using ClaimInsights.Analysis.Statistics;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Claims of successive classes with their intervals, beside what was expected; those of a cluster stand out, and where others are shown too its classes are shaded.</summary>
internal static class ClaimsBesideExpected
{
    /// <param name="plot">Where to draw.</param>
    /// <param name="rows">In order; at least one.</param>
    /// <param name="size">Of a dot, pixels.</param>
    public static void Draw(Plot plot, IReadOnlyList<(long Claims, double Expected, bool IsInCluster)> rows, float size)
    {
        var inside = Enumerable.Range(0, rows.Count).Where(i => rows[i].IsInCluster).ToList();
        if (inside.Count > 0 && inside.Count < rows.Count)
        {
            plot.Add.HorizontalSpan(inside[0] - 0.5, inside[^1] + 0.5, Ink.StandoutRange).LineStyle.Width = 0;
        }

        var expected = plot.Add.ScatterLine(rows.Select((_, i) => (double)i).ToArray(), rows.Select(row => row.Expected).ToArray(), Ink.Expected);
        (expected.LineWidth, expected.ConnectStyle) = (2, ConnectStyle.Straight);
        var highest = rows.Max(row => row.Expected);
        for (var i = 0; i < rows.Count; i++)
        {
            var interval = RateInterval.Poisson(rows[i].Claims, 1);
            var color = rows[i].IsInCluster ? Ink.Standout : Ink.Usual;
            plot.Add.Line(i, interval.Low, i, interval.High).LineStyle = new LineStyle(1.5f, color.WithAlpha(.6));
            plot.Add.Marker(i, rows[i].Claims, MarkerShape.FilledCircle, size, color);
            highest = Math.Max(highest, interval.High);
        }

        // A little room below 0, so that a dot without a claim is whole.
        plot.Axes.SetLimits(-0.7, rows.Count - 0.3, highest * -0.025, highest * 1.06);
        ChartStyle.Numbers(plot.Axes.Left, value => Figures.Number(value, 0), whole: true);
    }
}
