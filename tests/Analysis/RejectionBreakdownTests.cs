using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Where claims are not paid, why, and what would have prevented it.</summary>
public class RejectionBreakdownTests
{
    private const string Vin = "LSVAA11A1P1000001";

    [Fact]
    public void each_dimension_counts_every_claim_once_and_ranks_by_unpaid_amount()
    {
        using var warehouse = Rows(
        [
            Make(ClaimInsights.Ingest.Tables.Dealers, [], ("dealer_code", "D1"), ("province", "Hebei")),
            Claim("C1", ("closed_on", "2026-01-10"), ("dealer_code", "D1"), ("causal_part", "P1")),
            Rejected("C2", "out_of_time", "2026-02-10", ("dealer_code", "D1"), ("causal_part", "P1"), ("claimed_amount", "300")),
            Rejected("C3", "insufficient_evidence", "2026-03-10", ("dealer_code", "D2"), ("causal_part", "P1"), ("claimed_amount", "700")),
            Claim("C4", ("closed_on", "2026-03-11"), ("dealer_code", "D1"), ("causal_part", "P2"), ("verdict", "partly_paid"), ("rejection_reason", "wrong_code"), ("claimed_amount", "100"), ("approved_amount", "40")),
            Claim("C5", ("closed_on", "2026-03-12"), ("verdict", "withdrawn")),
        ]);

        var rows = RejectionBreakdown.Of(Analyses.BreakdownCells.Run(warehouse));

        Assert.All(rows, row => Assert.Equal(new DateOnly(2026, 1, 1), row.Quarter));
        Assert.Equal(
            ["1 D2 insufficient_evidence evidence_missing  1+0/1 700", "2 D1 out_of_time rule_says_no expired_warranty 1+0/3 300", "3 D1 wrong_code other  0+1/3 60"],
            rows.Where(row => row.Dimension == "dealer").Select(Told));
        Assert.Equal(["1 Hebei out_of_time rule_says_no expired_warranty 1+0/3 300", "2 Hebei wrong_code other  0+1/3 60"], rows.Where(row => row.Dimension == "province").Select(Told));
        Assert.Equal([0.66, 0.943, 1], rows.Where(row => row.Dimension == "part").Select(row => Math.Round(row.CumulativeShare!.Value, 3)));
    }

    [Fact]
    public void days_and_kilometres_past_the_end_are_measured_by_the_vehicles_own_terms()
    {
        using var warehouse = Rows(
        [
            Vehicle(Vin, ("in_service_on", "2023-03-01"), ("warranty_months", "36"), ("warranty_km", "60000")),
            Rejected("C1", "out_of_time", "2026-06-10", ("vin", Vin), ("failed_on", "2026-03-11"), ("reported_on", "2026-03-12")),
            Rejected("C2", "out_of_time", "2026-06-10", ("vin", Vin), ("failed_on", "2026-05-30"), ("reported_on", "2026-05-30")),
            Rejected("C3", "out_of_time", "2026-06-10", ("vin", Vin), ("failed_on", "2026-02-01"), ("reported_on", "2026-02-02")),
            Rejected("C4", "out_of_mileage", "2026-06-10", ("vin", Vin), ("odometer_km", "60900")),
            Rejected("C5", "out_of_mileage", "2026-06-10", ("vin", Vin)),
        ]);

        var rows = RejectionPrevention.In(warehouse, WarrantyRulesReader.Read(null));

        var days = rows.Single(row => row.Fact == "days_past_end");
        Assert.Equal((3L, 3L, 10.0, 90.0, 1L), (days.Claims, days.Known, days.Median!.Value, days.NinthDecile!.Value, days.Hits));
        var km = rows.Single(row => row.Fact == "km_past_limit");
        Assert.Equal((2L, 1L, 900.0, 1L), (km.Claims, km.Known, km.Median!.Value, km.Hits));
    }

    [Fact]
    public void missing_evidence_stands_beside_that_of_paid_claims()
    {
        using var warehouse = Rows(
        [
            Claim("C1", ("closed_on", "2026-06-10"), ("photos", "3")), Claim("C2", ("closed_on", "2026-06-10"), ("photos", "0")),
            Rejected("C3", "insufficient_evidence", "2026-06-10", ("photos", "0"), ("old_part_returned", "false")),
            Rejected("C4", "insufficient_evidence", "2026-06-10", ("photos", "2")),
        ]);

        var rows = RejectionPrevention.In(warehouse, WarrantyRulesReader.Read(null));

        Assert.Equal(
            ["no_photos 1/2 paid 0.5", "old_part_not_returned 1/1 paid "],
            rows.Select(row => $"{row.Fact} {row.Hits}/{row.Known} paid {row.PaidShare?.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
    }

    private static ClaimInsights.Tests.Row Rejected(string id, string reason, string closed, params (string, string)[] more) =>
        Claim(id, [("closed_on", closed), ("verdict", "rejected"), ("rejection_reason", reason), ("approved_amount", "0"), .. more]);

    private static string Told(RejectionBreakdown row) => FormattableString.Invariant(
        $"{row.Rank} {row.Value} {row.Reason} {row.Kind} {row.Classic} {row.RejectedClaims}+{row.PartlyPaidClaims}/{row.DecidedClaims} {row.UnpaidAmount:0}");
}
