using ClaimInsights.Analysis;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Defect clusters by rates: method 2's expectation, listed by the false-discovery rate over all build months of all charts.</summary>
public class RateClusterTests
{
    /// <summary>
    /// The worked table of method 2: vehicles built in four months, with 6, 4, 2 and 1 months in service, beside a large older
    /// population that fails at the rates of the table (.004, .003, .002 …). Raw claims per 1,000 are 15.0, 10.8, 17.8 and 4.5:
    /// groups 1 and 3 look alike, only group 3 is a problem.
    /// </summary>
    [Fact]
    public void of_the_worked_table_beside_a_large_reference_only_group_3_is_listed()
    {
        using var warehouse = Rows(WorkedTable());

        var findings = DefectFindings.In(warehouse);

        var cluster = Assert.Single(findings.Clusters);
        Assert.Equal(("P-100", "leak", new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30)), (cluster.CausalPart, cluster.FailureMode, cluster.BuiltFrom, cluster.BuiltTo));
        Assert.Equal((900L, 16L), (cluster.Vehicles, cluster.Claims));
        // Ages and months are estimated from all other vehicles, shrunk: 6.3 with the rates given.
        Assert.Equal(6.3, cluster.Expected, 0.12);
        // With the rates given it is .000844; here they are estimated from the reference, and the p-value allows for that.
        Assert.Equal(.00084, cluster.PValue, 0.0002);
        Assert.InRange(cluster.QValue, 0, 0.05);
        Assert.Equal("rate", cluster.Basis);
    }

    [Fact]
    public void the_expectation_of_each_group_of_the_worked_table_is_its_exposure_times_the_rates()
    {
        using var warehouse = Rows(WorkedTable());

        var months = DefectFindings.In(warehouse).BuildMonths.Where(month => month.Month >= new DateOnly(2025, 12, 1)).ToList();

        Assert.Equal([1000, 1200, 900, 1100], months.Select(month => month.Vehicles));
        Assert.Equal([15L, 13L, 16L, 5L], months.Select(month => month.Claims));
        Assert.All(months.Zip([15, 13.2, 6.3, 4.4]), pair => Assert.Equal(pair.Second, pair.First.Expected, 0.01 * pair.Second));
    }

    [Fact]
    public void rows_in_another_order_give_the_same_clusters_to_the_last_bit()
    {
        using var ordered = Rows(WorkedTable());
        using var shuffled = Rows(WorkedTable().Reverse());

        Assert.Equal(DefectFindings.In(ordered).Clusters, DefectFindings.In(shuffled).Clusters);
    }

    [Fact]
    public void neighbouring_build_months_that_stand_out_are_one_cluster()
    {
        using var warehouse = Rows(Fleet(month => month is 6 or 7 ? 12 : month is 10 ? 12 : 1));

        Assert.Equal(
            [(new DateOnly(2025, 6, 1), new DateOnly(2025, 7, 31)), (new DateOnly(2025, 10, 1), new DateOnly(2025, 10, 31))],
            DefectFindings.In(warehouse).Clusters.Select(one => (one.BuiltFrom!.Value, one.BuiltTo!.Value)).Order());
    }

    [Fact]
    public void a_cluster_says_its_cost_its_dealer_and_its_latest_claims()
    {
        using var warehouse = Rows(Fleet(month => month == 6 ? 12 : 1));

        var cluster = Assert.Single(DefectFindings.In(warehouse).Clusters);

        Assert.Equal(1200m, cluster.Cost);
        Assert.Equal(1 / 3.0, cluster.DealerShare, 12);
        Assert.False(cluster.DealerDominated);
        Assert.Equal(5, cluster.ExampleClaimIds.Split(';').Length);
        Assert.Null(cluster.SafetyClass);
    }

    [Fact]
    public void the_claims_of_a_cluster_can_be_listed()
    {
        using var warehouse = Rows(Fleet(month => month == 6 ? 12 : 1));
        var clusters = DefectFindings.In(warehouse).Clusters;

        warehouse.List(clusters);

        Assert.Equal(
            Enumerable.Range(0, 12).Select(i => new ClusterMember($"C06-{i:000}", 1, clusters[0].ClusterId)), Analyses.ClusterMembers.Run(warehouse));
    }

    [Fact]
    public void a_cluster_that_vanishes_without_one_dealer_is_said_to_be_his()
    {
        var rows = Fleet(month => month == 6 ? 12 : 1).Select(row =>
            row.Values.TryGetValue("claim_id", out var id) && id!.StartsWith("C06", StringComparison.Ordinal)
                ? row with { Values = new Dictionary<string, string?>(row.Values) { ["dealer_code"] = "D9" } }
                : row);
        using var warehouse = Rows(rows);

        Assert.True(Assert.Single(DefectFindings.In(warehouse).Clusters).DealerDominated);
    }

    [Fact]
    public void a_listed_failure_mode_brings_its_safety_class()
    {
        var mode = Make(ClaimInsights.Ingest.Tables.FailureModes, [], ("failure_mode", "leak"), ("safety_class", "fuel_leak"));
        using var warehouse = Rows(Fleet(month => month == 6 ? 12 : 1).Append(mode));

        Assert.Equal("fuel_leak", Assert.Single(DefectFindings.In(warehouse).Clusters).SafetyClass);
    }

    [Fact]
    public void owner_damage_and_campaigns_do_not_count_towards_a_cluster()
    {
        var rows = Fleet(month => month == 6 ? 12 : 1).Select((row, i) => row.Values.ContainsKey("claim_id")
            ? row with { Values = new Dictionary<string, string?>(row.Values) { [i % 2 == 0 ? "attribution" : "campaign_code"] = i % 2 == 0 ? "owner" : "R1" } }
            : row);
        using var warehouse = Rows(rows);

        Assert.Equal((0, 0), (DefectFindings.In(warehouse).Clusters.Count, DefectFindings.In(warehouse).Charts));
    }

    [Fact]
    public void a_part_is_compared_where_it_is_fitted()
    {
        // Half of the vehicles are of a model without the part; they are no exposure.
        var others = Enumerable.Range(0, 1200).Select(i => Vehicle(VinOf(500_000 + i), ("model", "M2"), ("built_on", "2025-06-10"), ("in_service_on", "2025-08-01")));
        using var warehouse = Rows(Fleet(month => month == 6 ? 12 : 1).Concat(others));

        Assert.Equal(200, Assert.Single(DefectFindings.In(warehouse).Clusters).Vehicles);
    }

    /// <summary>Twelve build months of 200 vehicles each; <paramref name="claims"/> gives the claims of each, at three dealers in turn.</summary>
    private static IEnumerable<Row> Fleet(Func<int, int> claims)
    {
        for (var month = 1; month <= 12; month++)
        {
            for (var i = 0; i < 200; i++)
            {
                yield return Vehicle(VinOf((month * 1000) + i), ("built_on", $"2025-{month:00}-10"), ("in_service_on", "2026-01-15"));
            }

            for (var i = 0; i < claims(month); i++)
            {
                yield return Claim($"C{month:00}-{i:000}", ("vin", VinOf((month * 1000) + i)), ("dealer_code", $"D{i % 3}"));
            }
        }
    }

    private static IEnumerable<Row> WorkedTable()
    {
        var serial = 0;
        // Months in service of each group at the as-of date 2026-06-30, and claims by month in service that add up to O.
        (string BuiltOn, int Months, int Vehicles, int[] Claims)[] groups =
        [
            ("2025-12-05", 6, 1000, [4, 3, 2, 2, 2, 2]), ("2026-03-05", 4, 1200, [5, 4, 2, 2]),
            ("2026-04-05", 2, 900, [9, 7]), ("2026-05-05", 1, 1100, [5]), ("2025-01-05", 6, 50_000, [200, 150, 100, 100, 100, 100]),
        ];
        foreach (var (builtOn, months, vehicles, claims) in groups)
        {
            // Sold so that exactly this many months end with the as-of date: from the first of a month to the end of June.
            var sold = new DateOnly(2026, 7, 1).AddMonths(-months);
            for (var i = 0; i < vehicles; i++)
            {
                yield return Vehicle(VinOf(serial + i), ("built_on", builtOn), ("in_service_on", $"{sold:yyyy-MM-dd}"), ("warranty_km", null));
            }

            for (var month = 0; month < claims.Length; month++)
            {
                for (var i = 0; i < claims[month]; i++)
                {
                    var day = $"{sold.AddMonths(month).AddDays(i % 28):yyyy-MM-dd}";
                    yield return Claim($"W{serial + i}-{month}", ("vin", VinOf(serial + i)), ("failed_on", day), ("reported_on", day), ("decided_on", day),
                        ("closed_on", day), ("dealer_code", $"D{i % 20}"));
                }
            }

            serial += vehicles;
        }
    }

    private static string VinOf(int serial) => $"LSVAA11A1P1{serial:000000}";
}
