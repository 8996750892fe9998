using ClaimInsights.Reports;
using ClaimInsights.Reports.Charts;
using ScottPlot;
using SkiaSharp;
using Language = ClaimInsights.Reports.Language;

namespace ClaimInsights.Tests.Reports;

/// <summary>What can be read on the charts: nothing is cut, covered, or a box.</summary>
public class ChartTextTests
{
    public static TheoryData<Language, string> Samples => new(
        from language in new[] { Language.English, Language.Chinese }
        from name in new[] { "full", "share", "extreme" }
        select (language, name));

    [Theory, MemberData(nameof(Samples))]
    public void every_text_lies_inside_the_picture_and_on_no_other_text(Language language, string name)
    {
        var problems = new List<string>();
        foreach (var (chart, picture) in Report.Compose(Sample(name, language)).Pictures)
        {
            var texts = DrawnText.In(picture);
            problems.AddRange(texts.Where(text => !Inside(text.Box, text.Clip)).Select(text => $"{chart}: '{text.Text}' is cut: {text.Box} in {text.Clip}"));
            problems.AddRange(
                from i in Enumerable.Range(0, texts.Count)
                from j in Enumerable.Range(i + 1, texts.Count - i - 1)
                where texts[i].Box.IntersectsWith(texts[j].Box)
                select $"{chart}: '{texts[i].Text}' lies on '{texts[j].Text}'");
        }

        Assert.Empty(problems);
    }

    [Theory, MemberData(nameof(Samples))]
    public void no_two_ticks_of_an_axis_say_the_same(Language language, string name)
    {
        foreach (var (chart, picture) in Report.Compose(Sample(name, language)).Pictures)
        {
            DrawnText.In(picture);
            foreach (var axis in new IAxis[] { picture.Plot.Axes.Left, picture.Plot.Axes.Bottom })
            {
                var labels = axis.TickGenerator.Ticks.Where(tick => tick.IsMajor && tick.Label.Length > 0 && char.IsDigit(tick.Label[0]) && !tick.Label.Contains('月', StringComparison.Ordinal)).Select(tick => tick.Label).ToList();
                Assert.True(labels.Distinct().Count() == labels.Count, $"{chart}: {string.Join(" ", labels)}");
            }
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void every_text_is_drawn_in_the_chosen_font_which_has_its_glyphs(Language language, string name)
    {
        var font = ReportFont.Choose(language);
        var input = Sample(name, language);
        // The language of the picture before must not matter.
        _ = Report.Compose(Sample(name, language == Language.English ? Language.Chinese : Language.English)).Pictures.Values.First().Png();
        foreach (var (chart, picture) in Report.Compose(input).Pictures)
        {
            Assert.All(DrawnText.In(picture), text =>
            {
                Assert.True(text.Family.Split(", ").Contains(font.Family), $"{chart}: '{text.Text}' is drawn in {text.Family}");
                Assert.True(font.Draws(text.Text), $"{chart}: '{text.Text}' has missing glyphs");
            });
        }
    }

    [Fact]
    public void an_english_report_draws_no_chinese_glyph_whatever_the_data_hold()
    {
        var pictures = Report.Compose(Sample("extreme", Language.English)).Pictures;

        var texts = pictures.Values.SelectMany(picture => DrawnText.In(picture)).Select(text => text.Text).ToList();

        Assert.DoesNotContain(texts, text => text.Any(letter => letter >= '\u2e80'));
        Assert.Contains("#1", texts);
    }

    [Fact]
    public void a_chinese_report_draws_the_names_that_the_data_hold()
    {
        var pictures = Report.Compose(Sample("extreme", Language.Chinese)).Pictures;

        Assert.Contains(pictures.Values.SelectMany(picture => DrawnText.In(picture)), text => text.Text.Contains("水泵", StringComparison.Ordinal));
    }

    [Fact]
    public void a_full_report_draws_at_least_eight_kinds_of_charts_and_each_asks_a_question()
    {
        var pictures = Report.Compose(SampleReport.Full()).Pictures;

        Assert.Superset(
            new HashSet<string>
            {
                "defect_clusters", "cluster_1_build_months", "cluster_1_months_in_service", "cost_per_vehicle", "rejection_share", "rejection_causes",
                "stage_decided", "dealer_funnel", "suspicion_scores", "calibration", "rankings",
            },
            pictures.Keys.ToHashSet());
        Assert.All(pictures.Values, picture => Assert.EndsWith("?", picture.Title, StringComparison.Ordinal));
    }

    private static ReportInput Sample(string name, Language language) => name switch
    {
        "full" => SampleReport.Full(language),
        "share" => SampleReport.Share(language),
        _ => SampleReport.Extreme(language),
    };

    private static bool Inside(SKRect inner, SKRect outer) =>
        inner.Left >= outer.Left && inner.Right <= outer.Right && inner.Top >= outer.Top && inner.Bottom <= outer.Bottom;
}
