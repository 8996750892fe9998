using ClaimInsights.Models;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>A new model takes the place of the one in use only where later verdicts do not say that it is worse.</summary>
public sealed class PromotionTests
{
    private static readonly IReadOnlyList<ClaimFeatures> Features = Reviewed(1800);
    private static readonly Lazy<SuspicionModel> Trained = new(() => SuspicionModel.Train(Features, seed: 1, Given.AsOf));

    /// <summary>A model that ranks upside down.</summary>
    private static SuspicionModel Worse => Named("worse", Trained.Value.Weights with { Slope = -Trained.Value.Weights.Slope, Offset = -6 });

    [Fact]
    public void the_first_model_is_compared_with_the_written_rules_and_put_to_use()
    {
        var model = Trained.Value.ComparedWith(SuspicionModel.WrittenRules(Given.AsOf), Features, seed: 1);
        var compared = model.Card.Comparison!;

        Assert.Equal(("rules", model.Card.EvaluationLabels, model.Card.EvaluationPositives), (compared.InUse, compared.Verdicts, compared.OwnerCaused));
        Assert.Equal(model.Card.Figures[0].AveragePrecision, compared.AveragePrecision!.Value, 9);
        Assert.InRange(compared.Ranking!.Difference, compared.Ranking.Low, compared.Ranking.High);
        Assert.Null(compared.Probability);
        Assert.Equal(new Promotion("promoted", model.Card.ModelId), Promotion.Of(model, null, PromotionPolicy.UnlessWorse));
    }

    [Fact]
    public void a_worse_model_is_not_put_to_use_unless_that_is_asked_for()
    {
        var worse = Worse.ComparedWith(Trained.Value, Features, seed: 1);

        Assert.True(worse.Card.Comparison is { IsWorse: true, Ranking.High: < 0, Probability.Low: > 0 });
        Assert.Equal(new Promotion("worse", Trained.Value.Card.ModelId), Promotion.Of(worse, Trained.Value, PromotionPolicy.UnlessWorse));
        Assert.Equal(new Promotion("promoted", "worse"), Promotion.Of(worse, Trained.Value, PromotionPolicy.Always));
        Assert.Equal(new Promotion("promoted", Trained.Value.Card.ModelId), Promotion.Of(Trained.Value.ComparedWith(worse, Features, seed: 1), worse, PromotionPolicy.UnlessWorse));
    }

    [Fact]
    public void the_same_model_few_verdicts_and_a_model_without_later_verdicts_change_nothing()
    {
        var model = Trained.Value;
        var rules = SuspicionModel.WrittenRules(Given.AsOf);
        var later = Named("later", model.Weights, model.Card with { CalibratedTo = Given.AsOf });

        Assert.Equal("unchanged", Promotion.Of(model, model, PromotionPolicy.Always).Outcome);
        Assert.Equal(new Promotion("fewer_verdicts", model.Card.ModelId), Promotion.Of(rules, model, PromotionPolicy.UnlessWorse));
        Assert.Equal(new Promotion("promoted", "rules"), Promotion.Of(rules, null, PromotionPolicy.UnlessWorse));
        Assert.Equal(new Promotion("not_asked", "later"), Promotion.Of(model, later, PromotionPolicy.Never));
        Assert.Equal(new Promotion("not_comparable", "later"), Promotion.Of(model.ComparedWith(later, Features, seed: 1), later, PromotionPolicy.UnlessWorse));
    }

    [Fact]
    public void verdicts_of_one_hand_are_said_and_do_not_take_over()
    {
        var oneReviewer = SuspicionModel.Train([.. Features.Select(row => row.Claim.Finding is null ? row : row with { Claim = row.Claim with { Reviewer = "R1" } })], seed: 1, Given.AsOf);
        var oneDealer = SuspicionModel.Train([.. Features.Select(row => row with { Claim = row.Claim with { DealerCode = "D1" } })], seed: 1, Given.AsOf);

        Assert.Contains(oneReviewer.Card.Notes, note => note.StartsWith("one_reviewer|", StringComparison.Ordinal));
        Assert.Contains(oneDealer.Card.Notes, note => note.StartsWith("one_dealer|", StringComparison.Ordinal));
        Assert.Equal("one_sided", Promotion.Of(oneReviewer, null, PromotionPolicy.UnlessWorse).Outcome);
        Assert.Equal("one_sided", Promotion.Of(oneDealer, Worse, PromotionPolicy.UnlessWorse).Outcome);
        Assert.False(Trained.Value.Card.IsOneSided);
    }

    [Fact]
    public void the_bootstrap_of_a_mean_has_its_standard_error_and_draws_groups_whole()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => Math.Sin(i))];
        string[] singly = [.. values.Select((_, i) => $"v{i:000}")];
        string[] paired = [.. values.Select((_, i) => $"v{i / 2:000}")];
        double Mean(double[] weights) => weights.Zip(values, (weight, value) => weight * value).Sum() / weights.Sum();

        var one = PairedDifference.Of(singly, 1, Mean)!;

        // 1.96 · sd/√n of these values is .0693.
        Assert.Equal(values.Average(), one.Difference, 12);
        Assert.InRange(one.High - one.Low, 2 * 0.0693 * 0.9, 2 * 0.0693 * 1.1);
        Assert.True(PairedDifference.Of(paired, 1, Mean)!.High > one.High);
        Assert.Equal(one, PairedDifference.Of(singly, 1, Mean));
        Assert.Null(PairedDifference.Of(singly, 1, _ => double.NaN));
    }

    private static SuspicionModel Named(string modelId, SuspicionWeights weights, ModelCard? card = null) =>
        new((card ?? Trained.Value.Card) with { ModelId = modelId }, weights, null, Trained.Value.Training);
}
