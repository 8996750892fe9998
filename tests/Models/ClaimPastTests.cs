using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>What is said of a claim rests on the days before its own.</summary>
public class ClaimPastTests
{
    private static readonly DateOnly Day = new(2025, 3, 1);

    [Fact]
    public void peers_are_the_claims_of_earlier_days()
    {
        var past = Past(
            Billed("A", 0, 100, 1), Billed("B", 0, 300, 3), Billed("C", 1, 500, 5),
            Billed("Z", 1, 900, 9));

        var peers = past["Z"].Peers;
        Assert.Equal((2, 200.0, 2.0, 2), (peers.OperationClaims, peers.OperationAmount, peers.OperationHours, peers.PartClaims));
        Assert.Equal(2.9, peers.OperationHours95!.Value, 12);
        Assert.Equal(200, peers.PartAmount);
        Assert.Equal((0, null), (past["A"].Peers.OperationClaims, past["A"].Peers.OperationAmount));
    }

    [Fact]
    public void a_claim_without_an_operation_has_peers_by_part_alone()
    {
        var past = Past(Billed("A", 0, 100, 1), Billed("Z", 1, 900, 9) with { LabourOperation = null });

        Assert.Equal((0, null, 1, 100.0), (past["Z"].Peers.OperationClaims, past["Z"].Peers.OperationAmount, past["Z"].Peers.PartClaims, past["Z"].Peers.PartAmount));
    }

    [Fact]
    public void use_is_compared_within_the_model_and_outcomes_within_the_chart()
    {
        var past = Past(
            At("A", 0) with { Model = "M1", KmPerDay = 30 }, At("B", 0) with { Model = "M1", KmPerDay = 50 }, At("C", 0) with { Model = "M2", KmPerDay = 999 },
            At("R", 0) with { IsPaid = false, IsReviewable = false, IsAsked = false, IsRefusedAsOwners = true }, At("O", 0) with { FailureMode = "noise" },
            At("Z", 1) with { Model = "M1" });

        Assert.Equal(40, past["Z"].Peers.ModelKmPerDay);
        Assert.Equal((1, 3), (past["Z"].Peers.ChartRefused, past["Z"].Peers.ChartPaid));
        Assert.False(past.ContainsKey("R"));
    }

    [Fact]
    public void the_rarest_companion_counts_and_each_part_once_a_claim()
    {
        var past = Past(
            At("A", 0) with { ReplacedParts = "X; Y;X" }, At("B", 0) with { ReplacedParts = "X" }, At("C", 0),
            At("Z", 1) with { ReplacedParts = "Y;X" }, At("N", 1));

        Assert.Equal((3, 1), (past["Z"].Companions!.PartClaims, past["Z"].Companions!.Together));
        Assert.Null(past["N"].Companions);
    }

    [Fact]
    public void a_dealers_past_is_beside_everyones_and_a_review_counts_from_the_day_after()
    {
        JudgedReview[] reviews = [new("D1", Day, true), new("D2", Day, false), new("D1", Day.AddDays(1), true)];
        var past = ClaimPast.Of(
            [At("A", 0) with { IsOldPartMissing = true }, At("B", 0) with { DealerCode = "D2" }, At("Z", 1), At("ZZ", 1) with { DealerCode = "D2", CausalPart = "P-2" }], reviews).ToDictionary(one => one.ClaimId, one => one.Past);

        Assert.Equal(new DealerPast(1, 2, 1, 2, 0, 0, 1, 1, 1, 2, 1, 1), past["Z"].Dealer);
        Assert.Equal(new DealerPast(1, 2, 0, 0, 0, 0, 0, 1, 1, 2, 0, 1), past["ZZ"].Dealer);
        Assert.Equal(0, past["A"].Dealer.AllReviewed);
    }

    [Fact]
    public void a_claim_that_is_not_asked_for_is_learned_from_and_has_no_past()
    {
        var past = Past(At("A", 0) with { IsAsked = false }, At("Z", 1));

        Assert.Equal(1, past["Z"].Peers.PartClaims);
        Assert.Equal("Z", Assert.Single(past).Key);
    }

    private static JudgedClaim At(string id, int day) => GivenJudged.Claim(id, Day.AddDays(day));

    private static JudgedClaim Billed(string id, int day, double amount, double hours) =>
        At(id, day) with { LabourOperation = "OP1", ClaimedAmount = amount, LabourHours = hours };

    private static Dictionary<string, ClaimPast> Past(params JudgedClaim[] claims) => ClaimPast.Of(claims, []).ToDictionary(one => one.ClaimId, one => one.Past);
}
