using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>How far a cluster's vehicles, and all others with the part, have come: by each one's own use.</summary>
public class ClusterDistanceTests
{
    private const double Month = 30.4375;

    private static readonly Row[] Fleet =
    [
        // 100 and 50 km a day, sold 515 days before the end.
        Vehicle("V1"), Vehicle("V2", ("plant", "B")), Service("V1", "2025-08-01", "18100"), Service("V2", "2025-08-01", "9050"),
        Claim("C1", ("vin", "V1"), ("failed_on", "2025-09-19"), ("odometer_km", "23000")), Claim("C2", ("vin", "V2"), ("failed_on", "2025-09-09")),
    ];

    [Fact]
    public void months_are_spent_where_the_vehicle_was_and_claims_lie_at_their_reading_else_at_its_use()
    {
        var rows = Distances("plant=A", Fleet);

        Assert.Equal([0, 10_000, 20_000, 30_000, 40_000, 50_000], rows.Select(row => row.FromKm));
        Assert.Equal([0L, 0, 1, 0, 0, 0], rows.Select(row => row.Claims));
        Assert.Equal([0L, 1, 0, 0, 0, 0], rows.Select(row => row.RestClaims));
        AssertDays([100, 100, 100, 100, 100, 15], rows.Select(row => row.VehicleMonths));
        AssertDays([200, 200, 115, 0, 0, 0], rows.Select(row => row.RestVehicleMonths));
    }

    [Fact]
    public void where_the_cluster_is_all_vehicles_there_is_no_rest() => AssertDays([0, 0, 0, 0, 0, 0], Distances("", Fleet).Select(row => row.RestVehicleMonths));

    [Fact]
    public void far_distances_are_one_class_and_vehicles_without_the_part_or_out_of_service_are_nobodys_rest()
    {
        var rows = Distances("plant=A", [
            Vehicle("V1", ("warranty_km", null)), Service("V1", "2025-03-03", "15000"), Claim("C1", ("vin", "V1"), ("odometer_km", "196500")),
            Vehicle("V3", ("plant", "B"), ("model", "M9")), Service("V3", "2025-03-03", "300"), Vehicle("V4", ("plant", "B"), ("out_of_service_on", "2026-01-01")), Service("V4", "2025-03-03", "300"),
            Make(Tables.Parts, [], ("causal_part", "P-100"), ("models", "M1")),
        ]);

        Assert.Equal((150_000, 1L), (rows[^1].FromKm, rows[^1].Claims));
        AssertDays([515 - 300], [rows[^1].VehicleMonths]);
        Assert.All(rows, row => Assert.Equal(0, row.RestVehicleMonths, 9));
    }

    private static IReadOnlyList<ClusterDistance> Distances(string rule, IEnumerable<Row> rows)
    {
        using var warehouse = Rows(rows);
        warehouse.List([new DefectCluster(
            "K1", "P-100", "leak", rule, new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31), 3, 2, 1, 2, 1, 3, 0, 0, "rate", null, null, null, null, 0, false, 0, null, null, null, null, null, "")]);
        var distances = new ClusterDistances(warehouse);
        Assert.Empty(distances.Rows());
        Assert.NotEmpty(distances.Watched(ClusterVehicle.In(warehouse)).ToList());
        return [.. distances.Rows()];
    }

    private static Row Service(string vin, string day, string km) => Make(Tables.Services, [], ("vin", vin), ("serviced_on", day), ("odometer_km", km));

    private static void AssertDays(IEnumerable<double> days, IEnumerable<double> months) =>
        Assert.Equal(days.Select(one => Math.Round(one, 6)), months.Select(one => Math.Round(one * Month, 6)));
}
