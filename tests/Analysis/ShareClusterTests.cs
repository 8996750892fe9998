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
        Assert.Equal(32, findings.Tests);
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

    private static IEnumerable<Row> Claims(Func<string, int, int> count)
    {
        string[] models = ["SONATA", "SANTA FE", "ACCENT", "TUCSON"];
        return from model in models
               from part in Enumerable.Range(0, 8)
               from i in Enumerable.Range(0, count(model, part))
               select Claim($"{model}-{part}-{i}", ("causal_part", $"P{part}"), ("model", model), ("model_year", "2011"));
    }
}
