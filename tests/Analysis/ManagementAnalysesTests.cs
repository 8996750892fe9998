using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The questions that management asks: stage times, cost per vehicle, verdicts, rejections by dealer.</summary>
public class ManagementAnalysesTests
{
    private const string Vin = "LSVAA11A1P1000001";

    [Fact]
    public void a_stage_takes_the_days_since_the_stage_before_it()
    {
        using var warehouse = Rows(
        [
            Claim("C1", ("inspected_on", "2026-03-03"), ("decided_on", "2026-03-05"), ("paid_on", "2026-03-08")),
            Claim("C2", ("inspected_on", "2026-03-08"), ("decided_on", "2026-03-08"), ("followed_up_on", "2026-07-01")),
        ]);

        Assert.Equal(
        [
            new StageTime(new DateOnly(2026, 3, 1), "closed", 1, 2, 2.4),
            new StageTime(new DateOnly(2026, 3, 1), "decided", 2, 1, 2.3),
            new StageTime(new DateOnly(2026, 3, 1), "inspected", 2, 3.5, 6.3),
            new StageTime(new DateOnly(2026, 3, 1), "paid", 1, 3, 3.4),
            new StageTime(new DateOnly(2026, 3, 1), "reported", 2, 1, 1.4),
            new StageTime(new DateOnly(2026, 3, 1), "total", 2, 8, 8.4),
        ], StageTime.Of(Analyses.StageTimes.Run(warehouse)).Select(Rounded));
    }

    /// <summary>Nine tenths have no exact binary form.</summary>
    private static StageTime Rounded(StageTime one) => one with { NinthDecileDays = Math.Round(one.NinthDecileDays, 9) };

    [Fact]
    public void a_median_of_whole_days_moves_with_the_claims_not_by_whole_days()
    {
        StageDays[] days = [new(new(2026, 3, 1), "paid", 3, 40), new(new(2026, 3, 1), "paid", 4, 60)];

        // 40 of 100 lie below 3.5; the next ten of the sixty spread over 3.5 to 4.5.
        Assert.Equal(3.5 + (10.0 / 60), StageTime.Of(days).Single().MedianDays, 12);
    }

    [Fact]
    public void a_month_in_which_no_claim_took_a_day_has_the_median_nought()
    {
        StageDays[] days = [new(new(2026, 3, 1), "paid", 0, 40)];

        Assert.Equal(0, StageTime.Of(days).Single().MedianDays);
    }

    [Fact]
    public void the_share_within_target_is_by_the_rules_of_the_month()
    {
        var rules = WarrantyRulesReader.Parse("""
            { "version": 1, "rule_sets": [
            { "id": "a", "warranty": { "months": 36 }, "stage_targets": { "paid": 3 } },
            { "id": "b", "from": "2026-04-01", "warranty": { "months": 36 }, "stage_targets": { "paid": 2 } } ] }
            """, "rules.json");
        StageDays[] days =
        [
            new(new(2026, 3, 1), "closed", 3, 1), new(new(2026, 3, 1), "paid", 3, 5), new(new(2026, 3, 1), "paid", 4, 5),
            new(new(2026, 4, 1), "paid", 3, 5),
        ];

        var times = StageTime.Of(days, rules);

        Assert.Equal([((int?)null, (double?)null), (3, 0.5), (2, 0)], times.Select(time => (time.TargetDays, time.WithinTarget)));
        // R: prop.test(5, 10, correct = FALSE)$conf.int
        Assert.Equal(0.2365931, times[1].WithinLow!.Value, 6);
        Assert.Equal(0.7634069, times[1].WithinHigh!.Value, 6);
    }

