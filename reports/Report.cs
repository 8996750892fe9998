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
        ArgumentNullException.ThrowIfNull(input);
        var style = new ChartStyle(ReportFont.Choose(input.Language, input.FontFile), new Words(input.Language, input.IsShare));
        try
        {
            var charts = Directory.CreateDirectory(Path.Combine(folder, "charts"));
            foreach (var old in charts.EnumerateFiles("*.png"))
            {
                old.Delete();
            }

            return Write(input, folder, style, new Gallery(charts.FullName, style.Words));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ReportException($"{folder}: the report cannot be written there ({problem.Message}). Name another folder with --out DIR", problem);
        }
    }

    /// <summary>What the report finds in one sentence for each of three readers: quality engineer, reviewer, management.</summary>
    /// <param name="input">As in <see cref="Write(ReportInput, string)"/>.</param>
    public static IReadOnlyList<string> Summaries(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var style = new ChartStyle(ReportFont.Choose(input.Language, input.FontFile), new Words(input.Language, input.IsShare));
        return new IndexPage(input, Judgement.Of(input), style, new Gallery("", style.Words)).Summaries();
    }

    private static string Write(ReportInput input, string folder, ChartStyle style, Gallery gallery)
    {
        var judgement = Judgement.Of(input);
        (string Name, string Text)[] pages =
        [
            ("index", new IndexPage(input, judgement, style, gallery).Write()),
            ("quality", new QualityPage(input, style, gallery).Write()),
            ("review", new ReviewPage(input, style, gallery).Write()),
            ("management", new ManagementPage(input, judgement, style, gallery).Write()),
        ];
        foreach (var (name, text) in pages)
        {
            File.WriteAllText(Path.Combine(folder, name + ".html"), text, new UTF8Encoding(false));
        }

        return Path.Combine(folder, "index.html");
    }
}
