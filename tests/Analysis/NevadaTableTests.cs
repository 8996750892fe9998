using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Life;
using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Tests.Statistics;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Sales by month, returns by month: in, fitted, out again.</summary>
public sealed class NevadaTableTests : IDisposable
{
    private const string Text = "sold_in,sold,2025-01,2025-02,2025-03,2025-04\n2025-01,100,0,3,3,5\n2025-02,140,,0,2,4\n2025-03,150,,,0,4\n";
    private readonly string folder = Directory.CreateTempSubdirectory("nevada-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void the_table_is_read_fitted_and_written_the_same()
    {
        var table = NevadaTable.Read(Write(Text));

        // R 4.2.2, survreg on exact ages 1, 2, 3 and censored 3, 2, 1: shape, scale, log-likelihood, returns of the next month by row
        var exact = WeibullFit.Fit(table.Exact())!;
        Near.Equal([2.492775, 6.695053, -85.909170], [exact.Shape, exact.Scale, exact.LogLikelihood], 2e-7);
        Assert.Equal(11.7624 + 11.0406 + 5.7893, table.Expect(exact, 1), 3);
        // survreg(Surv(t1, t2, type = "interval2"))
        var within = WeibullFit.FitIntervals(table.Intervals())!;
        Near.Equal([1.393701, 15.351118], [within.Shape, within.Scale], 1e-6);
        using var written = new StringWriter();
        table.Write(written);
        Assert.Equal(Text, written.ToString());
    }

    [Fact]
    public void heavy_ties_at_the_censoring_age_and_a_first_month_are_fitted_and_no_return_is_no_fit()
    {
        // R 4.2.2: survreg(Surv(c(NA, 1, 5), c(1, 2, NA), type = "interval2") ~ 1, weights = c(8, 4, 1000)): shape .22480731, log-likelihood -76.60579660
        var fit = WeibullFit.FitIntervals([new(0, 1, 8), new(1, 2, 4), new(5, double.PositiveInfinity, 1000)])!;

        Assert.Equal(0.22480731, fit.Shape, 5);
        Assert.True(fit.LogLikelihood >= -76.6057967, $"{fit}");
        Assert.Null(WeibullFit.FitIntervals([new(5, double.PositiveInfinity, 10)]));
        Assert.Null(WeibullFit.FitIntervals([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeibullFit.FitIntervals([new(2, 2, 1)]));
    }

    [Theory]
    [InlineData("sold_in,sold,2025-01\n2025-13,10,1\n", "line 2: '2025-13' is no month")]
    [InlineData("sold_in,sold,2025-01\n2025-01,ten,1\n", "line 2: 'ten' is no count")]
    [InlineData("sold_in,sold,2025-01\n2025-01,1,2\n", "line 2: 2 returns of 1 units")]
    [InlineData("sold_in,sold,2025-01\n2025-02,5,2\n", "line 2: 2 returns in 2025-01 of units sold in 2025-02")]
    [InlineData("sold_in,sold,2025-01,2025-03\n", "2025-03 after 2025-01")]
    [InlineData("sold_in,sold\n", "line 1: 2 columns")]
    [InlineData("", "line 1: 0 columns")]
    public void a_table_that_is_none_is_refused_with_the_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<AnalysisException>(() => NevadaTable.Read(Write(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void a_chart_of_the_store_counts_first_returns_of_vehicles_under_warranty()
    {
        using var warehouse = Given.Rows(
        [
            Given.Vehicle("V1", ("in_service_on", "2026-01-10")), Given.Vehicle("V2", ("in_service_on", "2026-01-20"), ("plant", "B")), Given.Vehicle("V3", ("in_service_on", "2026-03-01")),
            Given.Vehicle("V4", ("in_service_on", "2026-01-05"), ("warranty_months", "2")),
            Given.Claim("C1", ("vin", "V1"), ("failed_on", "2026-02-01"), ("closed_on", "2026-03-10")),
            Given.Claim("C2", ("vin", "V1"), ("failed_on", "2026-04-01"), ("reported_on", "2026-04-02"), ("decided_on", "2026-04-03"), ("closed_on", "2026-04-10")),
        ]);

        var table = NevadaTable.Of(warehouse, "P-100", "leak", "");
        Assert.Equal([(new DateOnly(2026, 1, 1), 3L), (new DateOnly(2026, 3, 1), 1L)], table.Rows.Select(row => (row.Month, row.Sold)));
        Assert.Equal([0L, 0, 1, 0, 0, 0], table.Rows[0].Returns);
        Assert.Equal(new DateOnly(2026, 6, 1), table.Last);
        Assert.Contains(table.Watched[new(2026, 1, 1)], one => one.Months < 5);
        Assert.Equal([2L, 1], NevadaTable.Of(warehouse, "P-100", "leak", "plant=A").Rows.Select(row => row.Sold));
        Assert.Throws<AnalysisException>(() => NevadaTable.Of(warehouse, "P-100", "rust", ""));
    }

    private string Write(string text)
    {
        var file = Path.Combine(folder, "table.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
