using ClaimInsights.Analysis;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Defect clusters in a store without vehicles: shares of claims, by the attributes that claims carry.</summary>
public class ShareClusterTests
{
    [Fact]
    public void a_population_with_too_large_a_share_of_a_problem_is_listed_with_its_rule()
    {
        using var warehouse = Rows(Claims((model, part) => model == "SANTA FE" && part == 3 ? 60 : 10));

        var findings = DefectFindings.In(warehouse);

        var cluster = Assert.Single(findings.Clusters);
        Assert.Equal(("share", "model=\"SANTA FE\" & model_year=2011", "P3", 60L), (cluster.Basis, cluster.Rule, cluster.CausalPart, cluster.Claims));
        Assert.Null(cluster.Vehicles);
        Assert.True(cluster.RatioLow > 1 && cluster.RatioLow < cluster.Ratio && cluster.Ratio < cluster.RatioHigh);
        Assert.Equal(96, findings.Tests);
        warehouse.List(findings.Clusters);
        Assert.All(Analyses.ClusterMembers.Run(warehouse), member => Assert.StartsWith("SANTA FE-3-", member.ClaimId, StringComparison.Ordinal));
        Assert.Equal(60, Analyses.ClusterMembers.Run(warehouse).Count);
    }

    [Fact]
    public void equal_shares_list_nothing()
    {
        using var warehouse = Rows(Claims((_, _) => 10));

        Assert.Empty(DefectFindings.In(warehouse).Clusters);
    }

    [Fact]
    public void claims_without_attributes_have_no_population_to_compare()
    {
        using var warehouse = Rows([Claim("C1"), Claim("C2")]);

        var findings = DefectFindings.In(warehouse);

        Assert.Equal(("share", 0, 0, 0), (findings.Basis, findings.Clusters.Count, findings.Charts, findings.Tests));
    }

    [Fact]
    public void claims_closed_more_than_six_months_ago_are_not_new()
    {
        using var warehouse = Rows(Claims((model, part) => model == "SANTA FE" && part == 3 ? 60 : 10), new Scope(new DateOnly(2026, 9, 10)));

        Assert.Empty(DefectFindings.In(warehouse).Clusters);
    }

    [Theory]
    [InlineData("THE ENGINE STALLED ON THE HIGHWAY", true)]
    [InlineData("高速行驶中突然失去动力", true)]
    [InlineData("the sun visor will not stay up", false)]
    public void what_costs_nothing_is_listed_only_where_its_words_speak_of_danger(string complaint, bool isListed)
    {
        using var warehouse = Rows(Claims(
            (model, part) => model == "SANTA FE" && part == 3 ? 60 : 10, ("approved_amount", "0.00"), ("claimed_amount", "0.00"), ("complaint", complaint)));

        Assert.Equal(isListed ? 1 : 0, DefectFindings.In(warehouse).Clusters.Count);
    }

    [Fact]
    public void sub_parts_belong_to_their_group_and_the_pieces_of_one_row_count_once()
    {
        var rows = Claims((_, _) => 10).Concat(Enumerable.Range(0, 40).SelectMany(i => (Row[])
        [
            Claim($"S{i}#1", ("causal_part", "P3:SENSOR"), ("model", "SANTA FE"), ("model_year", "2011")),
            Claim($"S{i}#2", ("causal_part", "P3:MODULE"), ("model", "SANTA FE"), ("model_year", "2011")),
        ]));
        using var warehouse = Rows(rows);

        var cluster = Assert.Single(DefectFindings.In(warehouse).Clusters);

        Assert.Equal(("P3", 50L), (cluster.CausalPart, cluster.Claims));
        warehouse.List([cluster]);
        Assert.Equal(90, Analyses.ClusterMembers.Run(warehouse).Count);
    }

    private static IEnumerable<Row> Claims(Func<string, int, int> count, params (string Column, string? Value)[] change)
    {
        string[] models = ["SONATA", "SANTA FE", "ACCENT", "TUCSON", "AZERA", "ELANTRA", "VELOSTER", "GENESIS", "TIBURON", "VERACRUZ", "XG350", "ENTOURAGE"];
        return from model in models
               from part in Enumerable.Range(0, 8)
               from i in Enumerable.Range(0, count(model, part))
               select Claim($"{model}-{part}-{i}", [("causal_part", $"P{part}"), ("model", model), ("model_year", "2011"), .. change]);
    }
}
