using ClaimInsights.Analysis;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What is said of a listed cluster beyond its numbers.</summary>
public class ClusterEvidenceTests
{
    private static readonly string[] Models = ["SONATA", "SANTA FE", "ACCENT", "TUCSON", "AZERA", "ELANTRA", "VELOSTER", "GENESIS", "TIBURON", "VERACRUZ", "XG350", "ENTOURAGE"];

    [Theory]
    [InlineData("the sunroof shattered while driving/when parked the sunroof shattered", "the wiper is noisy while driving", "shattered;sunroof")]
    [InlineData("行驶中天窗玻璃自行爆裂/停车后天窗玻璃突然爆裂", "行驶中雨刮器异响", "天窗玻璃;爆裂")]
    public void the_words_that_set_it_apart_from_other_claims_of_its_part_are_named(string own, string others, string terms)
    {
        using var warehouse = Rows(
            from model in Models
            from part in Enumerable.Range(0, 8)
            let isOutbreak = model == "SANTA FE" && part == 3
            from i in Enumerable.Range(0, isOutbreak ? 60 : 10)
            select Claim($"{model}-{part}-{i}", ("causal_part", $"P{part}"), ("model", model), ("model_year", "2011"), ("complaint", isOutbreak ? own.Split('/')[i % 2] : others)));
        var findings = DefectFindings.In(warehouse);

        var cluster = Assert.Single(ClusterEvidence.Add(warehouse, findings).Clusters);

        Assert.Equal(terms, string.Join(';', cluster.Terms!.Split(';').Take(2)));
        Assert.Equal(Assert.Single(findings.Clusters) with { Terms = cluster.Terms }, cluster);
    }

    [Fact]
    public void nothing_listed_needs_no_evidence()
    {
        using var warehouse = Rows([Claim("C1", ("model", "SONATA"))]);
        var findings = DefectFindings.In(warehouse);

        Assert.Same(findings, ClusterEvidence.Add(warehouse, findings));
    }

    [Fact]
    public void chinese_is_cut_without_a_dictionary_and_common_words_are_left_out()
    {
        Assert.Equal(new HashSet<string> { "天窗", "天窗异", "天窗异响", "异响", "窗异", "窗异响", "sunroof", "abs" }, NarrativeTerms.Of("天窗异响, the SUNROOF is on; ABS"));
    }
}
