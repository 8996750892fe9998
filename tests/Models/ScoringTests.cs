using ClaimInsights.Analysis;
using ClaimInsights.Models;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>From scores to rows with reasons and a queue whose chances are known.</summary>
public class ScoringTests
{
    private static readonly Scope Scope = new(Given.AsOf);
    private static readonly Dictionary<(string, int), ClusterMembership> NoClusters = [];
    private static readonly SuspicionModel RulesAlone = SuspicionModel.WrittenRules(Given.AsOf);
    private static readonly IReadOnlyList<ClaimFeatures> Features = Reviewed(1800);
    private static readonly Lazy<SuspicionModel> Trained = new(() => SuspicionModel.Train(Features, seed: 1, Given.AsOf));

    private static IReadOnlyList<Suspicion> Rows(
        IReadOnlyList<ClaimFeatures> features, SuspicionModel model, IReadOnlyDictionary<(string, int), ClusterMembership> clusters, Scope scope, int capacity, double randomShare = 0.1,
        int seed = 1, double dealerDiscount = Scoring.UsualDealerDiscount, int together = 100)
    {
        using var scored = Scoring.Score(features.Chunk(together), model, clusters, scope, capacity, randomShare, seed, dealerDiscount);
        return [.. scored.ByRank()];
    }

    [Fact]
    public void rows_come_by_rank_and_the_higher_score_first()
    {
        var rows = Rows(Features, Trained.Value, NoClusters, Scope, capacity: 50);

        Assert.Equal(Enumerable.Range(1, rows.Count).Select(rank => (long)rank), rows.Select(row => row.Rank));
        Assert.Equal(rows.OrderByDescending(row => row.Score).ThenBy(row => row.ClaimId, StringComparer.Ordinal), rows);
        Assert.All(rows, row => Assert.Equal(Trained.Value.Card.ModelId, row.ModelId));
    }

    [Fact]
    public void only_claims_closed_within_the_scope_and_not_yet_reviewed_are_scored()
    {
        ClaimFeatures[] rows = [Ordinary("A"), Ordinary("B", Scope.Since), Ordinary("C", Scope.Since.AddDays(-1)), Ordinary("D", finding: "unclear")];

        Assert.Equal(["A", "B"], Rows(rows, RulesAlone, NoClusters, Scope, 0).Select(row => row.ClaimId));
    }

    [Fact]
    public void a_claim_inside_a_cluster_ranks_lower_and_says_so()
    {
        ClaimFeatures[] rows = [Worst("A"), Worst("B")];
        var clusters = new Dictionary<(string, int), ClusterMembership> { [("A", 1)] = new("K1", 4) };

        var scored = Rows(rows, RulesAlone, clusters, Scope, 0);

        Assert.Equal(["B", "A"], scored.Select(row => row.ClaimId));
        Assert.Equal([null, "K1"], scored.Select(row => row.ClusterId));
        Assert.Equal(4, Odds(scored[0].Score) / Odds(scored[1].Score), 9);

        static double Odds(double p) => p / (1 - p);
    }

    [Fact]
    public void a_dealers_pattern_is_named_and_explains_nothing()
    {
        ClaimFeatures[] rows = [Worst("A"), Worst("B")];
        var clusters = new Dictionary<(string, int), ClusterMembership> { [("A", 1)] = new("K1", 1) };

        var scored = Rows(rows, RulesAlone, clusters, Scope, 0);

        Assert.Equal(scored[0].Score, scored[1].Score);
        Assert.Equal(["K1", null], scored.Select(row => row.ClusterId));
    }

    [Fact]
    public void reasons_are_the_strongest_first_and_can_be_worded()
    {
        var rows = Rows([.. Features, Worst("Z")], Trained.Value, NoClusters, Scope, capacity: 50);

        Assert.Equal(3, new[] { rows[0].Reason1, rows[0].Reason2, rows[0].Reason3 }.OfType<string>().Count());
        Assert.All(rows, row =>
        {
            Assert.True((row.Reason1Effect ?? 0) >= (row.Reason2Effect ?? 0) && (row.Reason2Effect ?? 0) >= (row.Reason3Effect ?? 0));
            foreach (var reason in new[] { row.Reason1, row.Reason2, row.Reason3 }.OfType<string>())
            {
                Assert.NotEmpty(ReasonText.English(reason));
                Assert.NotEmpty(ReasonText.Chinese(reason));
            }
        });
    }

