using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Narratives that become alike across codes are found; what is coded alike, common words and steady ones are told apart.</summary>
public sealed class NarrativeGroupTests
{
    private static readonly string[] Words = ["noise", "leaks", "cold", "start", "brake", "pedal", "window", "radio", "screen", "battery", "cooling", "pump", "gear", "clutch", "seat", "door", "lamp", "sensor", "wiper", "mirror"];
    private static readonly Scope Scope = new(Given.AsOf);

    [Fact]
    public void a_defect_under_many_codes_is_one_group_with_its_words()
    {
        var groups = NarrativeGroup.Of([.. Ordinary(), .. Hidden(12, i => ($"P{i % 6}", i % 2 == 0 ? "unknown" : "other"))], Scope);

        var group = Assert.Single(groups);
        Assert.Contains("shudders", group.Terms, StringComparison.Ordinal);
        Assert.True(group is { IsSpread: true, Codes: 6, Claims: >= 9, QValue: <= 0.05, RatioLow: > 2 }, $"{group}");
        Assert.Contains("H11", group.ExampleClaimIds, StringComparison.Ordinal);
    }

    [Fact]
    public void chinese_narratives_need_no_dictionary_and_what_is_coded_alike_is_not_spread()
    {
        var groups = NarrativeGroup.Of([.. Ordinary(), .. Hidden(12, _ => ("P1", "shudder"), "方向盘怠速时抖动")], Scope);

        var group = Assert.Single(groups);
        Assert.Contains("方向盘怠速时抖动", group.Terms, StringComparison.Ordinal);
        Assert.Equal((false, 1, "P1", "shudder", 1.0), (group.IsSpread, group.Codes, group.TopPart, group.TopMode, group.TopShare));
    }

    [Fact]
    public void steady_words_and_a_short_past_give_no_group()
    {
        Assert.Empty(NarrativeGroup.Of([.. Ordinary()], Scope));
        Assert.Empty(NarrativeGroup.Of([.. Ordinary().Where(claim => claim.Month >= Given.AsOf.AddMonths(-10))], Scope));
        Assert.Empty(NarrativeGroup.Of([], Scope));
    }

    [Fact]
    public void the_rows_are_paid_claims_with_words_of_thirty_months()
    {
        using var warehouse = Given.Rows(
        [
            Given.Claim("C1", ("complaint", "leaks"), ("cause", "seal"), ("closed_on", "2026-06-30")), Given.Claim("C2"), Given.Claim("C3", ("complaint", "old"), ("closed_on", "2023-12-31")),
            Given.Claim("C4", ("complaint", "leaks"), ("verdict", "rejected"), ("approved_amount", "0.00"), ("rejection_reason", "other")), Given.Claim("C5", ("complaint", "hit a stone"), ("attribution", "owner")),
        ]);

        var row = Assert.Single(Analyses.NarrativeClaims.Run(warehouse));
        Assert.Equal(("C1", "leaks seal", new DateOnly(2026, 6, 1)), (row.ClaimId, row.Words, row.Month));
        Assert.Empty(NarrativeGroup.In(warehouse));
    }

    [Fact]
    public void pieces_of_a_phrase_are_put_together() =>
        Assert.Equal(["方向盘异响", "pump", "漏油"], NarrativeCounts.PhrasesOf(["方向盘异", "向盘异响", "方向", "pump", "异响", "漏油"]));

    private static IEnumerable<NarrativeClaim> Ordinary()
    {
        var random = new Random(4);
        for (var month = 0; month < 30; month++)
        {
            for (var i = 0; i < 60; i++)
            {
                var words = string.Join(' ', Enumerable.Range(0, 5).Select(_ => Words[random.Next(Words.Length)]));
                yield return new($"C{month:00}-{i:00}", $"P{random.Next(8)}", "noise", new DateOnly(2024, 1, 1).AddMonths(month), random.Next(24), words);
            }
        }
    }

    private static IEnumerable<NarrativeClaim> Hidden(int claims, Func<int, (string Part, string Mode)> code, string words = "steering shudders at idle") =>
        Enumerable.Range(0, claims).Select(i => new NarrativeClaim($"H{i:00}", code(i).Part, code(i).Mode, new DateOnly(2026, 4, 1).AddMonths(i / 4), i % 2 == 0 ? 7 : null, words + " " + Words[i % 5]));
}
