using System.Globalization;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models.OwnTables;

/// <summary>
/// From a table to a model. Settings: chosen on the earlier four fifths of the rows by time, each candidate taught by what lies
/// before a stretch and judged on that stretch. Figures: of the chosen settings, taught by the four fifths, on the last fifth.
/// The model that is kept: the same settings on all rows, calibrated on what the models before foretold of later rows.
/// </summary>
internal static class OwnTableTraining
{
    private const int FewestOfEach = 5;

    /// <summary>Trains on the rows of a table.</summary>
    /// <exception cref="ModelException">The table does not serve; the message says why.</exception>
    public static (OwnTableModel Model, OwnTableCard Card) Run(OwnTableRequest request)
    {
        var notes = new List<string>();
        var rows = Read(request, notes);
        if (!request.AllowLeaks)
        {
            OwnTableLeaks.Refuse(request.Path, rows);
        }

        var cuts = Cuts(rows, request);
        var choice = OwnTableChoice.Of(rows.Slice(0, cuts[2]), request.Seed);
        var bags = Bags(rows.Count);
        var earlier = rows.Slice(0, cuts[2]);
        var later = rows.Slice(cuts[2], rows.Count);
        var judged = Grow(earlier, choice.Settings, bags, request.Seed);
        var ofLater = judged.Of(later);
        var (before, after) = (Join.Of(choice.Known, choice.Share), Join.Of(choice.Known.With(ofLater, later), choice.Share));
        var kept = Grow(rows, choice.Settings, bags, request.Seed);
        var card = new OwnTableCard(
            Path.GetFileName(request.Path), request.Label, request.Time, request.Weight, request.Drop ?? [], request.Seed, rows.Count, rows.Positives,
            choice.Settings, bags, choice.Share, later.Count, later.Positives, Figures(before, ofLater, earlier, later, request.Seed), Calibration(before, ofLater, later),
            Use(kept.With(after, rows.Columns), rows), notes);
        return (kept.With(after, rows.Columns), card);
    }

    /// <summary>The rows in their order; what the file held besides is let go of.</summary>
    private static OwnRows Read(OwnTableRequest request, List<string> notes)
    {
        using var file = OwnTableFile.Open(request.Path);
        return OwnTableReader.ForTraining(file, request, notes).InOrder();
    }

    /// <summary>Rows before two, three and four fifths of the rows; rows of one time are on one side.</summary>
    private static int[] Cuts(OwnRows rows, OwnTableRequest request)
    {
        int[] cuts = [.. Enumerable.Range(2, 3).Select(fifths =>
        {
            var cut = (int)((long)rows.Count * fifths / 5);
            while (cut > 0 && rows.Times[cut - 1] == rows.Times[cut])
            {
                cut--;
            }

            return cut;
        })];
        int[] edges = [0, .. cuts, rows.Count];
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var positives = rows.Labels.AsSpan(edges[i], edges[i + 1] - edges[i]).Count(true);
            if (positives < FewestOfEach || edges[i + 1] - edges[i] - positives < FewestOfEach)
            {
                throw new ModelException(string.Create(CultureInfo.InvariantCulture,
                    $"{request.Path}: by '{request.Time}', rows {edges[i] + 1} to {edges[i + 1]} of {rows.Count} hold {positives} positive ones; ") +
                    $"expected at least {FewestOfEach} of either kind before two fifths of the time, and in each fifth after. Give more rows, or another --time");
            }
        }

