using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Models;

/// <summary>
/// From verdicts to a model. Rule weights: maximum a posteriori about their written ones, on the earliest slice. Trees: on the
/// same slice. How much the trees count: on the next slice, about nothing. Level: so that the mean score of all claims of that
/// time is the share that reviews find, each weighted by the inverse of its chance of selection. Figures: on the last slice.
/// </summary>
internal static class Training
{
    /// <summary>Fewest verdicts in the training slice; with fewer the written rules rank alone.</summary>
    public const int FewestLabels = 100;

    /// <summary>Fewest of either finding in the training slice.</summary>
    public const int FewestOfEach = 10;

    /// <summary>Fewest of either finding in each later slice.</summary>
    public const int FewestOfEachLater = 5;

    /// <summary>Prior standard deviation of a rule's weight about its written one (methods, section 11: τ).</summary>
    private const double RuleSpread = 0.6;

    /// <summary>Prior standard deviations of the common factor of all rules about 1, and of the trees' weight about 0.</summary>
    private const double CommonSpread = 0.3, TreeSpread = 0.3;

    /// <summary>Share owner_caused that the level is drawn to, and how many reviews drawn at random that is worth.</summary>
    private const double UsualShare = 0.03, UsualReviews = 20;

    public static SuspicionModel Run(IReadOnlyList<ClaimFeatures> features, int seed, DateOnly asOf)
    {
        var ordered = features.OrderBy(row => row.Claim.ClaimId, StringComparer.Ordinal).ToList();
        var split = TimeSplit.Of(ordered);
        if (WhyNot(split) is { } note)
        {
            return new(RulesCard(asOf, seed, [note]), SuspicionWeights.Written, null);
        }

        var rules = FitRules(split.Train);
        var trees = TreeRanker.Train(split.Train, seed);
        var weights = Join(rules, trees, split.Calibrate);
        var untilThen = ordered.Where(row => row.Claim.DecidedOn <= split.Calibrate[^1].Claim.DecidedOn).ToList();
        var share = ShareFound([.. split.Train, .. split.Calibrate]);
        weights = weights with { Intercept = Level(new(RulesCard(asOf, seed, []), weights with { Intercept = 0 }, trees), untilThen, share) };
        return WithCard(weights, trees, split, seed, asOf, share);
    }

    public static ModelCard RulesCard(DateOnly asOf, int seed, IReadOnlyList<string> notes) =>
        new("rules", "rules", Calibrated: false, seed, asOf, null, null, null, 0, 0, 0, 0, [], [], [], ["uncalibrated", .. notes]);

    /// <summary>Share of all claims that reviews would find owner_caused: Σ y/π ÷ Σ 1/π, drawn a little to the usual share.</summary>
    internal static double ShareFound(IReadOnlyList<ClaimFeatures> reviewed)
    {
        double found = 0, all = 0, squares = 0;
        foreach (var row in reviewed.Where(row => row.Claim.Probability is > 0 and <= 1))
        {
            var weight = 1 / row.Claim.Probability!.Value;
            found += row.Claim.IsOwnerCaused == true ? weight : 0;
            all += weight;
            squares += weight * weight;
        }

        var reviews = squares == 0 ? 0 : all * all / squares;
        return ((all == 0 ? 0 : reviews * found / all) + (UsualReviews * UsualShare)) / (reviews + UsualReviews);
    }

    private static string? WhyNot(TimeSplit split)
    {
        var (labels, found) = (split.Train.Count, TimeSplit.Positives(split.Train));
        var all = split.Train.Concat(split.Calibrate).Concat(split.Evaluate).ToList();
        if (labels >= FewestLabels && TimeSplit.Positives(all) is var positives && (positives == 0 || positives == all.Count))
        {
            throw new ModelException(
                $"verdicts: all {all.Count} reviews of paid claims coded manufacturing say {(positives == 0 ? "not owner_caused" : "owner_caused")}; " +
                "expected both kinds. Review claims drawn at random too, or score with the rules alone: claiminsights score");
        }

        bool Few(IReadOnlyList<ClaimFeatures> slice, int fewest) =>
            TimeSplit.Positives(slice) < fewest || slice.Count - TimeSplit.Positives(slice) < fewest;
        return labels < FewestLabels || Few(split.Train, FewestOfEach) || Few(split.Calibrate, FewestOfEachLater) || Few(split.Evaluate, FewestOfEachLater)
            ? string.Create(CultureInfo.InvariantCulture, $"too_few_verdicts|{all.Count}|{TimeSplit.Positives(all)}") : null;
    }

