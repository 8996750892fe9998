using ClaimInsights.Analysis;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Rejection causes: the contract's share, Wilson's interval, the month before, appeals.</summary>
public class RejectionCauseTests
{
    [Fact]
    public void the_share_is_of_decided_claims_with_a_wilson_interval_beside_the_month_before()
    {
        using var warehouse = Rows([.. Month("2026-03", paid: 9, rejected: 1), .. Month("2026-04", paid: 5, rejected: 5)]);

        var causes = RejectionCauses.In(warehouse);

        Assert.Equal(["2026-03", "2026-04"], causes.Select(cause => cause.Period));
        Assert.Equal((5L, 10L, 0.5, (double?)0.1), (causes[1].RejectedClaims, causes[1].DecidedClaims, causes[1].Share, causes[1].PreviousShare));
        // R: prop.test(5, 10, correct = FALSE)$conf.int
        Assert.Equal(0.2365931, causes[1].ShareLow, 6);
        Assert.Equal(0.7634069, causes[1].ShareHigh, 6);
        Assert.Null(causes[0].PreviousShare);
    }

    [Fact]
    public void withdrawn_claims_stay_out_and_goodwill_counts_as_decided()
    {
        using var warehouse = Rows([Rejected("R"), Claim("W", ("verdict", "withdrawn")), Claim("G", ("verdict", "goodwill"))]);

        Assert.Equal(2, RejectionCauses.In(warehouse).Single().DecidedClaims);
    }

    [Fact]
    public void an_overturned_appeal_counts_for_the_reason_it_was_made_against()
    {
        using var warehouse = Rows(
        [
            Rejected("A"), Claim("A", ("version", "2"), ("closed_on", "2026-05-20"), ("appeal", "overturned")),
            Rejected("B", ("appeal", "upheld"), ("closed_on", "2026-05-21")),
        ]);

        var cause = Assert.Single(RejectionCauses.In(warehouse));

        Assert.Equal(("2026-05", "owner_damage", 1L, 2L, 1L), (cause.Period, cause.Reason, cause.RejectedClaims, cause.Appeals, cause.Overturned));
    }

    [Fact]
    public void adding_a_paid_claim_never_raises_a_rejection_share()
    {
        for (var paid = 0; paid < 12; paid++)
        {
            using var fewer = Rows(Month("2026-03", paid, rejected: 3));
            using var more = Rows(Month("2026-03", paid + 1, rejected: 3));

            Assert.True(RejectionCauses.In(more).Single().Share < RejectionCauses.In(fewer).Single().Share);
        }
    }

    [Fact]
    public void a_change_of_the_share_is_split_into_mix_and_rule_that_add_up_to_it()
    {
        // March: 8 of 10 within the rules, 1 rejected; 2 at other shops, 1 rejected. April: 5 and 5, 1 and 2 rejected.
        using var warehouse = Rows([.. Shops("2026-03", (8, 1), (2, 1)), .. Shops("2026-04", (5, 1), (5, 2))]);

        var causes = RejectionCauses.In(warehouse);

        Assert.Equal((null, null), (causes[0].MixEffect, causes[0].RuleEffect));
        // Kitagawa by hand: shares .125 → .2 and .5 → .4, weights .8 → .5 and .2 → .5.
        Assert.Equal((0.3 * 0.45) - (0.3 * 0.1625), causes[1].MixEffect!.Value, 12);
        Assert.Equal((0.075 * 0.65) - (0.1 * 0.35), causes[1].RuleEffect!.Value, 12);
        Assert.Equal(causes[1].Share - causes[1].PreviousShare!.Value, causes[1].MixEffect!.Value + causes[1].RuleEffect!.Value, 12);
    }

    private static IEnumerable<Row> Shops(string month, (int Decided, int Rejected) authorised, (int Decided, int Rejected) elsewhere) =>
    [
        .. Enumerable.Range(0, authorised.Decided).Select(i => Shop(i < authorised.Rejected, $"{month}-A{i}", "true", month)),
        .. Enumerable.Range(0, elsewhere.Decided).Select(i => Shop(i < elsewhere.Rejected, $"{month}-E{i}", "false", month)),
    ];

    private static Row Shop(bool isRejected, string id, string authorised, string month) => isRejected
        ? Rejected(id, ("closed_on", month + "-20"), ("authorised", authorised))
        : Claim(id, ("closed_on", month + "-20"), ("authorised", authorised));

    private static IEnumerable<Row> Month(string month, int paid, int rejected) =>
    [
        .. Enumerable.Range(0, paid).Select(i => Claim($"{month}-P{i}", ("closed_on", month + "-20"))),
        .. Enumerable.Range(0, rejected).Select(i => Rejected($"{month}-R{i}", ("closed_on", month + "-20"))),
    ];

    private static Row Rejected(string id, params (string, string?)[] change) =>
        Claim(id, [("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("approved_amount", "0.00"), .. change]);
}
