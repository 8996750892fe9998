using System.Text;
using SkiaSharp;

namespace ClaimInsights.Reports.Charts;

/// <summary>
/// The font that charts are drawn with. Skia draws no text at all without one, and boxes for what it lacks, both without an error:
/// hence it is chosen by name and asked for every glyph before anything is drawn.
/// </summary>
internal sealed class ReportFont
{
    private static readonly string[] ForEnglish =
    [
        "DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Helvetica", "Arial", "Roboto", "Ubuntu", "Cantarell", "Verdana",
        "WenQuanYi Micro Hei", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC",
    ];

    private static readonly string[] ForChinese =
    [
        "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
        "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Heiti SC", "SimHei", "DengXian", "SimSun",
    ];

    private const float MeasuredAt = 100;
    private readonly SKTypeface typeface;
    private readonly float middle;
    private readonly float sink;
    private readonly string remedy;

    private ReportFont(SKTypeface typeface, string family, string remedy)
    {
        this.typeface = typeface;
        this.remedy = remedy;
        Family = family;
        using var paint = ScottPlot.Paint.NewDisposablePaint();
        using var font = new SKFont(typeface, MeasuredAt);
        var box = new ScottPlot.LabelStyle { FontName = family, Font = Typeface(), FontSize = MeasuredAt }.Measure("H", paint);
        middle = (box.Height - box.Bottom - (font.Metrics.CapHeight / 2)) / MeasuredAt;
        sink = ((box.Height / 2) / MeasuredAt) - middle;
    }

    /// <summary>The name under which ScottPlot knows it.</summary>
    public string Family { get; }

    /// <summary>
    /// What ScottPlot is to draw with. A label that only names its font may be drawn with the one of the picture before (seen in 5.1.59):
    /// so each is given the typeface itself.
    /// </summary>
    public SKTypeface Typeface(bool bold = false) => ScottPlot.Fonts.GetTypeface(Family, bold, italic: false);

    /// <summary>From the top of a line to the middle of its capitals, pixels.</summary>
    public float Middle(float size) => middle * size;

    /// <summary>How far ScottPlot sets a text too high where it is to stand in the middle, pixels; it depends on the font.</summary>
    public float Sink(float size) => sink * size;

    /// <summary>How wide a line is, pixels.</summary>
    public float Width(string line, float size)
    {
        using var font = new SKFont(typeface, size);
        return font.MeasureText(line);
    }

    /// <summary>The first font of the machine that draws the language, or the file's.</summary>
    /// <param name="language">What will be drawn.</param>
    /// <param name="file">A font file; null: a font of the machine.</param>
    /// <exception cref="ReportException">There is none, the file is no font, or it lacks the language's glyphs.</exception>
    public static ReportFont Choose(Language language, string? file = null) =>
        file is null ? Installed(language, language == Language.English ? ForEnglish : ForChinese) : FromFile(language, file);

    /// <summary>The first of these families that is installed and draws the language.</summary>
    /// <exception cref="ReportException">None is.</exception>
    internal static ReportFont Installed(Language language, IReadOnlyList<string> families)
    {
        var installed = SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var family in families.Where(installed.Contains))
        {
            if (SKFontManager.Default.MatchFamily(family) is { } typeface && Draws(typeface, Sample(language)))
            {
                return new(typeface, family, Remedy(language));
            }
        }

        throw new ReportException(language == Language.English
            ? $"no font to draw charts with was found on this machine. {Remedy(language)}"
            : $"no font with Chinese glyphs to draw charts with was found on this machine. {Remedy(language)}");
    }

    /// <summary>Whether it has a glyph for every character.</summary>
    public bool Draws(string text) => Draws(typeface, text);

    /// <summary>Makes sure that it has a glyph for every character.</summary>
    /// <exception cref="ReportException">It lacks one; the message names it.</exception>
    public void Require(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!HasGlyph(typeface, rune))
            {
                throw new ReportException($"the font {Family} has no glyph for U+{rune.Value:X4} in '{text.ReplaceLineEndings(" ")}'. {remedy}");
            }
        }
    }

    private static ReportFont FromFile(Language language, string file)
    {
        var typeface = File.Exists(file) ? SKTypeface.FromFile(file) : null;
        if (typeface is null)
        {
            throw new ReportException($"--font {file}: {(File.Exists(file) ? "not a font" : "there is no such file")}; expected a TrueType or OpenType file (.ttf, .ttc, .otf)");
        }

        if (!Draws(typeface, Sample(language)))
        {
            throw new ReportException($"--font {file}: has no glyphs for {language}. {Remedy(language)}");
        }

        var name = $"file:{Path.GetFullPath(file)}";
        ScottPlot.Fonts.AddFontFile(name, file, bold: false, italic: false);
        ScottPlot.Fonts.AddFontFile(name, file, bold: true, italic: false);
        return new(typeface, name, Remedy(language));
    }

    private static bool Draws(SKTypeface typeface, string text) => text.EnumerateRunes().All(rune => HasGlyph(typeface, rune));

    private static bool HasGlyph(SKTypeface typeface, Rune rune) => rune.Value == '\n' || typeface.GetGlyph(rune.Value) != 0;

    private static string Sample(Language language) => language == Language.English ? "AZaz09 ,.–·%×" : "AZaz09 ,.–·%×质量车辆索赔拒赔首次审核，。（）";

    private static string Remedy(Language language) => language == Language.English
        ? "Install one (Debian: apt-get install fonts-dejavu-core) or name a file with --font FILE"
        : "Install one (Debian: apt-get install fonts-wqy-microhei) or name a file with --font FILE";
}
