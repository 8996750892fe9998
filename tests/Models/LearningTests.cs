using ClaimInsights.Models;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>Drift, yields, fairness of the queue, and verdicts for a second look.</summary>
public sealed class LearningTests
{
    private static readonly IReadOnlyList<ClaimFeatures> Features = Reviewed(1800);
    private static readonly Lazy<SuspicionModel> Trained = new(() => SuspicionModel.Train(Features, seed: 1, Given.AsOf));
    private static readonly DateOnly AsOf = Features.Max(row => row.Claim.DecidedOn);

    private static IReadOnlyList<ModelDrift> Drift(IReadOnlyList<ClaimFeatures> features, SuspicionModel model)
    {
        var recent = new RecentValues(model, AsOf);
        features.Chunk(500).ToList().ForEach(recent.Count);
        return ModelDrift.Of(recent, features, model, AsOf);
    }

    [Fact]
    public void what_has_not_moved_is_within_its_limits_and_what_has_is_past_them()
    {
        var still = Drift(Features, Trained.Value);
        var late = Features.Select(row => row.Claim.DecidedOn <= AsOf.AddMonths(-3) ? row
            : row with { Claim = row.Claim with { DaysToReport = row.Claim.DaysToReport + 60, Photos = null, OldPartReturned = false } }).ToList();
        var moved = Drift(late, Trained.Value);

        Assert.Equal(["score", "level"], still.Take(2).Select(row => row.Kind));
        Assert.Equal(FeatureTable.All.Count + 2, still.Count);
        Assert.All(still, row => Assert.False(row.IsPastLimits));
        Assert.Equal("within", still[0].State);
        Assert.Equal("past", moved[0].State);
        Assert.All(moved, row => Assert.True(row.IsPastLimits));
        Assert.Equal("past", moved.Single(row => row.Name == "days_to_report").State);
        Assert.Equal("past", moved.Single(row => row.Name == "photos").State);
        Assert.Equal("within", moved.Single(row => row.Name == "days_to_limit").State);
        Assert.Empty(Drift(Features, SuspicionModel.WrittenRules(AsOf)));
    }

    [Fact]
    public void reviews_at_random_that_find_more_than_the_model_says_put_it_past_its_limits()
    {
        var found = Features.Select(row => row.Claim.DecidedOn > Trained.Value.Card.CalibratedTo && row.Claim.Finding is not null && row.Claim.ClaimId[^1] is '0' or '3'
            ? row with { Claim = row.Claim with { Finding = "owner_caused" } } : row).ToList();
        var level = Drift(found, Trained.Value)[1];

        Assert.Equal("past", level.State);
        Assert.True(level.Low > 1 && level.IsPastLimits);
        Assert.Equal("within", Drift(Features, Trained.Value)[1].State);
    }

    [Fact]
    public void yields_count_by_quarter_and_weigh_by_the_inverse_of_the_chance()
    {
        ClaimFeatures Of(string id, string finding, string selection, double chance)
        {
            var row = Ordinary(id, new DateOnly(2025, 8, 1), finding);
            return row with { Claim = row.Claim with { Selection = selection, Probability = chance } };
        }

        var rows = ReviewYield.Of([Of("A1", "owner_caused", "model", 1), Of("A2", "justified", "model", 1), Of("B1", "justified", "random", 0.1), Of("B2", "unclear", "random", 0.1), Ordinary("C1")]);

        Assert.Equal(["model", "random", "all"], rows.Select(row => row.Selection));
        Assert.All(rows, row => Assert.Equal(new DateOnly(2025, 7, 1), row.Quarter));
        Assert.Equal((2, 1, 0.5), (rows[0].Reviewed, rows[0].OwnerCaused, rows[0].Share));
        Assert.Equal((1, 0, 0.0), (rows[1].Reviewed, rows[1].OwnerCaused, rows[1].Share));
        Assert.Equal(1 / 12.0, rows[2].Share, 12);
    }

