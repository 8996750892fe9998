using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Near-identical claims in pairs, on written rows.</summary>
public class LikePairTests
{
    private const string Vin = "LSVAA11A1P1000001";

    [Fact]
    public void like_claims_are_paired_in_order_of_closing_and_each_once()
    {
        using var warehouse = Rows(
        [
            Vehicle(Vin), Vehicle("LSVAA11A1P1000002", ("model", "M2")),
            Paid("A1", "2026-03-10"), Rejected("A2", "2026-03-11"), Paid("A3", "2026-03-12"), Paid("A4", "2026-03-13"), Rejected("A5", "2026-03-14"),
            Paid("B1", "2026-03-10", ("failure_mode", "noise")), Rejected("B2", "2026-03-11", ("failure_mode", "noise"), ("photos", "1")),
            Rejected("B3", "2026-03-12", ("failure_mode", "noise"), ("vin", "LSVAA11A1P1000002")),
            Paid("B4", "2026-03-13", ("failure_mode", "noise"), ("campaign_code", "R1")),
            Rejected("B5", "2026-03-14", ("failure_mode", "noise"), ("failed_on", "2025-04-01")),
            Paid("C1", "2025-03-10", ("causal_part", "P-200")), Rejected("C2", "2025-03-11", ("causal_part", "P-200")),
        ]);

        var pair = Assert.Single(Analyses.LikePairs.Run(warehouse));
        Assert.Equal(("A1", "A2", 12, "other", 100m), (pair.PaidClaim, pair.RejectedClaim, pair.MonthsFrom, pair.RejectionReason, pair.RejectedAmount));

        var all = Consistency.Of(Analyses.LikePairCounts.Run(warehouse));
        Assert.Equal([("", 2L, 1L), ("P-100", 2, 1)], all.Select(row => (row.CausalPart, row.Pairs, row.Alike)));
        // R: prop.test(1, 2, correct = FALSE)$conf.int
        Assert.Equal(0.09453121, all[0].ShareLow, 6);
        Assert.Equal(0.90546879, all[0].ShareHigh, 6);
    }

    [Fact]
    public void no_pair_gives_no_consistency() => Assert.Empty(Consistency.Of([]));

    private static ClaimInsights.Tests.Row Paid(string id, string closed, params (string, string?)[] change) => Claim(id, [("vin", Vin), ("closed_on", closed), .. change]);

    private static ClaimInsights.Tests.Row Rejected(string id, string closed, params (string, string?)[] change) =>
        Paid(id, closed, [("verdict", "rejected"), ("rejection_reason", "other"), .. change]);
}
