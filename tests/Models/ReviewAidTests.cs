using ClaimInsights.Analysis;
using ClaimInsights.Models;
using static ClaimInsights.Tests.Given;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>What stands beside the queue: like claims, missing evidence, doubtful clusters, peers out of the ordinary.</summary>
public class ReviewAidTests
{
    private static readonly SuspicionModel Model = SuspicionModel.WrittenRules(AsOf);
    private static readonly Scope Scope = new(AsOf);

    [Fact]
    public void a_queued_claim_comes_with_the_likest_reviewed_claims_and_with_what_would_clear_it()
    {
        var late = Ordinary("L", finding: "owner_caused");
        ClaimFeatures[] rows = [Worst("Q"), Worst("A") with { Claim = Worst("A").Claim with { Finding = "owner_caused" } }, late, Ordinary("C", finding: "justified")];
        using var scored = Scoring.Score([rows], Model, new Dictionary<(string, int), ClusterMembership>(), Scope, capacity: 1);

        var aid = ReviewAid.Of(scored, Model).Single();

        Assert.Equal(("Q", "A", "C"), (aid.ClaimId, aid.NearestConfirmed, aid.NearestCleared));
        Assert.Equal("photos;old_part;fault_codes;maintenance_record", aid.MissingEvidence);
        Assert.True(aid.ScoreIfBrought < scored.ByRank().First().Score);
        Assert.InRange(aid.CauseShare, 1.0 / 6, 1);
        Assert.All(aid.MissingEvidence.Split(';').Append(aid.LikeliestCause), code => Assert.Contains(code, AidText.Codes));
    }

    [Fact]
    public void every_code_of_an_aid_has_words_in_both_languages()
    {
        Assert.All(AidText.Codes, code => Assert.Matches("^[a-z ]+$", AidText.English(code)));
        Assert.All(AidText.Codes, code => Assert.Matches(@"^[\u4e00-\u9fff]+$", AidText.Chinese(code)));
        Assert.Equal("new_kind", AidText.English("new_kind"));
    }

    [Fact]
    public void without_verdicts_there_is_no_like_claim_and_with_all_evidence_nothing_to_bring()
    {
        ClaimFeatures[] rows = [Ordinary("Q")];
        using var scored = Scoring.Score([rows], Model, new Dictionary<(string, int), ClusterMembership>(), Scope, capacity: 1);
        var aid = ReviewAid.Of(scored, Model).Single();

        Assert.Equal((null, null, ""), (aid.NearestConfirmed, aid.NearestCleared, aid.MissingEvidence));
    }

    [Fact]
    public void a_cluster_of_which_many_claims_are_the_owners_says_so()
    {
        var rows = Enumerable.Range(0, 100).Select(i => Ordinary($"C{i:00}", finding: i < 10 ? "owner_caused" : "justified")).ToList();
        var clusters = Enumerable.Range(0, 8).ToDictionary(i => ($"C{i:00}", 1), _ => new ClusterMembership("K1", 3));
        clusters[("C50", 1)] = new("K2", 3);

        Assert.Equal(
            [("K1", 8, 8, true), ("K2", 1, 0, false)],
            ClusterReview.Of(rows, clusters).Select(one => (one.ClusterId, one.Reviewed, one.OwnerCaused, one.IsDoubtful)));
    }

    [Fact]
    public void a_dealer_that_bills_an_operation_far_too_often_or_too_dear_stands_out_and_an_ordinary_one_does_not()
    {
        using var warehouse = Rows(
        [
            .. Dealers(["D1", "D2", "D3"], 40, "OP1", "100"), .. Dealers(["D1", "D2", "D3"], 40, "OP2", "100"),
            .. Dealers(["D9"], 90, "OP1", "100"), .. Dealers(["D8"], 40, "OP2", "300"),
        ]);

        var outliers = PeerOutlier.In(warehouse);

        Assert.Equal([("D8", "OP2"), ("D9", "OP1")], outliers.Select(one => (one.DealerCode, one.LabourOperation)).Order());
        Assert.True(outliers.Single(one => one.DealerCode == "D9").CountScore > 3);
        Assert.True(outliers.Single(one => one.DealerCode == "D8").AmountScore > 3);
    }

    private static IEnumerable<Row> Dealers(string[] dealers, int claims, string operation, string amount) =>
        dealers.SelectMany(dealer => Enumerable.Range(0, claims).Select(i => Claim(
            $"{dealer}-{operation}-{i}", ("dealer_code", dealer), ("labour_operation", operation), ("claimed_amount", amount), ("approved_amount", amount))));
}
