using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Reports;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Tests.Reports;

/// <summary>What a report judges: figures over time, reasons of a period, dealers on a funnel, curves over age.</summary>
public class JudgementTests
{
    private static readonly ReportPeriod Quarter = new(new DateOnly(2026, 7, 1), 3);
    private static readonly Words English = new(Language.English, isShare: false);

    [Theory]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30", "2026-Q2")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4")]
    [InlineData("2026-09", "2026-09-01", "2026-09-30", "2026-08")]
    [InlineData("2026", "2026-01-01", "2026-12-31", "2025")]
    public void a_period_is_a_quarter_a_month_or_a_year(string text, string from, string to, string previous)
    {
        var period = ReportPeriod.Parse(text);

        Assert.Equal((from, to, text, previous), ($"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}", period.Name, period.Previous.Name));
        Assert.Equal(period.Months == 3, ReportPeriod.QuarterOf(period.To) == period);
    }

    [Theory]
    [InlineData("2026-Q5")]
    [InlineData("2026-13")]
    [InlineData("26-Q3")]
    [InlineData("")]
    public void what_is_no_period_says_what_is(string text) =>
        Assert.Contains("2026-Q3", Assert.Throws<ReportException>(() => ReportPeriod.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void a_change_in_the_period_does_not_widen_its_own_limits()
    {
        var rows = Months(24).Select((month, i) => new CostMonth(month, true, 1000, 50, i >= 21 ? 9000 : 5000 + (i % 2 * 100))).ToList();

        var series = CostPerVehicleChart.Series(rows, "CNY", Quarter)!;

        Assert.Equal([new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 1), new DateOnly(2026, 9, 1)], Judgement.Signals(series, Quarter));
        Assert.Equal("CNY 9.00 in September 2026, outside its usual range of CNY 4.78–5.31.", series.LastInWords(English));
    }

    [Fact]
    public void a_month_that_is_not_over_is_no_month_of_cost()
    {
        var rows = Months(24).Select((month, i) => new CostMonth(month, i < 23, 1000, 50, i < 23 ? 5000 : 900)).ToList();

        Assert.Equal(23, CostPerVehicleChart.Series(rows, "CNY", Quarter)!.Months.Count);
    }

    [Fact]
    public void follow_ups_of_the_newest_months_are_open_and_no_signal()
    {
        var rows = Months(24).Select((month, i) => new StageTime(month, "followed_up", 100, i == 23 ? 2 : 20, 45)).ToList();

        var series = StageTimeChart.Series(rows, "followed_up", new DateOnly(2026, 9, 30), English, Quarter)!;

        Assert.False(series.IsOpen(21));
        Assert.True(series.IsOpen(22));
        Assert.True(series.IsOpen(23));
        Assert.Empty(Judgement.Signals(series, Quarter));
    }

    [Fact]
    public void reasons_of_a_period_add_up_over_its_months_beside_the_period_before()
    {
        static RejectionCause Cause(string period, string reason, long claims) => new(period, reason, claims, 100, 0, 0, 0, null, null, null, 0, 0, 10 * claims);
        static VerdictMonth Month(int month) => new(new DateOnly(2026, month, 1), true, 90, 0, 0, 10, 5, 0, 0);

        var causes = CauseShare.Of(
            [Cause("2026-05", "accident", 6), Cause("2026-07", "accident", 3), Cause("2026-07", "other", 5), Cause("2026-08", "accident", 7)],
            [Month(5), Month(7), Month(8)], Quarter);

        Assert.Equal(["accident", "other"], causes.Select(cause => cause.Reason));
        Assert.Equal((10L, 0.05, 10 / 15.0, 0.06), (causes[0].Rejected, causes[0].Share.Share, causes[0].Cumulative, causes[0].Previous!.Value));
        Assert.Equal((1.0, 0.0, 50m), (causes[1].Cumulative, causes[1].Previous!.Value, causes[1].ClaimedAmount));
    }

    [Fact]
    public void a_dealer_of_an_unusual_mix_is_not_outside_the_funnel()
    {
        var rows = Enumerable.Range(0, 40).Select(i => new UnitRejection($"D{i:00}", 200, 18 + (i % 5), 20))
            .Append(new UnitRejection("MIX", 200, 60, 60)).Append(new UnitRejection("HARSH", 200, 60, 20)).ToList();

        var outside = RejectionFunnel.Of(rows)!.Units.Where(dealer => dealer.IsOutside).Select(dealer => dealer.Row.Unit);

        Assert.Equal(["HARSH"], outside);
    }

    [Fact]
    public void nothing_rejected_gives_no_funnel() => Assert.Null(RejectionFunnel.Of([new("A", 50, 0, 0), new("B", 60, 0, 0)]));

    // R: H <- 2/1000 + 3/500; se <- sqrt(2/1000^2 + 3/500^2); 1000 * c(H, H * exp(c(-1, 1) * qnorm(.975) * se / H))
    [Fact]
    public void cumulative_claims_agree_with_R()
    {
        var points = CumulativeClaims.Of([(0, 1000, 2), (1, 500, 3), (2, 0, 0)]);

        Assert.Equal(2, points.Count);
        Assert.Equal(2, points[1].MonthsInService);
        Assert.Equal(8, points[1].PerThousand, 1e-9);
        Assert.Equal(3.1987251078, points[1].Low, 1e-9);
        Assert.Equal(20.0079712520, points[1].High, 1e-9);
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("insulation_resistance_low", 14, "insulation_|resistance_low")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("哪些零件突出？", 6, "哪些零件突|出？")]
    public void a_text_is_broken_where_it_may_be(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', TextWrap.Lines(text, width, line => line.Length)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1234567, "−1,234,567")]
    public void a_count_is_grouped(long count, string text) => Assert.Equal(text, Figures.Count(count));

    [Fact]
    public void figures_are_written_alike_on_every_machine()
    {
        Assert.Equal(["0.84", "2.7", "140", "12.3%", "2.5–13.1%", "1,234", "12.50", "0.025", "< 0.001", "< 0.0001", "–"],
        [
            Figures.Ratio(0.84), Figures.Ratio(2.71), Figures.Ratio(140.2), Figures.Percent(0.1234), Figures.PercentRange(0.025, 0.131), Figures.Amount(1234.4m), Figures.Amount(12.5m),
            Figures.Small(0.0251), Figures.Small(0.0005), Figures.Small(1e-9), Figures.Number(double.NaN),
        ]);
    }

    private static IEnumerable<DateOnly> Months(int count) => Enumerable.Range(0, count).Select(i => new DateOnly(2024, 10, 1).AddMonths(i));
}
