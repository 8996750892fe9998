using ClaimInsights.Models;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>Training on few verdicts, split by time; the same data and seed give the same model.</summary>
public sealed class SuspicionModelTests : IDisposable
{
    private static readonly IReadOnlyList<ClaimFeatures> Features = Reviewed(1800);
    private static readonly Lazy<SuspicionModel> Trained = new(() => SuspicionModel.Train(Features, seed: 1, Given.AsOf));

    private readonly string folder = Directory.CreateTempSubdirectory("models-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void two_trainings_and_shuffled_rows_give_the_same_scores_to_the_last_bit()
    {
        var shuffled = Features.ToArray();
        new Random(3).Shuffle(shuffled);
        var again = SuspicionModel.Train(shuffled, seed: 1, Given.AsOf);

        Assert.Equal(Trained.Value.Scores(Features), again.Scores(Features));
        Assert.Equal(Trained.Value.Card.ModelId, again.Card.ModelId);
        Assert.NotEqual(Trained.Value.Card.ModelId, SuspicionModel.Train(Features, seed: 2, Given.AsOf).Card.ModelId);
    }

    [Fact]
    public void a_kept_model_scores_as_before()
    {
        ModelFolder.Save(Trained.Value, folder);
        ModelFolder.Use(Trained.Value.Card.ModelId, folder);
        var kept = ModelFolder.LoadCurrent(folder)!;

        Assert.Equal(Trained.Value.Scores(Features), kept.Scores(Features));
        Assert.Equivalent(Trained.Value.Card, kept.Card, strict: true);
        Assert.Equal(Trained.Value.Scores(Features), ModelFolder.Load(folder, kept.Card.ModelId).Scores(Features));
    }

    [Fact]
    public void the_card_says_what_was_trained_on_what_and_how_it_ranks_later_claims()
    {
        var card = Trained.Value.Card;

        Assert.True(card.Calibrated);
        Assert.True(card.TrainedTo < card.CalibratedTo && card.CalibratedTo < card.EvaluatedTo);
        Assert.Equal(["model", "rules", "amount", "random"], card.Figures.Select(figure => figure.Ranking));
        Assert.True(card.Figures[0].RocAuc > 0.75);
        Assert.True(card.Figures[0].AveragePrecision > card.Figures[3].AveragePrecision);
        Assert.Equal(card.EvaluationLabels, card.Calibration.Sum(bin => bin.Claims));
        Assert.Equal(1, card.Features.Sum(use => use.Share), 9);
    }

    [Fact]
    public void time_runs_forward_and_no_vehicle_is_on_two_sides()
    {
        var split = TimeSplit.Of(Features);
        IReadOnlyList<ClaimFeatures>[] slices = [split.Train, split.Calibrate, split.Evaluate];

        Assert.True(split.Train.Max(row => row.Claim.DecidedOn) < split.Calibrate.Min(row => row.Claim.DecidedOn));
        Assert.True(split.Calibrate.Max(row => row.Claim.DecidedOn) < split.Evaluate.Min(row => row.Claim.DecidedOn));
        Assert.All(slices.SelectMany(slice => slice.Select(row => row.Claim.Vin).Distinct()).GroupBy(vin => vin), vehicles => Assert.Single(vehicles));
    }

    [Fact]
    public void the_mean_score_is_the_share_that_reviews_find()
    {
        var model = Trained.Value;
        var split = TimeSplit.Of(Features);
        ClaimFeatures[] known = [.. Features.Where(row => row.Claim.DecidedOn <= model.Card.CalibratedTo)];
        var share = model.Scores(known).Average();

        Assert.InRange(Levels.ShareFound(model, [.. split.Train, .. split.Calibrate], known), share - 0.02, share + 0.02);
        Assert.InRange(share, 0.05, 0.15);
    }

    [Fact]
    public void a_claim_counts_in_the_share_by_the_inverse_of_its_chance_of_review()
    {
        var picked = Enumerable.Range(0, 500).Select(i => Chance(Ordinary($"A{i}", FirstDay, "owner_caused"), 0.5));
        var drawn = Enumerable.Range(0, 500).Select(i => Chance(Ordinary($"B{i}", FirstDay, "justified"), 0.05));

        Assert.Equal(1 / 11.0, Levels.ShareFound([.. picked, .. drawn]), 2);
        Assert.Equal(0.05, Levels.ShareFound([]), 12);
    }

    [Fact]
    public void with_too_few_verdicts_the_rules_rank_alone()
    {
        var model = SuspicionModel.Train([.. Features.Take(200)], seed: 1, Given.AsOf);

        Assert.Equal(("rules", "rules", false), (model.Card.ModelId, model.Card.Trainer, model.Card.Calibrated));
        Assert.Contains("uncalibrated", model.Card.Notes);
        Assert.Contains(model.Card.Notes, note => note.StartsWith("too_few_verdicts|", StringComparison.Ordinal));
        Assert.Equal(SuspicionModel.WrittenRules(Given.AsOf).Scores(Features), model.Scores(Features), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void without_any_verdict_the_rules_rank_alone_and_are_kept()
    {
        ModelFolder.Save(SuspicionModel.Train([.. Features.Where(row => row.Claim.Finding is null)], seed: 1, Given.AsOf), folder);
        ModelFolder.Use("rules", folder);

        Assert.Equal("rules", ModelFolder.LoadCurrent(folder)!.Card.ModelId);
    }

    [Theory]
    [InlineData("justified", "say not owner_caused")]
    [InlineData("owner_caused", "say owner_caused")]
    public void verdicts_that_all_say_the_same_are_refused(string finding, string message)
    {
        var same = Features.Select(row => row.Claim.Finding is null ? row : row with { Claim = row.Claim with { Finding = finding } }).ToList();

        var problem = Assert.Throws<ModelException>(() => SuspicionModel.Train(same, seed: 1, Given.AsOf));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains("expected both kinds", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void no_model_is_none_and_a_broken_or_foreign_one_is_refused()
    {
        Assert.Null(ModelFolder.LoadCurrent(folder));
        Assert.Contains("not a readable model", Assert.Throws<ModelException>(() => ModelFolder.Load(folder, "none")).Message, StringComparison.Ordinal);

        var weights = Path.Combine(ModelFolder.Save(SuspicionModel.WrittenRules(Given.AsOf), folder), "weights.json");
        File.WriteAllText(weights, File.ReadAllText(weights).Replace($"\"rules_version\": {Rules.Version}", "\"rules_version\": 99", StringComparison.Ordinal));
        ModelFolder.Use("rules", folder);
        Assert.Contains("rules version 99", Assert.Throws<ModelException>(() => ModelFolder.LoadCurrent(folder)).Message, StringComparison.Ordinal);
    }

    private static ClaimFeatures Chance(ClaimFeatures row, double probability) => row with { Claim = row.Claim with { Probability = probability } };
}
