using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The list for containment: exactly the vehicles of a cluster's rule and window, claimed, sold or neither.</summary>
public class ClusterVehicleTests
{
    [Fact]
    public void every_vehicle_of_the_window_with_the_part_is_listed_also_unsold_and_without_a_claim()
    {
        var rows = InCluster("", [
            Vehicle("LSVAA11A1P1000001"), Vehicle("LSVAA11A1P1000002", ("in_service_on", null)), Vehicle("LSVAA11A1P1000003", ("in_service_on", "2026-07-02")),
            Vehicle("LSVAA11A1P1000004", ("built_on", "2025-02-01")), Vehicle("LSVAA11A1P1000005", ("model", "M2")), Vehicle("LSVAA11A1P1000006", ("out_of_service_on", "2026-01-01")),
            Claim("C1", ("vin", "LSVAA11A1P1000001")), Claim("C2", ("vin", "LSVAA11A1P1000001"), ("failed_on", "2026-03-02")), Claim("C3", ("vin", "LSVAA11A1P1000001"), ("failure_mode", "noise")),
            Make(Tables.Parts, [], ("causal_part", "P-100"), ("models", "M1")),
        ]);

        Assert.Equal(
            [("LSVAA11A1P1000001", 2L, new DateOnly(2025, 2, 1)), ("LSVAA11A1P1000002", 0L, null), ("LSVAA11A1P1000003", 0L, (DateOnly?)null)],
            rows.Select(one => (one.Vin, one.Claims, one.InServiceOn)));
        Assert.Equal([new DateOnly(2026, 3, 2), null, null], rows.Select(one => one.LastClaimOn));
    }

    [Theory]
    [InlineData("plant=B", "2")]
    [InlineData("plant=A|B & use=commercial", "3")]
    [InlineData("colour=red", "2,3")]
    [InlineData("supplier_code=S2 & part_batch=B7", "1,3")]
    [InlineData("plant=B & supplier_code=S2", "")]
    [InlineData("dealer_code=D001", "")]
    public void a_rule_asks_for_attributes_further_attributes_and_lots(string rule, string serials)
    {
        var rows = InCluster(rule, [
            Vehicle("LSVAA11A1P1000001", ("colour", "blue")), Vehicle("LSVAA11A1P1000002", ("plant", "B"), ("colour", "red")), Vehicle("LSVAA11A1P1000003", ("use", "commercial"), ("colour", "red")),
            Claim("C1", ("vin", "LSVAA11A1P1000001")), Claim("C2", ("vin", "LSVAA11A1P1000002")),
            Make(Tables.Lots, [], ("causal_part", "P-100"), ("supplier_code", "S2"), ("part_batch", "B7"), ("plant", "A"), ("built_from", "2025-01-01"), ("built_to", "2025-01-31")),
        ]);

        Assert.Equal(serials, string.Join(',', rows.Select(one => one.Vin[^1])));
    }

    private static IReadOnlyList<ClusterVehicle> InCluster(string rule, IEnumerable<Row> rows)
    {
        using var warehouse = Rows(rows);
        warehouse.List([new DefectCluster(
            "C1", "P-100", "leak", rule, new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31), 3, 2, 1, 2, 1, 3, 0, 0, "rate", null, null, null, null, 0, false, 0, null, null, null, null, null, "")]);
        return [.. ClusterVehicle.In(warehouse)];
    }
}