    [Fact]
    public void cost_counts_goodwill_but_no_campaign_and_divides_by_vehicles_under_warranty()
    {
        using var warehouse = Rows(
        [
            Vehicle(Vin),
            Vehicle("LSVAA11A1P1000002", ("in_service_on", "2026-03-31")),
            Vehicle("LSVAA11A1P1000003", ("in_service_on", "2026-04-01")),
            Vehicle("LSVAA11A1P1000004", ("warranty_months", "12")),
            Claim("C1", ("vin", Vin)),
            Claim("C2", ("verdict", "goodwill")),
            Claim("C3", ("campaign_code", "R26-01")),
            Claim("C4", ("verdict", "rejected"), ("rejection_reason", "other"), ("approved_amount", "0")),
        ]);

        var month = Analyses.CostMonths.Run(warehouse).Single();

        Assert.Equal(new CostMonth(new DateOnly(2026, 3, 1), true, 2, 2, 200m), month);
        Assert.Equal(100, month.PerVehicle);
    }

    [Fact]
    public void a_month_that_the_as_of_date_cuts_is_not_complete()
    {
        using var warehouse = Rows([Claim("C1")], new Scope(new DateOnly(2026, 3, 30)));

        Assert.False(Analyses.CostMonths.Run(warehouse).Single().Complete);
        Assert.False(Analyses.VerdictMonths.Run(warehouse).Single().Complete);
    }

    [Fact]
    public void verdicts_are_counted_by_month_of_closing()
    {
        using var warehouse = Rows(
        [
            Claim("C1"), Claim("C2", ("verdict", "partly_paid"), ("rejection_reason", "other")), Claim("C3", ("verdict", "goodwill")),
            Claim("C4", ("verdict", "rejected"), ("rejection_reason", "other"), ("appeal", "upheld")), Claim("C5", ("verdict", "withdrawn")),
            Claim("C6", ("appeal", "overturned")),
        ]);

        var month = Analyses.VerdictMonths.Run(warehouse).Single();

        Assert.Equal(new VerdictMonth(new DateOnly(2026, 3, 1), true, 2, 1, 1, 1, 1, 2, 1), month);
        Assert.Equal(5, month.Decided);
    }

    [Fact]
    public void rejections_are_counted_by_dealer_part_band_and_attribution()
    {
        using var warehouse = Rows(
        [
            Vehicle(Vin),
            Claim("C1", ("vin", Vin)),
            Claim("C2", ("vin", Vin), ("verdict", "rejected"), ("rejection_reason", "other")),
            Claim("C3", ("dealer_code", "D002"), ("attribution", "owner")),
            Claim("C4", ("verdict", "withdrawn")),
            Claim("C5", ("closed_on", "2025-06-30")),
        ]);

        Assert.Equal(
            [new UnitRejectionCell("dealer", "D001", "P-100", "12-23", "manufacturing", true, 2, 1), new UnitRejectionCell("dealer", "D002", "P-100", "unknown", "owner", true, 1, 0)],
            Analyses.UnitRejections.Run(warehouse).Where(cell => cell.Kind == "dealer"));
    }

    [Fact]
    public void a_dealer_is_expected_to_reject_like_claims_as_the_others_do()
    {
        var rows = DealerRejection.Standardise(
        [
            new("dealer", "A", "P1", "0-11", "manufacturing", true, 1000, 100), new("dealer", "A", "P2", "0-11", "owner", true, 1000, 900),
            new("dealer", "B", "P1", "0-11", "manufacturing", true, 100_000, 10_000), new("dealer", "B", "P2", "0-11", "owner", true, 100_000, 90_000),
            new("dealer", "C", "P2", "0-11", "owner", true, 10, 10),
        ]);

        Assert.Equal(["A", "B", "C"], rows.Select(row => row.DealerCode));
        Assert.Equal(1000, rows[0].Expected, 0.5);
        Assert.Equal(9, rows[2].Expected, 0.01);
    }

    [Fact]
    public void claims_that_may_be_scored_are_paid_and_coded_manufacturing()
    {
        using var warehouse = Rows([Claim("C1"), Claim("C2", ("attribution", "wear")), Claim("C3", ("verdict", "withdrawn")), Claim("C4", ("closed_on", "2025-06-30"))]);

        Assert.Equal([new ScoredClaim("C1", 1, "D001", "P-100", "leak", 100m, new DateOnly(2026, 3, 10))], Analyses.ScoredClaims.Run(warehouse));
    }
}