    private static IReadOnlyList<double> FitRules(IReadOnlyList<ClaimFeatures> train) => PriorLogistic.Fit(
        [.. train.Select(row => Rules.All.Select(rule => rule.Strength(row)).ToArray())],
        [.. train.Select(row => row.Claim.IsOwnerCaused == true)],
        [.. Rules.All.Select(rule => rule.Weight)],
        [.. Rules.All.Select(_ => RuleSpread)]).Weights;

    private static SuspicionWeights Join(IReadOnlyList<double> ruleWeights, TreeRanker trees, IReadOnlyList<ClaimFeatures> calibrate)
    {
        var margins = trees.Margins(calibrate);
        var rows = calibrate.Select((row, i) => new[] { Rules.All.Select((rule, k) => ruleWeights[k] * rule.Strength(row)).Sum(), margins[i] }).ToList();
        var joined = PriorLogistic.Fit(rows, [.. calibrate.Select(row => row.Claim.IsOwnerCaused == true)], [1, 0.3], [CommonSpread, TreeSpread]);
        var common = Math.Max(0, joined.Weights[0]);
        var byCode = Rules.All.Select((rule, k) => (rule.Code, Weight: common * ruleWeights[k]))
            .ToDictionary(one => one.Code, one => one.Weight, StringComparer.Ordinal);
        return SuspicionWeights.Written with { RuleWeights = byCode, TreeWeight = Math.Max(0, joined.Weights[1]) };
    }

    /// <summary>The intercept at which the mean score is the share; by halving, for the mean rises with it.</summary>
    private static double Level(SuspicionModel model, IReadOnlyList<ClaimFeatures> rows, double share)
    {
        var logOdds = model.LogOdds(rows);
        double low = -30, high = 30;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = logOdds.Average(one => PriorLogistic.Logistic(one + middle)) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static SuspicionModel WithCard(SuspicionWeights weights, TreeRanker trees, TimeSplit split, int seed, DateOnly asOf, double share)
    {
        var card = new ModelCard(
            "fast_tree", "fast_tree", Calibrated: true, seed, asOf,
            split.Train[^1].Claim.DecidedOn, split.Calibrate[^1].Claim.DecidedOn, split.Evaluate[^1].Claim.DecidedOn,
            split.Train.Count, TimeSplit.Positives(split.Train), split.Evaluate.Count, TimeSplit.Positives(split.Evaluate),
            [], [], trees.Use(), [string.Create(CultureInfo.InvariantCulture, $"share_found|{share:0.####}"), string.Create(CultureInfo.InvariantCulture, $"tree_weight|{weights.TreeWeight:0.###}")]);
        var model = new SuspicionModel(card, weights, trees);
        card = card with
        {
            ModelId = Id(model, split, seed, asOf),
            Figures = Evaluation.Figures(model, split.Evaluate, seed),
            Calibration = Evaluation.Calibration(model, split.Evaluate),
        };
        return new(card, weights, trees);
    }

    /// <summary>A name made of what the model does: its day and a digest of its weights and of its scores on every reviewed claim.</summary>
    private static string Id(SuspicionModel model, TimeSplit split, int seed, DateOnly asOf)
    {
        List<ClaimFeatures> rows = [.. split.Train, .. split.Calibrate, .. split.Evaluate];
        var scores = model.Scores(rows);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{seed};{asOf:yyyy-MM-dd};{model.Weights.RulesVersion};{model.Weights.Intercept:R};{model.Weights.TreeWeight:R}"));
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{rows[i].Claim.ClaimId};{rows[i].Claim.Version};{rows[i].Claim.Finding};{scores[i]:R}");
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyyMMdd}-{Convert.ToHexStringLower(digest)[..12]}");
    }
}
