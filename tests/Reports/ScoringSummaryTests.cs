using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>What a report takes of tables that may be too large to hold.</summary>
public sealed class ScoringSummaryTests
{
    private static Suspicion Scored(string id, double score, string queue, long rank) =>
        new(id, 1, score, rank, 10, null, null, null, null, null, null, null, queue, 0.5, "M1");

    private static ScoredClaim Claim(string id) => new(id, 1, "D001", "P-100", "leak", 100, new(2026, 3, 10));

    private static RejectedClaim Rejected(string id, string reason, int day) => new(id, 1, new(2026, 3, day), reason, "within", "D001", null, "P-100", "leak", 100);

    private static RuleDisagreement Against(string id, string rule, DateOnly closedOn, decimal amount) =>
        new(id, 1, "paid_against_rule", rule, "basic", "D001", "P-100", closedOn, closedOn, null, null, null, null, null, null, amount);

    [Fact]
    public void every_claim_is_counted_and_the_queue_told_claim_by_claim()
    {
        var scored = ScoringSummary.Of(
            [Scored("A", .8, "model", 1), Scored("B", .5, "none", 2), Scored("C", .03, "random", 3), Scored("D", 0, "none", 4)], [Claim("C"), Claim("B"), Claim("A")]);

        Assert.Equal(["A", "C"], scored.Queue.Select(one => one.Claim.ClaimId));
        Assert.Equal(4, scored.Claims);
        Assert.Equal(.8, scored.Bins[^1].To, 12);
        Assert.Equal((1, 1), (scored.Bins[^1].Claims, scored.Bins[^1].Queued));
        Assert.Equal((2, 1), (scored.Bins[0].Claims, scored.Bins[0].Queued));
    }

    [Fact]
    public void where_nothing_is_scored_there_are_no_bins()
    {
        Assert.Same(ScoringSummary.None, ScoringSummary.Of([], [Claim("A")]));
        Assert.Equal(0, ScoringSummary.None.Claims);
    }

    [Fact]
    public void scores_of_nothing_but_zero_have_a_width() => Assert.Equal(2, ScoringSummary.Of([Scored("A", 0, "none", 1), Scored("B", 0, "none", 2)], []).Bins[0].Claims);

    [Fact]
    public void of_each_reason_the_latest_claims_are_kept()
    {
        var latest = DecisionTables.LatestOf(Enumerable.Range(0, 9).SelectMany(i => new[] { Rejected($"T{i}", "out_of_time", 20 - i), Rejected($"E{i}", "insufficient_evidence", 20 - i) }));

        Assert.Equal(["T0", "T1", "T2", "T3", "T4"], latest.Where(claim => claim.Reason == "out_of_time").Select(claim => claim.ClaimId));
        Assert.Equal(5, latest.Count(claim => claim.Reason == "insufficient_evidence"));
    }

    [Fact]
    public void decisions_against_a_rule_are_summed_up_over_the_period()
    {
        var period = new ReportPeriod(new DateOnly(2026, 1, 1), 3);
        var march = new DateOnly(2026, 3, 31);
        var groups = AgainstRule.Of(
            [
                .. Enumerable.Range(1, 7).Select(i => Against($"A{i}", "out_of_time", march, i % 4)), Against("B1", "out_of_mileage", march, 50), Against("C1", "out_of_time", march.AddDays(1), 900),
            ],
            period);

        Assert.Equal(["out_of_mileage", "out_of_time"], groups.Select(one => one.Rule));
        Assert.Equal((7, 12m), (groups[1].Claims, groups[1].Amount));
        Assert.Equal(["A3", "A7", "A2", "A6", "A1"], groups[1].Largest);
    }
}