        return cuts;
    }

    private static int Bags(int rows) => rows <= OwnTableChoice.MostRowsOfBags ? 10 : rows <= 100_000 ? 4 : 1;

    private static Grown Grow(OwnRows rows, TreeSettings settings, int bags, int seed)
    {
        var inputs = OwnInputs.Fit(rows);
        return new(inputs.Inputs, BoostedTrees.Grow(rows, inputs, settings, bags, seed), OwnLogistic.Fit(rows, inputs, OwnLogistic.Ridge));
    }

    private static List<OwnTableFigures> Figures(Join join, (double[] Margins, double[] Logistic) ofLater, OwnRows earlier, OwnRows later, int seed)
    {
        double[] weights = [.. later.Weights.Select(weight => (double)weight)];
        OwnTableFigures Of(string ranking, double[] scores, double[]? probabilities = null) => new(
            ranking, Ranking.RocAuc(scores, later.Labels, weights), Ranking.AveragePrecision(scores, later.Labels, weights),
            probabilities is null ? null : RankingCalibration.Brier(probabilities, later.Labels, weights),
            probabilities is null ? null : RankingCalibration.LogLoss(probabilities, later.Labels, weights));

        var logOdds = join.Of(ofLater.Margins, ofLater.Logistic);
        var random = new Random(seed);
        return
        [
            Of("model", logOdds, [.. logOdds.Select(PriorLogistic.Logistic)]),
            Of("trees", ofLater.Margins),
            Of("logistic", ofLater.Logistic),
            Of("best_column", BestColumn(earlier, later)),
            Of("random", [.. later.Labels.Select(_ => random.NextDouble())]),
        ];
    }

    /// <summary>The number that ranks the earlier rows best by itself, either way round; 0 for all where there are only categories.</summary>
    private static double[] BestColumn(OwnRows earlier, OwnRows later)
    {
        static double Known(float value) => float.IsNaN(value) ? double.MinValue : value;
        var taken = earlier.Every(Math.Max(1, earlier.Count / OwnTableLeaks.MostRows));
        bool[] labels = [.. taken.Select(row => earlier.Labels[row])];
        var best = Enumerable.Range(0, earlier.Columns.Count).Where(i => earlier.Columns[i].IsNumber).AsParallel()
            .Select(i => (Column: i, Auc: Ranking.RocAuc([.. taken.Select(row => Known(earlier.Values[i][row]))], labels)))
            .OrderByDescending(one => Math.Abs(one.Auc - 0.5)).ThenBy(one => one.Column).Take(1).ToList();
        return best is [var (column, auc)] ? [.. later.Values[column].Select(value => auc < 0.5 ? -Known(value) : Known(value))] : new double[later.Count];
    }

    private static CalibrationPoint[] Calibration(Join join, (double[] Margins, double[] Logistic) ofLater, OwnRows later)
    {
        double[] scores = [.. join.Of(ofLater.Margins, ofLater.Logistic).Select(PriorLogistic.Logistic)];
        return [.. RankingCalibration.Bins(scores, later.Labels, Math.Clamp(later.Count / 50, 1, 10)).Select(Evaluation.Point)];
    }

    /// <summary>Share of each column in the mean absolute contribution, over at most two thousand rows.</summary>
    private static IReadOnlyList<FeatureUse> Use(OwnTableModel model, OwnRows rows)
    {
        double[] sum = new double[rows.Columns.Count], byInput = new double[model.Inputs.Count], byColumn = new double[rows.Columns.Count];
        var one = new float[model.Inputs.Count];
        for (var row = 0; row < rows.Count; row += Math.Max(1, rows.Count / 2000))
        {
            OwnInputs.Of(model.Inputs, rows.Values, row, one);
            model.Contributions(one, byInput, byColumn);
            for (var column = 0; column < sum.Length; column++)
            {
                sum[column] += Math.Abs(byColumn[column]);
            }
        }

        var whole = sum.Sum();
        return [.. rows.Columns.Select((column, i) => new FeatureUse(column.Name, whole > 0 ? sum[i] / whole : 0)).OrderByDescending(use => use.Share).ThenBy(use => use.Feature, StringComparer.Ordinal)];
    }

    private sealed record Grown(IReadOnlyList<OwnInput> Inputs, IReadOnlyList<IReadOnlyList<BoostedTree>> Bags, OwnLogistic Logistic)
    {
        public (double[] Margins, double[] Logistic) Of(OwnRows rows) =>
            (BoostedTrees.Margins(Bags, Inputs, rows, [Bags[0].Count])[0], Logistic.LogOdds(Inputs, rows));

        public OwnTableModel With(Join join, IReadOnlyList<OwnColumn> columns) =>
            new(columns, Inputs, Bags, Logistic, join.Trees, join.Logistic, join.Intercept);
    }
}
