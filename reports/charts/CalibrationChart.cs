using ClaimInsights.Models;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Does a score of 30 % mean that three of ten reviews find the owner's damage? Mean score against what reviews found.</summary>
internal static class CalibrationChart
{
    /// <param name="points">Bins of later reviewed claims; at least one.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<CalibrationPoint> points, ChartStyle style)
    {
        var words = style.Words;
        var off = points.Count(point => point.MeanScore < point.ShareLow || point.MeanScore > point.ShareHigh);
        var answer = words.Say(off == 0 ? "calibration.answer_none" : "calibration.answer", Figures.Count(points.Count - off), Figures.Count(points.Count));
        var plot = style.Begin(
            ChartStyle.Half, words["calibration.title"], answer, words["calibration.axis"], words["calibration.axis_score"],
            new LegendEntry(Swatch.Interval, Ink.Usual, words["legend.bin"]),
            new LegendEntry(Swatch.Dashes, Ink.Expected, words["legend.diagonal"]));

        var highest = Math.Min(1, Math.Max(points.Max(point => Math.Max(point.MeanScore, point.ShareHigh)) * 1.06, 0.1));
        plot.Add.Line(0, 0, 1, 1).LineStyle = new LineStyle(1.5f, Ink.Expected, LinePattern.Dashed);
        foreach (var point in points)
        {
            plot.Add.Line(point.MeanScore, point.ShareLow, point.MeanScore, point.ShareHigh).LineStyle = new LineStyle(1.5f, Ink.Usual.WithAlpha(.6));
            plot.Add.Marker(point.MeanScore, point.ObservedShare, MarkerShape.FilledCircle, 8, Ink.Usual);
        }

        var last = Math.Min(1, Math.Max(points.Max(point => point.MeanScore) * 1.12, 0.02));
        plot.Axes.SetLimits(0, last, 0, highest);
        ChartStyle.Numbers(plot.Axes.Left, share => Figures.Percent(share, ChartStyle.Decimals(highest * 100)));
        ChartStyle.Numbers(plot.Axes.Bottom, share => Figures.Percent(share, ChartStyle.Decimals(last * 100)));
        return new(plot, ChartStyle.Half, 360, words["calibration.title"], answer);
    }
}
