using System.Globalization;
using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>The rules of the trade and their sentences.</summary>
public class RulesTests
{
    private static readonly ClaimFeatures Worst = GivenFeatures.Worst("C1") with { ClusterRatio = 3.5 };

    public static TheoryData<string> Codes => [.. Rules.All.Select(rule => rule.Code)];

    [Fact]
    public void each_rule_is_written_once_and_worded_once()
    {
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Code).Distinct().Count());
        Assert.Equal(ReasonText.Codes.Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void each_feature_that_a_rule_rests_on_is_in_the_table() =>
        Assert.Empty(Rules.All.SelectMany(rule => rule.Features).Except(FeatureTable.All.Select(feature => feature.Name)));

    [Theory, MemberData(nameof(Codes))]
    public void a_rule_fires_on_the_worst_claim_and_says_so_in_both_languages_with_its_numbers(string code)
    {
        var rule = Rules.All.Single(one => one.Code == code);
        var numbers = rule.Numbers(Worst);
        var reason = ReasonText.Stored(code, numbers!);

        Assert.True(rule.Strength(Worst) > 0);
        foreach (var sentence in new[] { ReasonText.English(reason), ReasonText.Chinese(reason) })
        {
            Assert.DoesNotMatch(@"[{}]", sentence);
            Assert.All(reason.Split('|').Skip(1), number => Assert.Contains(Grouped(number), sentence, StringComparison.Ordinal));
        }

        Assert.DoesNotMatch(@"[^\u0000-\u007f]", ReasonText.English(reason));
        Assert.Matches(@"[\u4e00-\u9fff]", ReasonText.Chinese(reason));
    }

    [Theory, MemberData(nameof(Codes))]
    public void a_stored_reason_without_its_numbers_or_of_another_version_is_refused(string code)
    {
        var slots = Rules.All.Single(rule => rule.Code == code).Numbers(Worst)!.Count;

        Assert.Throws<ModelException>(() => ReasonText.English(code + "_of_old"));
        if (slots > 0)
        {
            Assert.Throws<ModelException>(() => ReasonText.Chinese(code));
        }
    }

    [Fact]
    public void a_sentence_reads_well() => Assert.Equal(
        "billed 6.5 h; 95 % of the same operation take under 3.1 h",
        ReasonText.English(ReasonText.Stored("hours_above_peers", [6.5, 3.1])));

    [Theory]
    [InlineData(6.5, true)]
    [InlineData(2.9, false)]
    public void hours_are_a_reason_only_above_what_nearly_all_take(double hours, bool isTold)
    {
        var worst = GivenFeatures.Worst("C1");
        var row = worst with { Claim = worst.Claim with { LabourHours = hours } };

        Assert.Equal(isTold, Rules.All.Single(rule => rule.Code == "hours_above_peers").Numbers(row) is not null);
    }

    [Fact]
    public void an_ordinary_claim_stays_near_the_level() => Assert.InRange(Rules.Score(GivenFeatures.Ordinary("C1")), Rules.Intercept - 1, Rules.Intercept + 0.5);

    [Fact]
    public void the_document_lists_every_feature_and_every_rule()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "suspicion.md"));

        Assert.All(FeatureTable.All, feature => Assert.Contains($"| {feature.Name} | {feature.Unit} | {feature.Source} | {feature.Why} |", document, StringComparison.Ordinal));
        Assert.True(FeatureTable.All.Count >= 60);
        Assert.All(Rules.All, rule => Assert.Contains(RuleTable.Line(rule), document, StringComparison.Ordinal));
    }

    private static string Grouped(string number) => double.Parse(number, CultureInfo.InvariantCulture).ToString("#,0.#", CultureInfo.InvariantCulture);
}
