using System.Text;
using ClaimInsights.Reports.Charts;
using ClaimInsights.Reports.Pages;

namespace ClaimInsights.Reports;

/// <summary>Rows in, a folder to read out: <c>index.html</c>, a page for each reader, <c>charts/</c>. It needs no network and no script.</summary>
public static class Report
{
    /// <summary>Writes a report; the same input gives the same bytes.</summary>
    /// <param name="input">Everything that it says.</param>
    /// <param name="folder">Made if need be; pages and charts of an earlier report in it are replaced.</param>
    /// <returns>Path of <c>index.html</c>.</returns>
    /// <exception cref="ReportException">No font draws the language, or the folder cannot be written.</exception>
    public static string Write(ReportInput input, string folder)
    {
        var (pages, pictures) = Compose(input);
        try
        {
            var charts = Directory.CreateDirectory(Path.Combine(folder, "charts"));
            foreach (var old in charts.EnumerateFiles("*.png"))
            {
                old.Delete();
            }

            foreach (var (name, picture) in pictures)
            {
                File.WriteAllBytes(Path.Combine(charts.FullName, name + ".png"), picture.Png());
            }

            foreach (var (name, text) in pages)
            {
                File.WriteAllText(Path.Combine(folder, name + ".html"), text, new UTF8Encoding(false));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ReportException($"{folder}: the report cannot be written there ({problem.Message}). Name another folder with --out DIR", problem);
        }

        return Path.Combine(folder, "index.html");
    }

    /// <summary>What the report finds in one sentence for each of three readers: quality engineer, reviewer, management.</summary>
    /// <param name="input">As in <see cref="Write"/>.</param>
    /// <exception cref="ReportException">No font draws the language.</exception>
    public static IReadOnlyList<string> Summaries(ReportInput input)
    {
        var style = StyleOf(input);
        return new IndexPage(input, Judgement.Of(input, style.Words), style, new Gallery(style.Words)).Summaries();
    }

    /// <summary>The pages and charts of a report, not written yet.</summary>
    internal static (IReadOnlyDictionary<string, string> Pages, IReadOnlyDictionary<string, Picture> Pictures) Compose(ReportInput input)
    {
        var style = StyleOf(input);
        var judgement = Judgement.Of(input, style.Words);
        var gallery = new Gallery(style.Words);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["index"] = new IndexPage(input, judgement, style, gallery).Write(),
            ["quality"] = new QualityPage(input, style, gallery).Write(),
            ["review"] = new ReviewPage(input, style, gallery).Write(),
            ["learning"] = new LearningPage(input, style, gallery).Write(),
            ["management"] = new ManagementPage(input, judgement, style, gallery).Write(),
            ["rejections"] = new RejectionsPage(input, style, gallery).Write(),
            ["fairness"] = new FairnessPage(input, style).Write(),
            ["promptness"] = new PromptnessPage(input, style, gallery).Write(),
            ["guarantees"] = new GuaranteesPage(input, style, gallery).Write(),
        };
        return (pages, gallery.Pictures);
    }

    private static ChartStyle StyleOf(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(ReportFont.Choose(input.Language, input.FontFile), new Words(input.Language, input.IsShare));
    }
}
