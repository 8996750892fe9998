using ClaimInsights.Analysis.Statistics;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Draws a figure over time with its limits: what lies inside them is no news. No figure is below 0, so no limit is drawn there.</summary>
/// <param name="Months">First days of months, in order.</param>
/// <param name="Chart">Judged figures, one for each month.</param>
/// <param name="IsOpen">Whether a month's figure may still change; such a month is no signal and takes no part in the limits.</param>
/// <param name="Write">Writes a figure on the axis with so many decimals.</param>
/// <param name="Unit">How large 1 is on the axis: 100 where figures are written as percentages.</param>
/// <param name="Say">Writes a figure in a sentence, or two as a range.</param>
internal sealed record ControlPicture(
    IReadOnlyList<DateOnly> Months, ControlChart Chart, Func<int, bool> IsOpen, Func<double, int, string> Write, double Unit, Func<double, double?, string> Say)
{
    /// <summary>Draws it.</summary>
    /// <param name="style">Language and font.</param>
    /// <param name="size">Width and height, pixels.</param>
    /// <param name="title">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="vertical">What is measured, with its unit.</param>
    /// <param name="ceiling">Largest possible figure; null: none.</param>
    /// <param name="hasLegend">Small pictures side by side say once, in the text, what their signs mean.</param>
    public Picture Draw(
        ChartStyle style, (int Width, int Height) size, string title, string answer, string vertical, double? ceiling = null, bool hasLegend = true)
    {
        var words = style.Words;
        var plot = style.Begin(size.Width, title, answer, vertical, words["axis.month_closed"], hasLegend ? Legend(words) : []);
        DrawLimits(plot);
        DrawFigures(plot);
        var measured = Chart.Points.Where(point => double.IsFinite(point.Value)).ToList();
        var low = measured.Min(point => Math.Min(point.Value, double.IsFinite(point.Low) ? Math.Max(0, point.Low) : point.Value));
        var high = measured.Max(point => Math.Max(point.Value, double.IsFinite(point.High) ? point.High : point.Value));
        var room = Math.Max((high - low) * 0.12, Math.Max(Math.Abs(high) * 0.02, 1e-6));
        plot.Axes.SetLimits(-0.6, Months.Count - 0.4, Math.Max(0, low - room), Math.Min(ceiling ?? double.MaxValue, high + room));
        style.Months(plot, Months, size.Width);
        var decimals = ChartStyle.Decimals((high - low + room) * Unit);
        ChartStyle.Numbers(plot.Axes.Left, value => Write(value, decimals));
        return new(plot, size.Width, size.Height, title, answer);
    }

    /// <summary>The last month that is final, and whether it is inside its limits, in a sentence.</summary>
    public string LastInWords(Words words)
    {
        var last = Enumerable.Range(0, Months.Count).Last(i => !IsOpen(i) && double.IsFinite(Chart.Points[i].Value));
        var point = Chart.Points[last];
        var month = words.Month(Months[last]);
        if (!double.IsFinite(point.Low))
        {
            return words.Say("control.no_limits", month, Say(point.Value, null));
        }

        return words.Say(
            point.IsOutside ? "control.outside" : point.IsInRun ? "control.in_run" : "control.inside",
            month, Say(point.Value, null), Say(Math.Max(0, point.Low), point.High));
    }

    private void DrawLimits(Plot plot)
    {
        var limited = Enumerable.Range(0, Months.Count).Where(i => double.IsFinite(Chart.Points[i].Low)).ToList();
        if (limited.Count > 0)
        {
            double[] xs = [limited[0] - 0.5, .. limited.Select(i => (double)i), limited[^1] + 0.5];
            int[] at = [limited[0], .. limited, limited[^1]];
            var band = plot.Add.FillY(xs, [.. at.Select(i => Math.Max(0, Chart.Points[i].Low))], [.. at.Select(i => Chart.Points[i].High)]);
            band.FillColor = Ink.UsualRange;
            band.LineWidth = 0;
            band.MarkerSize = 0;
        }

        if (double.IsFinite(Chart.Centre))
        {
            plot.Add.HorizontalLine(Chart.Centre, 1.5f, Ink.Expected, LinePattern.Dashed);
        }
    }

    private void DrawFigures(Plot plot)
    {
        var known = Enumerable.Range(0, Months.Count).Where(i => double.IsFinite(Chart.Points[i].Value)).ToList();
        var line = plot.Add.ScatterLine(known.Select(i => (double)i).ToArray(), known.Select(i => Chart.Points[i].Value).ToArray(), Ink.Usual.WithAlpha(.55));
        line.LineWidth = 1.5f;
        foreach (var i in known)
        {
            var point = Chart.Points[i];
            var signal = point.IsSignal && !IsOpen(i);
            var marker = plot.Add.Marker(i, point.Value, MarkerShape.FilledCircle, signal ? 9 : 6, signal ? Ink.Standout : Ink.Usual);
            if (IsOpen(i))
            {
                marker.MarkerStyle = ChartStyle.Ring(7, Ink.Usual);
            }
        }
    }

    private List<LegendEntry> Legend(Words words)
    {
        List<LegendEntry> legend = [new(Swatch.Dot, Ink.Usual, words["legend.month"])];
        var all = Enumerable.Range(0, Months.Count).ToList();
        if (all.Exists(i => Chart.Points[i].IsSignal && !IsOpen(i)))
        {
            legend.Add(new(Swatch.Dot, Ink.Standout, words["legend.signal"]));
        }

        if (all.Exists(i => IsOpen(i)))
        {
            legend.Add(new(Swatch.Ring, Ink.Usual, words["legend.open"]));
        }

        legend.Add(new(Swatch.Dashes, Ink.Expected, words["legend.centre"]));
        if (Chart.Points.Any(point => double.IsFinite(point.Low)))
        {
            legend.Add(new(Swatch.Area, Ink.UsualRange, words["legend.limits"]));
        }

        return legend;
    }
}
