using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Models;

/// <summary>
/// From verdicts to a model. The earliest slice fits the stack; the next says how steep it is to be and how far the trees are
/// blended in; both together fit the stack that is kept, so steep and with so much of the trees, and set its level. The last
/// slice gives the figures.
/// </summary>
internal static class Training
{
    /// <summary>Fewest verdicts in the training slice; with fewer the written rules rank alone.</summary>
    public const int FewestLabels = 50;

    /// <summary>Fewest of either finding in the training slice.</summary>
    public const int FewestOfEach = 4;

    /// <summary>Fewest of either finding in each later slice.</summary>
    public const int FewestOfEachLater = 1;

    public static SuspicionModel Run(TeachingClaims claims, int seed, DateOnly asOf, IReadOnlyList<RuleSetting> table)
    {
        var split = TimeSplit.Of(claims.Reviewed);
        if (WhyNot(split) is { } note)
        {
            return new(RulesCard(asOf, seed, [note]), SuspicionWeights.Of(table), null);
        }

        List<ClaimFeatures> Until(IReadOnlyList<ClaimFeatures> slice) => [.. claims.Known.Where(row => row.Claim.DecidedOn <= slice[^1].Claim.DecidedOn)];
        var early = Model(StackTraining.Fit(split.Train, Until(split.Train), table, Levels.ShareFound(split.Train)));
        var (treeWeight, slope) = Student.Blend(early, Student.Teach(early, split.Train, Until(split.Train), seed), split.Calibrate);

        List<ClaimFeatures> taught = [.. split.Train, .. split.Calibrate], known = Until(split.Calibrate);
        var stack = Model(StackTraining.Fit(taught, known, table, Levels.ShareFound(taught)));
        var trees = treeWeight > 0 ? Student.Teach(stack, taught, known, seed) : null;
        var weights = stack.Weights with { TreeWeight = treeWeight, LeafClaims = trees?.LeafClaims(taught) ?? [], Slope = slope };
        var share = Levels.ShareFound(stack, taught, known);
        weights = weights with { Offset = Levels.Offset(Model(weights, trees).LogOdds(known), share) };
        var settled = Model(weights, trees);
        List<ClaimFeatures> reviewed = [.. claims.Reviewed.Where(row => row.Claim.IsOwnerCaused is not null)];
        return WithCard(new(settled.Card, weights, trees, TrainingRecord.Of(settled, reviewed, known)), split, known, seed, asOf, share);

        SuspicionModel Model(SuspicionWeights of, TreeRanker? with = null) => new(RulesCard(asOf, seed, []), of, with);
    }

    public static ModelCard RulesCard(DateOnly asOf, int seed, IReadOnlyList<string> notes) =>
        new("rules", "rules", Calibrated: false, seed, asOf, null, null, null, 0, 0, 0, 0, [], [], [], ["uncalibrated", .. notes]);

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

    private static SuspicionModel WithCard(SuspicionModel settled, TimeSplit split, IReadOnlyList<ClaimFeatures> known, int seed, DateOnly asOf, double share)
    {
        var reviewed = split.Train.Concat(split.Calibrate).Concat(split.Evaluate).ToList();
        var card = new ModelCard(
            "stack", "stack", Calibrated: true, seed, asOf,
            split.Train[^1].Claim.DecidedOn, split.Calibrate[^1].Claim.DecidedOn, split.Evaluate[^1].Claim.DecidedOn,
            split.Train.Count, TimeSplit.Positives(split.Train), split.Evaluate.Count, TimeSplit.Positives(split.Evaluate),
            [], [], FeatureUses.Of(settled, known),
            [
                string.Create(CultureInfo.InvariantCulture, $"share_found|{share:0.####}"),
                string.Create(CultureInfo.InvariantCulture, $"tree_weight|{settled.Weights.TreeWeight:0.###}"),
                .. OneSided(reviewed),
            ]);
        return settled.With(card with
        {
            ModelId = Id(settled, reviewed, seed, asOf),
            Figures = Evaluation.Figures(settled, split.Evaluate, seed),
            Calibration = Evaluation.Calibration(settled, split.Evaluate),
        });
    }

    /// <summary>Verdicts of one hand only: what they teach cannot be told from that hand's errors.</summary>
    private static IEnumerable<string> OneSided(List<ClaimFeatures> reviewed)
    {
        string Note(string code) => string.Create(CultureInfo.InvariantCulture, $"{code}|{reviewed.Count}");
        if (reviewed.Select(row => row.Claim.Reviewer).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            yield return Note(ModelCard.OneReviewer);
        }

        if (reviewed.Select(row => row.Claim.DealerCode).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            yield return Note(ModelCard.OneDealer);
        }
    }

    /// <summary>A name made of what the model does: its day and a digest of its weights and of its scores on every reviewed claim.</summary>
    private static string Id(SuspicionModel model, List<ClaimFeatures> rows, int seed, DateOnly asOf)
    {
        var scores = model.Scores(rows);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{seed};{asOf:yyyy-MM-dd};{model.Weights.RulesVersion};{model.Weights.Intercept:R};{model.Weights.TreeWeight:R};{string.Join(',', model.Weights.RuleTable)}"));
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{rows[i].Claim.ClaimId};{rows[i].Claim.Version};{rows[i].Claim.Finding};{scores[i]:R}");
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyyMMdd}-{Convert.ToHexStringLower(digest)[..12]}");
    }
}
