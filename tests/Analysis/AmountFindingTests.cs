using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Claims that bill what others do not, on written rows.</summary>
public class AmountFindingTests
{
    private const string Vin = "LSVAA11A1P1000001";

    [Fact]
    public void hours_far_above_the_peers_and_above_the_standard_are_found()
    {
        using var warehouse = Rows(
        [
            Vehicle(Vin),
            .. Enumerable.Range(0, 20).Select(i => Hours($"C{i:00}", "D001", i % 2 == 0 ? "1.0" : "1.2")), Hours("HIGH", "D002", "3.0"), Hours("REFUSED", "D002", "9.0", ("verdict", "rejected"), ("rejection_reason", "other")),
        ]);

        var rows = AmountFinding.Of(Analyses.AmountCounts.Run(warehouse)).Where(row => row.Kind.StartsWith("hours", StringComparison.Ordinal)).ToList();

        // Median 1.2 of 21, median distance .2: the score is .6745 · 1.8 / .2 = 6.07. 100 an hour.
        Assert.Equal(
            [("hours_above_standard", "D002", 1L, 200m), ("hours_outlier", "D002", 1, 180m)],
            rows.Select(row => (row.Kind, row.DealerCode, row.Found, row.Amount)));
        Assert.All(rows, row => Assert.Equal(("HIGH", (double?)0), (row.ExampleClaimIds, row.ShareElsewhere)));
    }

    [Fact]
    public void repeats_shared_orders_and_one_invoice_with_two_totals_are_found()
    {
        using var warehouse = Rows(
        [
            Claim("A1", ("vin", Vin), ("failed_on", "2026-01-01")), Claim("A2", ("vin", Vin), ("failed_on", "2026-01-31")), Claim("A3", ("vin", Vin), ("failed_on", "2026-03-03")),
            Claim("B1", ("repair_order_no", "R1"), ("approved_amount", "80.00")), Claim("B2", ("repair_order_no", "R1"), ("approved_amount", "30.00")),
            Claim("I1", ("repair_order_no", "R2"), ("invoice_no", "N1")), Claim("I2", ("repair_order_no", "R3"), ("invoice_no", "N1"), ("claimed_amount", "120.00")),
            Claim("J1", ("repair_order_no", "R4"), ("invoice_no", "N2")), Claim("J2", ("dealer_code", "D002"), ("repair_order_no", "R4"), ("invoice_no", "N2")),
        ]);

        Assert.Equal(
            [("invoice_conflict", "D001", 3L, 2L, 220m, "I2;I1"), ("repeat_repair", "D001", 3, 1, 100m, "A2"), ("shared_repair_order", "D001", 5, 1, 30m, "B2")],
            AmountFinding.Of(Analyses.AmountCounts.Run(warehouse)).Select(row => (row.Kind, row.DealerCode, row.Judged, row.Found, row.Amount, row.ExampleClaimIds)));
    }

    private static ClaimInsights.Tests.Row Hours(string id, string dealer, string hours, params (string, string?)[] change) => Claim(id,
        [
            ("vin", Vin), ("dealer_code", dealer), ("labour_operation", "OP1"), ("labour_hours", hours), ("standard_hours", "1.0"),
            ("labour_amount", (decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture) * 100).ToString(System.Globalization.CultureInfo.InvariantCulture)), .. change,
        ]);
}
