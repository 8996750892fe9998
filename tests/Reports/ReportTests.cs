using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>The folder that a report is.</summary>
public class ReportTests
{
    [Fact]
    public void samples_can_be_looked_at()
    {
        var folder = Environment.GetEnvironmentVariable("CLAIMINSIGHTS_SAMPLE_REPORTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMINSIGHTS_SAMPLE_REPORTS names no folder to write sample reports to");
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            Report.Write(SampleReport.Full(language), Path.Combine(folder, $"full-{language}"));
            Report.Write(SampleReport.Share(language), Path.Combine(folder, $"share-{language}"));
            Report.Write(SampleReport.Empty(language), Path.Combine(folder, $"empty-{language}"));
        }
    }
}
