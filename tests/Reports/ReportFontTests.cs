using ClaimInsights.Reports;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Tests.Reports;

/// <summary>A font that is missing, or lacks a glyph, is an error that says what to do, never an empty label or a box.</summary>
public class ReportFontTests
{
    [Theory]
    [InlineData(Language.English, "fonts-dejavu-core")]
    [InlineData(Language.Chinese, "fonts-wqy-microhei")]
    public void without_a_font_the_error_names_the_package_to_install(Language language, string package)
    {
        var problem = Assert.Throws<ReportException>(() => ReportFont.Installed(language, ["No Such Font", "Neither This One"]));

        Assert.Contains(package, problem.Message, StringComparison.Ordinal);
        Assert.Contains("--font FILE", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_font_without_chinese_does_not_do_for_a_chinese_report()
    {
        var family = ReportFont.Choose(Language.English).Family;
        Assert.SkipUnless(family is "DejaVu Sans" or "Liberation Sans", $"{family} may have Chinese glyphs");

        Assert.Throws<ReportException>(() => ReportFont.Installed(Language.Chinese, [family]));
    }

    [Fact]
    public void a_missing_glyph_is_an_error_that_names_it()
    {
        var problem = Assert.Throws<ReportException>(() => ReportFont.Choose(Language.English).Require("ok \U0001F980"));

        Assert.Contains("U+1F980", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_font_file_that_is_none_is_an_error()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Contains("no such file", Assert.Throws<ReportException>(() => ReportFont.Choose(Language.English, file + ".ttf")).Message, StringComparison.Ordinal);
            Assert.Contains("not a font", Assert.Throws<ReportException>(() => ReportFont.Choose(Language.English, file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void a_font_file_draws_the_charts()
    {
        const string File = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf";
        Assert.SkipUnless(System.IO.File.Exists(File), "Liberation Sans is not installed");

        var picture = Report.Compose(SampleReport.Full() with { FontFile = File }).Pictures["cost_per_vehicle"];

        Assert.All(DrawnText.In(picture), text => Assert.StartsWith("Liberation Sans", text.Family, StringComparison.Ordinal));
    }
}
