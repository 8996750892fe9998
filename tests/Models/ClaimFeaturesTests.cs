using ClaimInsights.Ingest;
using ClaimInsights.Models;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Models;

/// <summary>What was known of a claim when it was decided.</summary>
public class ClaimFeaturesTests
{
    private const string Vin = "LSVAA11A1P1000001";

    [Theory]
    [InlineData("paid", "manufacturing", true)]
    [InlineData("partly_paid", "manufacturing", true)]
    [InlineData("goodwill", "manufacturing", true)]
    [InlineData("rejected", "manufacturing", false)]
    [InlineData("withdrawn", "manufacturing", false)]
    [InlineData("paid", "wear", false)]
    [InlineData("paid", "owner", false)]
    public void paid_claims_coded_manufacturing_are_reviewable(string verdict, string attribution, bool isReviewable)
    {
        using var warehouse = Rows([Claim("C1", ("verdict", verdict), ("attribution", attribution), ("rejection_reason", "other"))]);

        Assert.Equal(isReviewable ? 1 : 0, ClaimFeatures.Read(warehouse, []).Count);
    }

    [Theory]
    [InlineData("owner_caused", true)]
    [InlineData("justified", false)]
    [InlineData("overbilled", false)]
    [InlineData("miscoded", false)]
    [InlineData("unclear", null)]
    public void a_finding_is_a_label(string finding, bool? label)
    {
        using var warehouse = Rows([Claim("C1"), Verdict("C1", finding)]);

        Assert.Equal(label, ClaimFeatures.Read(warehouse, []).Single().Claim.IsOwnerCaused);
    }

    [Fact]
    public void the_latest_finding_on_the_current_version_wins()
    {
        using var warehouse = Rows(
        [
            Claim("C1"), Claim("C1", ("version", "2"), ("closed_on", "2026-04-10")),
            Verdict("C1", "owner_caused", ("version", "2"), ("decided_at", "2026-05-01")),
            Verdict("C1", "justified", ("version", "2"), ("decided_at", "2026-05-02")),
            Verdict("C1", "owner_caused", ("decided_at", "2026-05-03")),
        ]);

        Assert.False(ClaimFeatures.Read(warehouse, []).Single().Claim.IsOwnerCaused);
    }

    [Fact]
    public void time_and_distance_are_counted_from_the_sale_and_to_the_warranty_limits()
    {
        var row = Features(Vehicle(Vin), Claim("C1", ("vin", Vin), ("odometer_km", "39300"), ("reported_on", "2026-03-11")));

        Assert.Equal(393, row.Claim.DaysInService);
        Assert.Equal(100, row.Claim.KmPerDay);
        Assert.Equal(60_700, row.Claim.KmToLimit);
        Assert.Equal(702, row.Claim.DaysToLimit);
        Assert.Equal(10, row.Claim.DaysToReport);
    }

    [Fact]
    public void an_odometer_below_the_vehicles_own_trend_is_told()
    {
        var row = Features(
            Vehicle(Vin), Service("2025-05-12", 20_000), Service("2025-08-20", 40_000), Service("2025-11-28", 60_000),
            Claim("C1", ("vin", Vin), ("odometer_km", "45000")));

        Assert.Equal(78_600, row.Usage.TrendKm);
        Assert.Equal(1, row.Usage.ReadingsAbove);
        Assert.Equal(0, row.Drop);
        Assert.Equal(1, Strength("odometer_below_trend", row));
        Assert.Equal(0, Strength("odometer_ran_back", row));
    }

    [Fact]
    public void one_mistyped_reading_makes_no_roll_back()
    {
        var row = Features(
            Vehicle(Vin), Service("2025-05-12", 20_000), Service("2025-08-20", 400_000), Service("2025-11-28", 60_000),
            Claim("C1", ("vin", Vin), ("odometer_km", "78600")));

        Assert.Equal(0, Strength("odometer_below_trend", row));
        Assert.Equal(0, Strength("odometer_ran_back", row));
    }

