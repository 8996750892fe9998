using ClaimInsights.Analysis;
using ClaimInsights.Models;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>Drift, yields, fairness of the queue, and verdicts for a second look.</summary>
public sealed class LearningTests
{
    private static readonly IReadOnlyList<ClaimFeatures> Features = Reviewed(1800);
    private static readonly Lazy<SuspicionModel> Trained = new(() => SuspicionModel.Train(Features, seed: 1, Given.AsOf));
    private static readonly DateOnly AsOf = Features.Max(row => row.Claim.DecidedOn);

    private static IReadOnlyList<Suspicion> Scored(IReadOnlyList<ClaimFeatures> features) => Scoring.Score(
        features, Trained.Value, new Dictionary<(string, int), ClusterMembership>(), new Scope(AsOf, SinceMonths: 12), capacity: 40).Rows;

    [Fact]
    public void what_has_not_moved_is_within_its_limits_and_what_has_is_past_them()
    {
        var still = ModelDrift.Of(Features, Trained.Value, AsOf);
        var late = Features.Select(row => row.Claim.DecidedOn <= AsOf.AddMonths(-3) ? row
            : row with { Claim = row.Claim with { DaysToReport = row.Claim.DaysToReport + 60, Photos = null, OldPartReturned = false } }).ToList();
        var moved = ModelDrift.Of(late, Trained.Value, AsOf);

        Assert.Equal(["score", "level"], still.Take(2).Select(row => row.Kind));
        Assert.Equal(FeatureTable.All.Count + 2, still.Count);
        Assert.All(still, row => Assert.False(row.IsPastLimits));
        Assert.Equal("within", still[0].State);
        Assert.Equal("past", moved[0].State);
        Assert.All(moved, row => Assert.True(row.IsPastLimits));
        Assert.Equal("past", moved.Single(row => row.Name == "days_to_report").State);
        Assert.Equal("past", moved.Single(row => row.Name == "photos").State);
        Assert.Equal("within", moved.Single(row => row.Name == "days_to_limit").State);
        Assert.Empty(ModelDrift.Of(Features, SuspicionModel.WrittenRules(AsOf), AsOf));
    }

    [Fact]
    public void reviews_at_random_that_find_more_than_the_model_says_put_it_past_its_limits()
    {
        var found = Features.Select(row => row.Claim.DecidedOn > Trained.Value.Card.CalibratedTo && row.Claim.Finding is not null && row.Claim.ClaimId[^1] is '0' or '3'
            ? row with { Claim = row.Claim with { Finding = "owner_caused" } } : row).ToList();
        var level = ModelDrift.Of(found, Trained.Value, AsOf)[1];

        Assert.Equal("past", level.State);
        Assert.True(level.Low > 1 && level.IsPastLimits);
        Assert.Equal("within", ModelDrift.Of(Features, Trained.Value, AsOf)[1].State);
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
        var rows = Scored(Features).Select(row => row with { Queue = "none" }).ToList();
        var dealer = Features.ToDictionary(row => row.Claim.ClaimId, row => row.Claim.DealerCode);
        var large = rows.Where(row => dealer[row.ClaimId] == "D1").Take(30).Select(row => row.ClaimId).ToHashSet();
        var small = rows.Where(row => dealer[row.ClaimId] == "D2").Take(2).Select(row => row.ClaimId).ToList();
        var features = Features.Select(row => small.Contains(row.Claim.ClaimId) ? row with { Claim = row.Claim with { DealerCode = "SMALL" } } : row).ToList();
        var byId = features.ToDictionary(row => row.Claim.ClaimId, StringComparer.Ordinal);
        var called = rows.ConvertAll(row => large.Contains(row.ClaimId) || row.ClaimId == small[0] ? row with { Queue = "model" } : row);
        var fairness = QueueFairness.Of(new ScoredClaims(called, called.ConvertAll(row => byId[row.ClaimId]), Trained.Value), features, Trained.Value);

        var dealers = fairness.Where(row => row.Dimension == "dealer").ToDictionary(row => row.Value);
        Assert.True(dealers["D1"].IsDifferent);
        Assert.Equal((2, 1, false), (dealers["SMALL"].Scored, dealers["SMALL"].Queued, dealers["SMALL"].IsDifferent));
        Assert.Equal(["dealer", "dealer_size", "province", "use", "vehicle_age"], fairness.Select(row => row.Dimension).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(rows.Count, fairness.Where(row => row.Dimension == "dealer").Sum(row => row.Scored));
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
