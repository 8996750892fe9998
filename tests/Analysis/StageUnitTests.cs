using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Who is slow, which claims never pass a stage, what the newest months will look like, and what customers say of it.</summary>
public class StageUnitTests
{
    private static readonly WarrantyRules Rules = WarrantyRulesReader.Read(null);

    [Fact]
    public void a_slow_unit_is_named_and_its_days_are_counted_beside_the_others()
    {
        // Target of an inspection: 5 days. Nine dealers of a hundred claims, ten of them late; one with sixty late.
        StageUnitDays[] days =
        [
            .. Enumerable.Range(1, 9).SelectMany(dealer => Days($"D{dealer}", quick: 90, late: 10)), .. Days("D-slow", quick: 40, late: 60),
        ];

        var rows = StageUnit.Of(days, Rules);

        var first = rows[0];
        Assert.Equal(("D-slow", true, 5, 60L, 10.0), (first.Unit, first.IsSlow, first.LateAfter, first.Late, Math.Round(first.Expected, 9)));
        Assert.Equal(50 * 18, first.DaysLost, 9);
        Assert.DoesNotContain(rows.Skip(1), row => row.IsSlow);
    }

    [Fact]
    public void units_that_differ_by_chance_alone_are_not_named()
    {
        StageUnitDays[] days = [.. Enumerable.Range(1, 40).SelectMany(dealer => Days($"D{dealer:00}", quick: 40 - (dealer % 5), late: 3 + (dealer % 5)))];

        Assert.DoesNotContain(StageUnit.Of(days, Rules), row => row.IsSlow);
    }

    [Fact]
    public void claims_that_end_without_payment_count_against_the_stage()
    {
        using var warehouse = Rows(
        [
            Claim("C1", ("inspected_on", "2026-03-03"), ("decided_on", "2026-03-05"), ("paid_on", "2026-03-08")),
            Claim("C2", ("inspected_on", "2026-03-03"), ("decided_on", "2026-03-05"), ("verdict", "rejected"), ("rejection_reason", "other")),
            Claim("C3"),
        ]);

        var ends = StageEnd.Of(Analyses.StageEndDays.Run(warehouse), Rules, new DateOnly(2026, 6, 30));

        Assert.Equal(
            ["decided 2/2 within 2 True", "followed_up 0/3 within 0 True", "inspected 2/3 within 2 True", "paid 1/3 within 1 True"],
            ends.Select(end => FormattableString.Invariant($"{end.Stage} {end.Passed}/{end.Entered} within {Math.Round(end.WithinTarget!.Value * end.Entered)} {end.IsComplete}")));
    }

    [Fact]
    public void months_of_report_are_completed_by_what_is_still_to_come()
    {
        // Half of all claims take 10 days, half 40. A month seen for 20 days shows the quick half only.
        ReportMonthDays[] days =
        [
            new(new(2026, 1, 1), 10, 100, 50), new(new(2026, 1, 1), 40, 100, 50),
            new(new(2026, 2, 1), 10, 70, 50), new(new(2026, 2, 1), 40, 70, 50), new(new(2026, 4, 1), 10, 20, 50),
        ];

        var rows = ReportMonth.Of(days);

        var newest = rows[^1];
        Assert.Equal((50L, 100.0, 0.5), (newest.ClosedSoFar, Math.Round(newest.ExpectedClaims!.Value, 9), Math.Round(newest.Completeness!.Value, 9)));
        Assert.Equal((10.0, (double?)null), (newest.MedianDays!.Value, newest.NinthDecileDays));
        Assert.Equal((1.0, 40.0), (rows[0].Completeness!.Value, rows[0].NinthDecileDays!.Value));
    }

    [Fact]
    public void satisfaction_has_an_interval_of_students_t()
    {
        var row = Satisfaction.Of([new("paid", 0, 5, 6), new("paid", 0, 4, 3), new("paid", 0, 1, 1), new("paid", 0, null, 90)]).Single();

        // R: x <- c(rep(5,6), rep(4,3), 1); t.test(x)$conf.int  # 3.4046124 5.1953876
        Assert.Equal((100L, 10L, 4.3), (row.Claims, row.Answered, row.Mean));
        Assert.Equal(3.4046124, row.MeanLow!.Value, 5);
        Assert.Equal(5.1953876, row.MeanHigh!.Value, 5);
    }

    private static IEnumerable<StageUnitDays> Days(string unit, int quick, int late) =>
        [new("inspected", "dealer", unit, new(2026, 4, 1), 2, quick), new("inspected", "dealer", unit, new(2026, 4, 1), 20, late)];
}
