using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Decisions;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Suppliers and batches of parts whose lots are not known: shares among the part's claims, in a store with vehicles.</summary>
public class SupplierShareTests
{
    private static readonly string[] Modes = ["leak", "noise", "crack", "wear"];

    [Fact]
    public void a_supplier_whose_parts_fail_in_one_way_more_often_is_listed_by_share()
    {
        using var warehouse = Rows(Fleet((supplier, mode, _) => supplier == "S2" && mode == "crack" ? 30 : 10));

        var cluster = Assert.Single(DefectFindings.In(warehouse).Clusters);

        Assert.Equal(("share", "supplier_code=S2", "P-100", "crack", 60L), (cluster.Basis, cluster.Rule, cluster.CausalPart, cluster.FailureMode, cluster.Claims));
        // 120 vehicles have a claim for S2's part; of the others' 120, 30 crack: E = 120 · (30 + share) ÷ 121, share = 30.5 ÷ 121.
        Assert.Equal(120 * (30 + (30.5 / 121)) / 121, cluster.Expected, 9);
        Assert.True(cluster.RatioLow > 1 && cluster.RatioLow < cluster.Ratio && cluster.Ratio < cluster.RatioHigh);
        Assert.Null(cluster.Vehicles);
        Assert.Equal((6000m, false), (cluster.Cost, cluster.DealerDominated));
        warehouse.List([cluster]);
        Assert.Equal(60, Analyses.ClusterMembers.Run(warehouse).Count);
    }

    [Fact]
    public void a_bad_batch_is_listed_and_not_its_supplier_as_well()
    {
        using var warehouse = Rows(Fleet((supplier, mode, batch) => supplier == "S2" && mode == "crack" && batch == "B1" ? 80 : 10));

        var cluster = Assert.Single(DefectFindings.In(warehouse).Clusters);

        Assert.Equal(("supplier_code=S2 & part_batch=B1", "crack", 80L), (cluster.Rule, cluster.FailureMode, cluster.Claims));
    }

    [Fact]
    public void equal_shares_list_nothing()
    {
        using var warehouse = Rows(Fleet((_, _, _) => 10));

        Assert.Empty(DefectFindings.In(warehouse).Clusters);
    }

    [Fact]
    public void where_lots_are_known_no_share_is_listed()
    {
        var rows = Fleet((supplier, mode, _) => supplier == "S2" && mode == "crack" ? 30 : 10)
            .Append(Make(Tables.Lots, [], ("causal_part", "P-100"), ("supplier_code", "S1"), ("part_batch", "B1"), ("built_from", "2025-01-01"), ("built_to", "2025-12-31")));
        using var warehouse = Rows(rows);

        Assert.DoesNotContain(DefectFindings.In(warehouse).Clusters, cluster => cluster.Basis == "share");
    }

    [Fact]
    public void one_dealers_claims_are_that_dealers_pattern()
    {
        using var warehouse = Rows(Fleet((supplier, mode, _) => supplier == "S2" && mode == "crack" ? 30 : 10, dealer: (supplier, mode, i) => supplier == "S2" && mode == "crack" && i >= 10 ? "D666" : $"D{i % 10}"));

        var clusters = DefectFindings.In(warehouse).Clusters;

        Assert.All(clusters, cluster => Assert.True(cluster.DealerDominated));
        Assert.Contains(clusters, cluster => cluster.Rule == "dealer_code=D666");
    }

    [Theory]
    // Half of all claims are closed since, in every failure mode alike.
    [InlineData(false, "kept_out", 0)]
    // Of the cracks nearly all.
    [InlineData(true, "returned", 1)]
    public void a_dismissed_supplier_is_listed_again_only_when_its_share_has_grown(bool hasGrown, string listing, int listed)
    {
        var rows = Fleet((supplier, mode, _) => supplier == "S2" && mode == "crack" ? 30 : 10, closedOn: (mode, i) => (hasGrown && mode == "crack" ? i >= 4 : i % 2 == 1) ? "2026-06-05" : "2026-03-10");

        var (findings, actions) = Dismissed(rows);

        var action = Assert.Single(actions);
        Assert.Equal((listing, listed), (action.Listing, findings.Clusters.Count));
        Assert.Equal(hasGrown ? (8L, 52L) : (30L, 30L), (action.ClaimsAtDecision, action.ClaimsSince));
    }

    [Fact]
    public void a_dismissal_of_some_build_days_or_of_one_batch_leaves_the_supplier_listed()
    {
        var rows = Fleet((supplier, mode, _) => supplier == "S2" && mode == "crack" ? 30 : 10).ToList();

        Assert.Equal("listed", Assert.Single(Dismissed(rows, ("built_from", "2025-06-01")).Actions).Listing);
        Assert.Equal("listed", Assert.Single(Dismissed(rows, ("rule", "supplier_code=S2 & part_batch=B1")).Actions).Listing);
    }

    private static (DefectFindings Findings, IReadOnlyList<ClusterAction> Actions) Dismissed(IEnumerable<Row> rows, params (string Column, string? Value)[] change)
    {
        using var warehouse = Rows(rows.Append(Make(
            Tables.ClusterDecisions, change, ("causal_part", "P-100"), ("failure_mode", "crack"), ("rule", "supplier_code=S2"), ("decision", "dismissed"),
            ("decided_at", "2026-04-02 10:00:00"), ("decided_by", "E02"))));
        return ClusterActions.In(warehouse, DefectFindings.In(warehouse));
    }

    /// <summary>2,000 vehicles of one kind, built through a year; claims for six parts of three suppliers, two batches each, by failure mode, spread over the vehicles; those for P-100 as asked.</summary>
    private static IEnumerable<Row> Fleet(Func<string, string, string, int> claims, Func<string, string, int, string>? dealer = null, Func<string, int, string>? closedOn = null)
    {
        var vehicles = Enumerable.Range(0, 2000).Select(i => Vehicle($"V{i:0000}", ("built_on", new DateOnly(2025, 1, 1).AddDays(i * 7 % 360).ToString("yyyy-MM-dd", null)), ("in_service_on", "2026-01-05")));
        var next = 0;
        var made = new List<Row>();
        foreach (var (part, supplier, mode, batch) in
            from part in (string[])["P-100", "P-200", "P-300", "P-400", "P-500", "P-600"]
            from supplier in (string[])["S1", "S2", "S3"]
            from mode in Modes
            from batch in (string[])["B1", "B2"]
            select (part, supplier, mode, batch))
        {
            for (var i = 0; i < (part == "P-100" ? claims(supplier, mode, batch) : 10) - (supplier == "S3" ? 5 : 0); i++, next++)
            {
                made.Add(Claim(
                    $"C{next}", ("vin", $"V{next * 37 % 2000:0000}"), ("causal_part", part), ("failure_mode", mode), ("supplier_code", supplier), ("part_batch", batch),
                    ("dealer_code", dealer?.Invoke(supplier, mode, i) ?? $"D{next % 12}"), ("closed_on", closedOn?.Invoke(mode, i) ?? "2026-03-10")));
            }
        }

        return vehicles.Concat(made);
    }
}
