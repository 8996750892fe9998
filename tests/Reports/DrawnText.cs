using System.Globalization;
using System.Xml.Linq;
using ClaimInsights.Reports.Charts;
using ScottPlot;
using SkiaSharp;

namespace ClaimInsights.Tests.Reports;

/// <summary>One piece of text as a chart really draws it, read from its SVG: what, in which font, and the box that its letters fill.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Family">Font families as Skia names them.</param>
/// <param name="Box">From the capitals' top to the baseline, pixels of the picture.</param>
/// <param name="Clip">What is visible of the picture where it stands.</param>
internal sealed record DrawnText(string Text, string Family, SKRect Box, SKRect Clip)
{
    /// <summary>Every text of a chart.</summary>
    public static IReadOnlyList<DrawnText> In(Picture chart)
    {
        // Skia cannot write broken lines to SVG and says so on standard error for each.
        foreach (var line in chart.Plot.GetPlottables().OfType<IHasLine>())
        {
            line.LineStyle.Pattern = LinePattern.Solid;
        }

        chart.Plot.ScaleFactor = 1;
        var root = XDocument.Parse(chart.Plot.GetSvgXml(chart.Width, chart.Height)).Root!;
        var picture = SKRect.Create(Number(root, "width"), Number(root, "height"));
        var clips = root.Descendants().Where(one => one.Name.LocalName == "clipPath")
            .ToDictionary(one => $"url(#{one.Attribute("id")!.Value})", one => one.Elements().First());
        return [.. root.Descendants().Where(one => one.Name.LocalName == "text").Select(one => Read(one, picture, clips))];
    }

    private static DrawnText Read(XElement element, SKRect picture, Dictionary<string, XElement> clips)
    {
        var clip = picture;
        foreach (var group in element.Ancestors().Where(one => one.Attribute("clip-path") is not null))
        {
            var rect = clips[group.Attribute("clip-path")!.Value];
            clip.Intersect(SKRect.Create(Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height")));
        }

        var text = element.Value.Trim('\n', '\t', '\r');
        var families = element.Attribute("font-family")!.Value;
        using var typeface = SKFontManager.Default.MatchFamily(
            families.Split(", ")[0], element.Attribute("font-weight") is null ? SKFontStyle.Normal : SKFontStyle.Bold);
        using var font = new SKFont(typeface, Number(element, "font-size"));
        var xs = Numbers(element.Attribute("x")!.Value);
        var y = Numbers(element.Attribute("y")!.Value)[0];
        var right = xs[^1] + font.MeasureText(text.EnumerateRunes().Last().ToString());
        var box = Transform(element.Attribute("transform")?.Value).MapRect(new SKRect(xs[0], y - font.Metrics.CapHeight, right, y));
        return new(text, families, box, clip);
    }

    private static SKMatrix Transform(string? text)
    {
        if (text is null)
        {
            return SKMatrix.Identity;
        }

        var numbers = Numbers(text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
        return text.Split('(')[0] switch
        {
            "translate" => SKMatrix.CreateTranslation(numbers[0], numbers.Length > 1 ? numbers[1] : 0),
            "matrix" => new SKMatrix(numbers[0], numbers[2], numbers[4], numbers[1], numbers[3], numbers[5], 0, 0, 1),
            var other => throw new InvalidOperationException($"the test does not know the transformation {other}"),
        };
    }

    private static float Number(XElement element, string name) => element.Attribute(name) is { } value ? float.Parse(value.Value, CultureInfo.InvariantCulture) : 0;

    private static float[] Numbers(string text) =>
        [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => float.Parse(part, CultureInfo.InvariantCulture))];
}