    [Fact]
    public void services_that_were_due_and_not_made_are_told()
    {
        var row = Features(
            Vehicle(Vin), Service("2025-05-12", 10_000, ("authorised", "true")), Service("2025-06-12", 12_000, ("authorised", "false")),
            Claim("C1", ("vin", Vin), ("odometer_km", "55000")));

        Assert.Equal(2, row.Maintenance!.Services);
        Assert.Equal(1, row.Maintenance.UnauthorisedServices);
        Assert.Equal(293, row.DaysWithoutService);
        Assert.Equal(262, row.Maintenance.LongestGapDays);
        Assert.Equal(43_000, row.Maintenance.LongestGapKm);
        Assert.Equal(3, row.ServicesMissed);
    }

    [Fact]
    public void earlier_claims_of_the_vehicle_are_counted()
    {
        var row = Features(
            Vehicle(Vin),
            Earlier("B1", "2025-06-01"), Earlier("B2", "2026-01-01", ("causal_part", "P-200")),
            Earlier("B3", "2026-02-01", ("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("attribution", "owner")),
            Claim("C1", ("vin", Vin)));

        Assert.Equal(new ClaimHistory("C1", 3, 2, 2, 1, 28, 1), row.History);
    }

    [Fact]
    public void amount_and_hours_are_compared_with_the_median_of_the_operation()
    {
        var peers = Enumerable.Range(1, 11).Select(i => Earlier($"B{i:00}", "2026-01-01", ("vin", null), ("labour_operation", "OP1"), ("claimed_amount", $"{i * 10}"), ("labour_hours", $"{i}")));
        var row = Features([.. peers, Claim("C1", ("labour_operation", "OP1"), ("claimed_amount", "120"), ("labour_hours", "12"))]);

        Assert.Equal(60, row.UsualAmount);
        Assert.Equal(6, row.UsualHours);
        Assert.Equal(Math.Log(2), row.AmountToPeers!.Value, 12);
        Assert.Equal(Math.Log(2), row.HoursToPeers!.Value, 12);
    }

    [Fact]
    public void parts_that_seldom_fail_together_are_told()
    {
        var others = Enumerable.Range(1, 20).Select(i => Earlier($"B{i:00}", "2026-01-01", ("vin", null), ("replaced_parts", i == 1 ? "P-7;P-8" : "P-7")));
        var row = Features([.. others, Claim("C1", ("replaced_parts", "P-7; P-8"))]);

        Assert.Equal(new ClaimCompanions(20, 1), row.Companions);
        Assert.Equal(2, row.Claim.ReplacedParts);
    }

    [Fact]
    public void a_dealer_is_known_by_its_past()
    {
        var row = Features(
            Earlier("B1", "2025-10-01", ("old_part_returned", "false")),
            Earlier("B2", "2025-10-01", ("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("attribution", "owner")),
            Earlier("B3", "2025-10-01", ("dealer_code", "D002"), ("causal_part", "P-200")),
            Verdict("B1", "owner_caused", ("decided_at", "2026-01-05")), Verdict("B3", "justified", ("decided_at", "2026-01-05")),
            Claim("C1"));

        Assert.Equal(new DealerPast(2, 3, 2, 2, 1, 1, 1, 1, 1, 2, 1, 1), row.Dealer);
    }

    [Fact]
    public void a_failure_often_refused_as_the_owners_has_a_high_profile()
    {
        var refused = Enumerable.Range(1, 8).Select(i => Earlier($"R{i}", "2026-01-01", ("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("attribution", "owner")));
        var paid = Enumerable.Range(1, 40).Select(i => Earlier($"P{i}", "2026-01-01", ("causal_part", "P-200"), ("failure_mode", "noise")));
        var row = Features([.. refused, .. paid, Claim("C1")]);

        Assert.Equal((8, 0), (row.Peers.ChartRefused, row.Peers.ChartPaid));
        Assert.True(row.Refusals.Profile > 1);
    }

    [Fact]
    public void texts_are_read()
    {
        var row = Features(Claim("C1", ("complaint", "drove through a flood"), ("cause", "未见进水"), ("correction", "renewed")));

        Assert.Equal(new ClaimWords(DamageCause.Water, DamageCause.None, true, 32), row.Words);
        Assert.Equal(1, row.SaidNotFound);
    }

    [Fact]
    public void other_claims_of_the_same_visit_are_read_once_they_are_reported()
    {
        Row Other(string id, string part, string reportedOn) => Claim(
            id, ("causal_part", part), ("repair_order_no", "RO-9"), ("reported_on", reportedOn), ("failed_on", null), ("complaint", "drove through a flood"), ("cause", "scratches on the housing"));
        var row = Features(
            Other("S1", "P-200", "2026-03-02"), Other("S2", "P-300", "2026-04-30"), Other("S3", "P-100", "2026-03-02"),
            Claim("C1", ("repair_order_no", "RO-9"), ("complaint", "no light"), ("cause", "worn")));

        // S2 was reported after the decision, S3 is of the same part.
        Assert.Equal(DamageCause.Water, row.OrderWords.Said);
        Assert.Equal(DamageCause.ImpactTrace, row.OrderWords.Found);
        Assert.Equal("drove through a floodscratches on the housing".Length, row.OrderWords.Length);
        Assert.Equal(DamageCause.None, row.Words.Said);
        Assert.Equal((1, 1), (Strength("order_words_water", row), Strength("order_trace_of_impact", row)));
        Assert.Equal(0, Strength("order_words_impact", row));
        Assert.NotNull(row.Refusals.OrderWords);
        Assert.Equal(1, row.Refusals.Companions);
    }

    [Fact]
    public void a_claim_alone_on_its_order_has_nothing_beside_it()
    {
        var row = Features(Claim("C1"));

        Assert.Equal(0, row.OrderWords.Length);
        Assert.Null(row.Refusals.OrderWords);
        Assert.Null(row.Refusals.OrderWater);
    }

    [Fact]
    public void claims_closed_before_the_day_asked_for_are_read_only_where_they_were_reviewed()
    {
        using var warehouse = Rows(
        [
            Claim("OLD", ("closed_on", "2025-12-30"), ("decided_on", "2025-12-01")), Claim("REVIEWED", ("closed_on", "2025-12-30"), ("decided_on", "2025-12-01")),
            Verdict("REVIEWED", "justified"), Claim("NEW", ("closed_on", "2026-04-10")),
        ]);
        var all = ClaimFeatures.Read(warehouse, []);

        warehouse.AskSince(new DateOnly(2026, 1, 1));
        var asked = ClaimFeatures.Read(warehouse, []);

        Assert.Equal(["NEW", "REVIEWED"], asked.Select(row => row.Claim.ClaimId));
        // What is not asked for is still learned from.
        Assert.Equal(all.Where(row => row.Claim.ClaimId != "OLD"), asked);
    }

    private static ClaimFeatures Features(params Row[] rows)
    {
        using var warehouse = Rows(rows);
        return ClaimFeatures.Read(warehouse, []).Single(row => row.Claim.ClaimId == "C1");
    }

    private static double Strength(string rule, ClaimFeatures row) => Rules.All.Single(one => one.Code == rule).Strength(row);

    private static Row Service(string day, int km, params (string, string?)[] change) =>
        Make(Tables.Services, change, ("vin", Vin), ("serviced_on", day), ("odometer_km", $"{km}"), ("dealer_code", "D001"));

    private static Row Earlier(string id, string day, params (string, string?)[] change) =>
        Claim(id, [("vin", Vin), ("failed_on", day), ("reported_on", day), ("decided_on", day), ("closed_on", day), .. change]);

    private static Row Verdict(string claimId, string finding, params (string, string?)[] change) =>
        Make(Tables.Verdicts, change, ("claim_id", claimId), ("version", "1"), ("finding", finding), ("reviewer", "R1"), ("decided_at", "2026-04-01"), ("selection", "random"), ("probability", "0.1"));
}
