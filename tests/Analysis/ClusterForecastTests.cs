using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What is still to come of a cluster: of which vehicles, how long, at what cost.</summary>
public class ClusterForecastTests
{
    private static readonly ClusterAge[] Ages = [.. Enumerable.Range(0, 18).Select(age => new ClusterAge("C1", age, 100, 5, 10_000, 100))];

    [Fact]
    public void exposure_to_come_ends_with_each_vehicles_warranty()
    {
        // As of 2026-06-30 and without a lag between failure and closing but that of one claim; sold in February 2025 for two years and for three.
        var rows = Forecast(Vehicle("LSVAA11A1P1000001", ("warranty_months", "24")), Vehicle("LSVAA11A1P1000002", ("warranty_months", "36")), Vehicle("LSVAA11A1P1000003", ("in_service_on", null), ("warranty_months", "36")));

        Assert.Equal([3, 6, 12, null], rows.Where(row => row.MonthsAhead is not 24).Select(row => row.MonthsAhead));
        Assert.Equal(6, rows[0].VehicleMonths);
        Assert.Equal(12, rows[1].VehicleMonths);
        Assert.True(rows[2].VehicleMonths < 24, "the first vehicle's warranty ends within the year");
        Assert.Equal(rows[^1].VehicleMonths, rows.Max(row => row.VehicleMonths));
        Assert.All(rows, row => Assert.True(row.Low <= row.Claims && row.Claims <= row.High));
        Assert.Equal(Math.Round((decimal)rows[0].Claims * 300m, 2), rows[0].Cost);
    }

    [Fact]
    public void without_an_end_of_warranty_nothing_is_said_of_the_end()
    {
        var rows = Forecast(Vehicle("LSVAA11A1P1000001", ("warranty_months", null), ("warranty_km", null)));

        Assert.Equal([3, 6, 12, 24], rows.Select(row => row.MonthsAhead));
        Assert.Equal([3, 6, 12, 24], rows.Select(row => row.VehicleMonths));
    }

    private static IReadOnlyList<ClusterForecast> Forecast(params Row[] vehicles)
    {
        using var warehouse = Rows([.. vehicles, Claim("C1", ("vin", "LSVAA11A1P1000001")), Make(Tables.Parts, [], ("causal_part", "P-100"), ("models", "M1"))]);
        DefectCluster[] clusters =
        [
            new("C1", "P-100", "leak", "", new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31), 3, 2, 1, 2, 1, 3, 0, 0, "rate", null, null, null, null, 0, false, 600, null, null, null, null, null, ""),
        ];
        return ClusterForecast.In(warehouse, ScanData.Read(warehouse), clusters, Ages);
    }
}
