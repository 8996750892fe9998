using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Models;

/// <summary>
/// From verdicts to a model. Trees, and the weights of rules and trees (maximum a posteriori about the written ones): on the
/// earliest slice. One factor before all weights: on the next slice. Level: so that the mean score of all claims of that time is
/// the share that reviews find, each weighted by the inverse of its chance of selection. Figures: on the last slice.
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

    /// <summary>Prior of the trees' weight, log-odds per standard deviation of their margin: little, for few verdicts teach trees little.</summary>
    private const double TreeMean = 0.25, TreeSpread = 0.15;

    /// <summary>Prior standard deviation of the factor about 1 that the calibration puts before all weights.</summary>
    private const double FactorSpread = 0.3;

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

        var trees = TreeRanker.Train(split.Train, seed);
        var weights = Calibrated(FitWeights(split.Train, seed) with { LeafClaims = trees.LeafClaims(split.Train) }, trees, split.Calibrate);
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

    /// <summary>
    /// Weights of rules and trees together. The trees' margin on a claim they were taught would flatter them, so each fifth of
    /// the vehicles is judged by trees taught by the other four.
    /// </summary>
    private static SuspicionWeights FitWeights(IReadOnlyList<ClaimFeatures> train, int seed)
    {
        var margins = MarginsOfOthers(train, seed);
        var mean = margins.Average();
        var spread = Math.Sqrt(margins.Average(margin => (margin - mean) * (margin - mean)));
        var scale = spread > 0 ? 1 / spread : 0;
        var fitted = PriorLogistic.Fit(
            [.. train.Select((row, i) => Rules.All.Select(rule => rule.Strength(row)).Append(margins[i] * scale).ToArray())],
            Found(train),
            [.. Rules.All.Select(rule => rule.Weight), TreeMean],
            [.. Rules.All.Select(_ => RuleSpread), TreeSpread]);
        return SuspicionWeights.Written with
        {
            RuleWeights = Rules.All.Select((rule, k) => (rule.Code, Weight: fitted.Weights[k])).ToDictionary(one => one.Code, one => one.Weight, StringComparer.Ordinal),
            TreeWeight = Math.Max(0, fitted.Weights[^1] * scale),
        };
    }

    private static double[] MarginsOfOthers(IReadOnlyList<ClaimFeatures> train, int seed)
    {
        const int folds = 5;
        int[] fold = [.. train.Select(row => (int)(folds * Lottery.Ticket(seed, row.Claim.Vin ?? row.Claim.ClaimId, 0)))];
        var margins = new double[train.Count];
        for (var k = 0; k < folds; k++)
        {
            int[] inside = [.. Enumerable.Range(0, train.Count).Where(i => fold[i] == k)];
            var trees = TreeRanker.Train([.. Enumerable.Range(0, train.Count).Where(i => fold[i] != k).Select(i => train[i])], seed);
            foreach (var (margin, i) in trees.Margins([.. inside.Select(i => train[i])]).Zip(inside))
            {
                margins[i] = margin;
            }
        }

        return margins;
    }

    /// <summary>One factor for all weights, as later verdicts ask for it.</summary>
    private static SuspicionWeights Calibrated(SuspicionWeights weights, TreeRanker trees, IReadOnlyList<ClaimFeatures> calibrate)
    {
        var logOdds = new SuspicionModel(RulesCard(default, 0, []), weights with { Intercept = 0 }, trees).LogOdds(calibrate);
        var factor = Math.Max(0.1, PriorLogistic.Fit([.. logOdds.Select(one => new[] { one })], Found(calibrate), [1], [FactorSpread]).Weights[0]);
        return weights with
        {
            RuleWeights = weights.RuleWeights.ToDictionary(one => one.Key, one => factor * one.Value, StringComparer.Ordinal),
            TreeWeight = factor * weights.TreeWeight,
        };
    }

    private static bool[] Found(IReadOnlyList<ClaimFeatures> rows) => [.. rows.Select(row => row.Claim.IsOwnerCaused == true)];

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
