using ScottPlot;
using SkiaSharp;

namespace ClaimInsights.Reports.Charts;

/// <summary>What a legend shows beside a text.</summary>
internal enum Swatch
{
    /// <summary>A filled circle.</summary>
    Dot,

    /// <summary>A circle that is not filled.</summary>
    Ring,

    /// <summary>A diamond that is not filled.</summary>
    Diamond,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A broken line.</summary>
    Dashes,

    /// <summary>An area.</summary>
    Area,

    /// <summary>A dot with an interval.</summary>
    Interval,
}

/// <summary>One entry of a legend.</summary>
internal sealed record LegendEntry(Swatch Swatch, Color Color, string Text);

/// <summary>
/// The top of a chart, flush left: its question, the answer, the legend, and what the vertical axis measures. A panel above the data,
/// so a legend never lies on the data and a long text takes another line and is never cut.
/// </summary>
internal sealed class ChartHeading(ReportFont font, int width, string title, string answer, string verticalAxis, IReadOnlyList<LegendEntry> legend) : IPanel
{
    private const float Margin = 16, SwatchWidth = 22, Gap = 18;
    private readonly LabelStyle titleStyle = Style(font, 15, Ink.Text, bold: true);
    private readonly LabelStyle answerStyle = Style(font, 12, Ink.Muted);
    private readonly LabelStyle smallStyle = Style(font, 11, Ink.Text);
    private readonly LabelStyle axisStyle = Style(font, 11, Ink.Muted);

    public bool IsVisible { get; set; } = true;

    public float MinimumSize { get; set; }

    public float MaximumSize { get; set; } = float.MaxValue;

    public Edge Edge => Edge.Top;

    public bool ShowDebugInformation { get; set; }

    /// <summary>Every text that it draws.</summary>
    public IEnumerable<string> Texts => [title, answer, verticalAxis, .. legend.Select(entry => entry.Text)];

    public float Measure(Paint paint) => Walk(paint, (_, _, _, _) => { }, (_, _, _) => { });

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) =>
        new(dataRect.Left, dataRect.Right, dataRect.Top - offset, dataRect.Top - offset - size);

    public void Render(RenderPack rp, float size, float offset)
    {
        var corner = rp.ScaledFigureRect.TopLeft;
        Walk(
            rp.Paint,
            (style, line, x, y) => style.Render(rp.Canvas, new Pixel(corner.X + x, corner.Y + y), rp.Paint, line),
            (entry, x, y) => DrawSwatch(rp, entry, corner.X + x, corner.Y + y));
    }

    /// <summary>Lays everything out from the picture's corner; returns the height.</summary>
    private float Walk(Paint paint, Action<LabelStyle, string, float, float> text, Action<LegendEntry, float, float> swatch)
    {
        var y = 12f;
        y = Paragraph(titleStyle, title, y, 19, paint, text);
        y = Paragraph(answerStyle, answer, y + 2, 16, paint, text);
        y = LegendRow(y + 8, paint, text, swatch);
        return verticalAxis.Length == 0 ? y + 4 : Paragraph(axisStyle, verticalAxis, y + 8, 15, paint, text) + 6;
    }

    private float Paragraph(LabelStyle style, string value, float y, float lineHeight, Paint paint, Action<LabelStyle, string, float, float> text)
    {
        if (value.Length == 0)
        {
            return y;
        }

        foreach (var line in TextWrap.Lines(value, width - (2 * Margin), one => style.Measure(one, paint).Width))
        {
            text(style, line, Margin, y);
            y += lineHeight;
        }

        return y;
    }

    private float LegendRow(float y, Paint paint, Action<LabelStyle, string, float, float> text, Action<LegendEntry, float, float> swatch)
    {
        if (legend.Count == 0)
        {
            return y - 8;
        }

        var x = Margin;
        foreach (var entry in legend)
        {
            var lines = TextWrap.Lines(entry.Text, width - (2 * Margin) - SwatchWidth, one => smallStyle.Measure(one, paint).Width);
            var needed = SwatchWidth + lines.Max(line => smallStyle.Measure(line, paint).Width);
            if (x > Margin && x + needed > width - Margin)
            {
                (x, y) = (Margin, y + 16);
            }

            swatch(entry, x, y + font.Middle(11));
            foreach (var (line, i) in lines.Select((line, i) => (line, i)))
            {
                text(smallStyle, line, x + SwatchWidth, y + (i * 16));
            }

            y += (lines.Count - 1) * 16;
            x += needed + Gap;
        }

        return y + 16;
    }

    private static void DrawSwatch(RenderPack rp, LegendEntry entry, float x, float middle)
    {
        var centre = new Pixel(x + 8, middle);
        if (entry.Swatch == Swatch.Area)
        {
            using var fill = new SKPaint { Color = entry.Color.ToSKColor() };
            rp.Canvas.DrawRect(x, middle - 5, 16, 10, fill);
            return;
        }

        foreach (var (from, to) in Strokes(entry.Swatch))
        {
            new LineStyle(2, entry.Color).Render(rp.Canvas, new PixelLine(x + from, middle, x + to, middle), rp.Paint);
        }

        if (Marker(entry) is { } marker)
        {
            marker.Render(rp.Canvas, centre, rp.Paint);
        }
    }

    private static (float From, float To)[] Strokes(Swatch swatch) => swatch switch
    {
        Swatch.Line or Swatch.Interval => [(0, 16)],
        Swatch.Dashes => [(0, 6), (10, 16)],
        _ => [],
    };

    private static MarkerStyle? Marker(LegendEntry entry) => entry.Swatch switch
    {
        Swatch.Dot or Swatch.Interval => new MarkerStyle(MarkerShape.FilledCircle, 8, entry.Color),
        Swatch.Ring => ChartStyle.Ring(8, entry.Color),
        Swatch.Diamond => ChartStyle.Diamond(9, entry.Color),
        _ => null,
    };

    private static LabelStyle Style(ReportFont font, float size, Color color, bool bold = false) =>
        new() { FontName = font.Family, Font = font.Typeface(bold), FontSize = size, ForeColor = color, Bold = bold, Alignment = Alignment.UpperLeft };
}
