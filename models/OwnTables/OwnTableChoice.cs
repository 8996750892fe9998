using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models.OwnTables;

/// <summary>The settings that foretell later rows best.</summary>
/// <param name="Settings">Of the trees.</param>
/// <param name="Share">Of the logistic; 0–1.</param>
/// <param name="Known">What they foretold.</param>
/// <param name="Loss">Their log-loss there, level and spread set right.</param>
internal sealed record OwnTableChoice(TreeSettings Settings, double Share, Foretold Known, double Loss)
{
    /// <summary>Leaves are chosen on at most so many rows, thinned evenly in time.</summary>
    private const int MostRows = 60_000;

    /// <summary>Up to so many rows settings are chosen by the mean of bags: below, one set of trees errs too much by chance.</summary>
    public const int MostRowsOfBags = 20_000;

    private static readonly int[] Stages = [30, 60, 100, 150];
    private static readonly int[] LaterStages = [200, 300, 400];
    private static readonly int[] WholeStages = [60, 100, 150, 200];
    private static readonly double[] Shares = [0, 0.25, 0.5, 1];

    /// <summary>Whatever foretells later rows best, by its log-loss there once its level and spread are set right. How many trees a large table bears only the whole of it tells.</summary>
    /// <param name="rows">By time.</param>
    /// <param name="seed">Seed of bags and inputs.</param>
    public static OwnTableChoice Of(OwnRows rows, int seed)
    {
        var few = Thinned(rows);
        int half = Edge(few, 0.5), threeQuarters = Edge(few, 0.75);
        var trial = new Trial([.. new[] { (half, threeQuarters), (threeQuarters, few.Count) }.Select(ends => (few.Slice(0, ends.Item1), few.Slice(ends.Item1, ends.Item2)))], few.Count <= MostRowsOfBags ? 3 : 1, seed);
        var best = Candidates(few).SelectMany(settings => trial.Try(settings, Stages)).MinBy(one => one.Loss)!;
        if (rows.Count >= 2 * few.Count)
        {
            var cut = Edge(rows, 0.75);
            // So many rows bear steps twice as long: half the trees foretell later rows as well.
            var whole = best.Settings with { LearningRate = 2 * best.Settings.LearningRate, FewestRows = FewestRows(rows) };
            return new Trial([(rows.Slice(0, cut), rows.Slice(cut, rows.Count))], 1, seed).Try(whole, WholeStages).MinBy(one => one.Loss)!;
        }

        // Still learning: more of the same trees.
        return best.Settings.Trees < Stages[^1] ? best : trial.Try(best.Settings, LaterStages).Prepend(best).MinBy(one => one.Loss)!;
    }

    private static OwnRows Thinned(OwnRows rows)
    {
        var step = Math.Max(1, (rows.Count + MostRows - 1) / MostRows);
        return step == 1 ? rows : rows.At(rows.Every(step));
    }

    // Big tables bear finer trees; a leaf never holds less than about one row in two thousand.
    private static int FewestRows(OwnRows rows) => Math.Max(10, rows.Count / 2000);

    private static IEnumerable<TreeSettings> Candidates(OwnRows rows)
    {
        int[] leaves = rows.Positives < 1000 ? [8, 16] : [8, 32];
        return leaves.Select(one => new TreeSettings(one, 0, FewestRows(rows), rows.Positives < 1000 ? 0.05 : 0.1, 0.6));
    }

    private static int Edge(OwnRows rows, double share)
    {
        var cut = (int)(rows.Count * share);
        while (cut > 1 && rows.Times[cut - 1] == rows.Times[cut])
        {
            cut--;
        }

        return cut;
    }

    private static double LossOf(double[] logOdds, OwnRows rows)
    {
        double[] weights = [.. rows.Weights.Select(weight => (double)weight)];
        var curve = PlattCalibration.Fit(logOdds, rows.Labels, weights);
        return RankingCalibration.LogLoss([.. logOdds.Select(curve.Calibrate)], rows.Labels, weights);
    }

    /// <summary>Stretches of later rows, each foretold by what lies before it.</summary>
    private sealed class Trial
    {
        private readonly IReadOnlyList<(OwnRows Train, OwnRows Test)> stretches;
        private readonly OwnInputs[] inputs;
        private readonly double[] logistic;
        private readonly bool[] labels;
        private readonly float[] weights;
        private readonly int bags;
        private readonly int seed;

        public Trial(IReadOnlyList<(OwnRows Train, OwnRows Test)> stretches, int bags, int seed)
        {
            (this.stretches, this.bags, this.seed) = (stretches, bags, seed);
            inputs = [.. stretches.Select(one => OwnInputs.Fit(one.Train))];
            logistic = [.. stretches.SelectMany((one, i) => OwnLogistic.Fit(one.Train, inputs[i], OwnLogistic.Ridge).LogOdds(inputs[i].Inputs, one.Test))];
            (labels, weights) = ([.. stretches.SelectMany(one => one.Test.Labels)], [.. stretches.SelectMany(one => one.Test.Weights)]);
        }

        /// <summary>Some numbers of trees, each with every share of the logistic.</summary>
        public IReadOnlyList<OwnTableChoice> Try(TreeSettings settings, int[] stages)
        {
            double[][][] margins = [.. stretches.Select((one, i) =>
                BoostedTrees.Margins(BoostedTrees.Grow(one.Train, inputs[i], settings with { Trees = stages[^1] }, bags, seed), inputs[i].Inputs, one.Test, stages))];
            return [.. stages.SelectMany((trees, stage) => Shares.Select(share => (Trees: trees, Share: share, Known: new Foretold([.. margins.SelectMany(one => one[stage])], logistic, labels, weights))))
                .AsParallel().AsOrdered().Select(one => new OwnTableChoice(settings with { Trees = one.Trees }, one.Share, one.Known, MeanLoss(Join.Of(one.Known, one.Share).Of(one.Known))))];
        }

        private double MeanLoss(double[] logOdds)
        {
            double sum = 0;
            var from = 0;
            foreach (var (_, test) in stretches)
            {
                sum += OwnTableChoice.LossOf(logOdds[from..(from + test.Count)], test);
                from += test.Count;
            }

            return sum / stretches.Count;
        }
    }
}