    [Fact]
    public void what_the_trees_add_is_told_to_the_last_input()
    {
        List<ClaimFeatures> reviewed = [.. Features.Where(row => row.Claim.IsOwnerCaused is not null)];
        var trees = Student.Teach(RulesAlone, reviewed, Features, seed: 1);
        var margins = trees.Margins(Features);
        var told = trees.Contributions(Features, trees.LeafClaims(reviewed)).Select(row => row.Sum()).ToList();

        // Contributions add up to the margin but for one constant, the same of all claims.
        var constant = margins[0] - told[0];
        Assert.All(margins.Zip(told), one => Assert.Equal(constant, one.First - one.Second, 3));
    }

    [Fact]
    public void the_queue_is_filled_by_recovery_and_by_lot_with_known_chances()
    {
        var rows = Rows(Features, RulesAlone, NoClusters, Scope, capacity: 40, randomShare: 0.1, seed: 5, dealerDiscount: 0);
        var model = rows.Where(row => row.Queue == "model").ToList();
        var random = rows.Where(row => row.Queue == "random").ToList();
        var others = rows.Where(row => row.Queue != "model").ToList();

        Assert.Equal((36, 4), (model.Count, random.Count));
        Assert.All(model, row => Assert.Equal(1, row.SelectionProbability));
        Assert.All(others, row => Assert.Equal(4.0 / others.Count, row.SelectionProbability));
        Assert.True(model.Min(row => row.ExpectedRecovery) >= others.Max(row => row.ExpectedRecovery));
        Assert.Equal(40, rows.Sum(row => row.SelectionProbability), 9);
    }

    [Fact]
    public void each_further_claim_of_a_dealer_counts_less_in_the_queue()
    {
        ClaimFeatures Of(string id, string dealer, decimal amount) =>
            Worst(id) is var row ? row with { Claim = row.Claim with { DealerCode = dealer, ApprovedAmount = amount } } : row;
        ClaimFeatures[] rows = [Of("A1", "D1", 1000), Of("A2", "D1", 990), Of("A3", "D1", 980), Of("B1", "D2", 900), Of("B2", "D2", 700), Of("C1", "D3", 790)];
        IEnumerable<string> Queued(int capacity, double discount) =>
            Rows(rows, RulesAlone, NoClusters, Scope, capacity, 0, dealerDiscount: discount).Where(row => row.Queue == "model").Select(row => row.ClaimId).Order();

        // 1000; 900 before 990 × .9; 891 before 980 × .81 = 794 and 790.
        Assert.Equal(["A1", "B1"], Queued(2, 0.1));
        Assert.Equal(["A1", "A2", "B1"], Queued(3, 0.1));
        Assert.Equal(["A1", "A2", "A3", "B1"], Queued(4, 0.1));
        Assert.Equal(["A1", "A2", "B1", "C1"], Queued(4, 0.15));
        Assert.Equal(["A1", "A2", "A3"], Queued(3, 0));
        Assert.Equal(6, Queued(9, 0.5).Count());
    }

    [Fact]
    public void the_lot_depends_on_the_seed_and_the_claim_alone()
    {
        IReadOnlyList<string> Drawn(int seed, IEnumerable<ClaimFeatures> rows) =>
            [.. Rows([.. rows], RulesAlone, NoClusters, Scope, 40, 0.5, seed).Where(row => row.Queue == "random").Select(row => row.ClaimId)];

        Assert.Equal(Drawn(1, Features), Drawn(1, Features.Reverse()));
        Assert.NotEqual(Drawn(1, Features), Drawn(2, Features));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 3)]
    public void a_queue_is_never_longer_than_its_claims(int capacity, int queued)
    {
        var rows = Rows([Ordinary("A"), Ordinary("B"), Ordinary("C")], RulesAlone, NoClusters, Scope, capacity);

        Assert.Equal(queued, rows.Count(row => row.Queue != "none"));
        Assert.All(rows, row => Assert.Equal(queued == 0 ? 0 : 1, row.SelectionProbability));
    }

    [Fact]
    public void expected_recovery_is_score_times_approved_amount()
    {
        var row = Rows([Worst("A")], RulesAlone, NoClusters, Scope, 1).Single();

        Assert.Equal(Math.Round((decimal)row.Score * 1200m, 2), row.ExpectedRecovery);
    }
}
