using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What moved the share of rejected claims: the parts add up to the change, whatever they are split by.</summary>
public class RejectionMoveTests
{
    [Fact]
    public void moves_of_dealers_reasons_and_parts_each_add_up_to_the_change()
    {
        // First quarter: 3 of 8 rejected, second: 6 of 12; May: 1 of 4, June: 5 of 6.
        using var warehouse = Rows(
        [
            .. Month("2026-02", "D1", "P1", paid: 3, rejected: 2, "out_of_time"), .. Month("2026-03", "D2", "P2", paid: 2, rejected: 1, "accident"),
            .. Month("2026-04", "D2", "P1", paid: 2, rejected: 0, "other"), .. Month("2026-05", "D1", "P2", paid: 3, rejected: 1, "accident"),
            .. Month("2026-06", "D1", "P1", paid: 0, rejected: 3, "out_of_time"), .. Month("2026-06", "D3", "P3", paid: 1, rejected: 2, "other"),
            .. Month("2025-12", "D9", "P9", paid: 0, rejected: 9, "other"),
        ]);

        var moves = RejectionMoves.In(warehouse);

        foreach (var by in new[] { "dealer", "reason", "part" })
        {
            Assert.Equal((6 / 12.0) - (3 / 8.0), moves.Where(move => move.Span == "quarter" && move.By == by).Sum(move => move.Move), 12);
            Assert.Equal((5 / 6.0) - (1 / 4.0), moves.Where(move => move.Span == "month" && move.By == by).Sum(move => move.Move), 12);
        }

        Assert.All(moves, move => Assert.Equal(move.Move, move.MixEffect + move.RuleEffect, 12));
        Assert.DoesNotContain(moves, move => move.Item is "D9" or "P9");
        Assert.Equal((new(2026, 1, 1), new(2026, 4, 1)), (moves[0].PeriodBefore, moves[0].Period));
        var dealer = moves.Single(move => move is { Span: "quarter", By: "dealer", Item: "D1" });
        Assert.Equal((5L, 2L, 7L, 4L), (dealer.DecidedBefore, dealer.RejectedBefore, dealer.Decided, dealer.Rejected));
    }

    [Fact]
    public void the_claims_behind_a_move_are_listed_the_latest_first()
    {
        using var warehouse = Rows(
        [
            .. Month("2026-02", "D1", "P1", paid: 3, rejected: 2, "out_of_time"), .. Month("2026-06", "D2", "P2", paid: 2, rejected: 1, "accident"), .. Month("2025-12", "D9", "P9", paid: 0, rejected: 9, "other"),
        ]);

        var claims = ClaimInsights.Analysis.Analyses.RejectedClaims.Run(warehouse);

        var moves = RejectionMoves.In(warehouse).Where(move => move is { Span: "quarter", By: "reason" });
        Assert.Equal(["2026-06D2-2 accident", "2026-02D1-3 out_of_time", "2026-02D1-4 out_of_time"], claims.Select(claim => $"{claim.ClaimId} {claim.Reason}"));
        Assert.All(moves, move => Assert.Equal(move.Rejected, claims.Count(claim => claim.Reason == move.Item && claim.ClosedOn >= move.Period)));
    }

    [Fact]
    public void a_dealer_that_treats_like_claims_otherwise_moves_by_rule_alone()
    {
        using var warehouse = Rows([.. Month("2026-05", "D1", "P1", paid: 8, rejected: 2, "other"), .. Month("2026-06", "D1", "P1", paid: 5, rejected: 5, "other")]);

        var move = RejectionMoves.In(warehouse).Single(move => move is { Span: "month", By: "dealer" });

        Assert.Equal((0, 0.3), (move.MixEffect, Math.Round(move.RuleEffect, 12)));
    }

    [Fact]
    public void a_cut_month_takes_no_part_and_one_period_alone_has_no_moves()
    {
        using var warehouse = Rows([.. Month("2026-06", "D1", "P1", paid: 5, rejected: 5, "other")]);
        Assert.Empty(RejectionMoves.In(warehouse));

        using var cut = Rows(
            [.. Month("2026-04", "D1", "P1", paid: 5, rejected: 5, "other"), .. Month("2026-05", "D1", "P1", paid: 5, rejected: 5, "other"), .. Month("2026-06", "D2", "P1", paid: 5, rejected: 5, "other")],
            new ClaimInsights.Analysis.Scope(new DateOnly(2026, 6, 20)));
        Assert.DoesNotContain(RejectionMoves.In(cut), move => move.Item == "D2");
    }

    private static IEnumerable<ClaimInsights.Tests.Row> Month(string month, string dealer, string part, int paid, int rejected, string reason) =>
        Enumerable.Range(0, paid + rejected).Select(i => i < paid
            ? Claim($"{month}{dealer}-{i}", ("closed_on", month + "-10"), ("dealer_code", dealer), ("causal_part", part))
            : Claim($"{month}{dealer}-{i}", ("closed_on", month + "-10"), ("dealer_code", dealer), ("causal_part", part), ("verdict", "rejected"), ("rejection_reason", reason)));
}
