using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>R/1000 by build month and age: only vehicles that are old enough count, with only their claims.</summary>
public sealed class RateTriangleTests
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly PartFit Everywhere = new("P-100", null, null);

    [Fact]
    public void a_young_vehicle_dilutes_nothing_and_its_claims_wait()
    {
        // 100 vehicles have 15 months, 50 have 4; the lag takes 2 months, so that 100 are mature at 12 and 150 at 2.
        IReadOnlyList<TriangleVehicles> vehicles = [Sold(15, 100), Sold(4, 50)];
        IReadOnlyList<TriangleClaims> claims = [Claimed(15, 0, 3), Claimed(15, 11, 2), Claimed(15, 12, 9), Claimed(4, 1, 1), Claimed(4, 3, 7)];

        var cells = RateTriangles.Of(vehicles, claims, [Everywhere], lagMonths: 2, [Cluster]).Where(cell => cell.FailureMode == "leak").ToDictionary(cell => cell.MonthsInService);

        Assert.Equal((150, 4, true), (cells[2].MatureVehicles, cells[2].Claims, cells[2].IsMature));
        Assert.Equal((100, 5, false), (cells[12].MatureVehicles, cells[12].Claims, cells[12].IsMature));
        Assert.Equal(50, cells[12].ClaimsPerThousand, 12);
        Assert.Equal(13, cells.Keys.Max());
        // R 4.2.2: poisson.test(5, .1)$conf.int
        Assert.Equal(16.23486, cells[12].ClaimsPerThousandLow, 4);
        Assert.Equal(116.6833, cells[12].ClaimsPerThousandHigh, 4);
    }

    [Fact]
    public void a_part_without_a_cluster_is_shown_at_the_milestones_it_has_reached()
    {
        var cells = RateTriangles.Of([Sold(30, 100)], [Claimed(30, 2, 1)], [Everywhere], lagMonths: 1, []);

        Assert.Equal([3, 12, 24], cells.Select(cell => cell.MonthsInService));
        Assert.All(cells, cell => Assert.Equal("", cell.FailureMode));
    }

    [Fact]
    public void only_vehicles_that_have_the_part_are_counted()
    {
        var cells = RateTriangles.Of([Sold(30, 100), Sold(30, 40) with { Model = "M2" }], [Claimed(30, 2, 1)], [new PartFit("P-100", "M2", null)], lagMonths: 0, []);

        Assert.All(cells, cell => Assert.Equal(40, cell.VehiclesSold));
    }

    [Fact]
    public void months_run_from_sale_to_the_as_of_date_and_a_claim_in_the_last_month_counts_below_it()
    {
        using var warehouse = Given.Rows(
        [
            Given.Vehicle("LSVAB2BR0EN100001", ("in_service_on", "2025-06-30")),
            Given.Vehicle("LSVAB2BR0EN100002", ("in_service_on", "2025-07-01")),
            Given.Claim("C-1", ("vin", "LSVAB2BR0EN100001"), ("failed_on", "2026-06-29"), ("reported_on", "2026-06-29"), ("decided_on", null), ("closed_on", "2026-06-30")),
        ]);

        Assert.Equal([11, 12], Analyses.TriangleVehicles.Run(warehouse).Select(row => row.MonthsReached));
        Assert.Equal((12, 11), Analyses.TriangleClaims.Run(warehouse).Select(row => (row.MonthsReached, row.MonthsInService)).Single());
        var year = RateTriangles.In(warehouse, [], StoreLag.Of(warehouse)).Single(cell => cell.MonthsInService == 12);
        Assert.Equal((2, 1, 1), (year.VehiclesSold, year.MatureVehicles, year.Claims));
    }

    private static TriangleVehicles Sold(int monthsReached, long vehicles) => new("M1", "ICE", January, monthsReached, vehicles);

    private static TriangleClaims Claimed(int monthsReached, int monthsInService, long claims) => new("P-100", "leak", January, monthsReached, monthsInService, claims);

    private static DefectCluster Cluster { get; } = new(
        "C1", "P-100", "leak", "", January, January, 1, 1, 1, 1, 1, 1, 0, 0, "rate", null, null, null, null, 0, false, 0, null, null, null, null, null, "");
}