    [Fact]
    public void a_small_group_is_not_called_different_by_noise_and_a_large_one_that_is_called_often_is()
    {
        // Queued claims of one large dealer, and one of two claims of a small one.
        var open = Features.Where(row => row.Claim.Finding is null).ToList();
        var small = open.Where(row => row.Claim.DealerCode == "D2").Take(2).Select(row => row.Claim.ClaimId).ToList();
        var features = Features.Select(row => small.Contains(row.Claim.ClaimId) ? row with { Claim = row.Claim with { DealerCode = "SMALL" } } : row).ToList();
        var scored = features.Where(row => row.Claim.Finding is null).Select(row => row.Claim).ToList();
        var groups = new ScoredGroups();
        scored.ForEach(groups.Add);
        List<ReviewableClaim> called = [.. scored.Where(claim => claim.DealerCode == "D1").Take(30), scored.Single(claim => claim.ClaimId == small[0])];
        var fairness = QueueFairness.Of(groups, called, features, threshold: 0.5, Trained.Value);

        var dealers = fairness.Where(row => row.Dimension == "dealer").ToDictionary(row => row.Value);
        Assert.True(dealers["D1"].IsDifferent);
        Assert.Equal((2, 1, false), (dealers["SMALL"].Scored, dealers["SMALL"].Queued, dealers["SMALL"].IsDifferent));
        Assert.Equal(["dealer", "dealer_size", "province", "use", "vehicle_age"], fairness.Select(row => row.Dimension).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(scored.Count, fairness.Where(row => row.Dimension == "dealer").Sum(row => row.Scored));
        Assert.Equal(scored.Count, fairness.Where(row => row.Dimension == "dealer_size").Sum(row => row.Scored));
    }

    [Fact]
    public void verdicts_turned_round_are_among_the_doubtful_ones()
    {
        var guilty = Features.Where(row => row.Claim.IsOwnerCaused == true && row.Claim.OdometerKm < 8000 && row.Claim.DaysToReport > 15).Take(5).Select(row => row.Claim.ClaimId).ToHashSet();
        var turned = Features.Select(row => guilty.Contains(row.Claim.ClaimId) ? row with { Claim = row.Claim with { Finding = "justified" } } : row).ToList();
        var looks = SecondLook.Of(turned, SuspicionModel.Train(turned, seed: 1, Given.AsOf), most: 10);

        var doubtful = looks.Where(row => row.Kind == "doubtful").ToList();
        Assert.InRange(doubtful.Count, 5, 10);
        Assert.Equal(doubtful.Select(row => row.Doubt), doubtful.Select(row => row.Doubt).OrderDescending());
        Assert.True(doubtful.Take(5).Count(row => guilty.Contains(row.ClaimId)) >= 3);
        Assert.All(looks.Where(row => row.Kind == "miss"), row => Assert.Equal("owner_caused", row.Finding));
        Assert.All(looks.Where(row => row.Kind == "false_alarm"), row => Assert.NotEqual("owner_caused", row.Finding));
        Assert.Empty(SecondLook.Of(turned, SuspicionModel.WrittenRules(Given.AsOf), most: 10));
    }

    [Fact]
    public void a_held_out_score_does_not_know_its_own_verdict()
    {
        var one = Features.First(row => row.Claim.IsOwnerCaused == true && row.Claim.DecidedOn <= Trained.Value.Card.TrainedTo);
        var vehicle = Features.Where(row => row.Claim.Vin == one.Claim.Vin).Select(row => row.Claim.ClaimId).ToHashSet();
        ClaimFeatures[] reviewed = [.. Features.Where(row => row.Claim.IsOwnerCaused is not null)];
        ClaimFeatures[] other = [.. reviewed.Select(row => vehicle.Contains(row.Claim.ClaimId) ? row with { Claim = row.Claim with { Finding = "justified" } } : row)];
        // The level is the model's: only its mean over the other folds' rows enters, which does not change.
        double Of(ClaimFeatures[] rows) => HeldOutScore.Of(Trained.Value, rows).Single(held => held.ClaimId == one.Claim.ClaimId).Score;

        Assert.Equal(Of(reviewed), Of(other), 12);
    }
}
