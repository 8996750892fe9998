using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using TreePredictor = Microsoft.ML.ISingleFeaturePredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<
    Microsoft.ML.Trainers.FastTree.FastTreeBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>>;

namespace ClaimInsights.Models;

/// <summary>Boosted trees (ML.NET FastTree) over the feature table and the rules' score. Small; one thread, so that they repeat to the last bit.</summary>
internal sealed class TreeRanker
{
    /// <summary>What stands for a value that is not known: left of everything known, so that a split can set it apart.</summary>
    private const float Unknown = -1e9f;

    private static readonly int Width = FeatureTable.All.Count + 1;
    private static readonly SchemaDefinition Schema = MakeSchema();

    private readonly MLContext context;
    private readonly ITransformer transformer;
    private readonly TreePredictor predictor;

    private TreeRanker(MLContext context, ITransformer transformer)
    {
        this.context = context;
        this.transformer = transformer;
        predictor = transformer as TreePredictor ?? ((IEnumerable<ITransformer>)transformer).OfType<TreePredictor>().Single();
    }

    /// <summary>Names of the inputs, in order.</summary>
    public static IReadOnlyList<string> Inputs { get; } = [.. FeatureTable.All.Select(feature => feature.Name), "rules_score"];

    public static TreeRanker Train(IReadOnlyList<Taught> taught, int seed)
    {
        var context = new MLContext(seed);
        var trainer = context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            FeatureColumnName = nameof(Row.Inputs),
            LabelColumnName = nameof(Row.Label),
            ExampleWeightColumnName = nameof(Row.Weight),
            NumberOfTrees = 60,
            NumberOfLeaves = 6,
            MinimumExampleCountPerLeaf = 20,
            LearningRate = 0.1,
            FeatureFraction = 0.7,
            Seed = seed,
            FeatureSelectionSeed = seed,
            NumberOfThreads = 1,
        });
        return new(context, trainer.Fit(context.Data.LoadFromEnumerable(taught.Select(one => ToRow(one.Row, one.IsOwnerCaused, one.Weight)), Schema)));
    }

    public static TreeRanker Load(string path)
    {
        var context = new MLContext(0);
        return new(context, context.Model.Load(path, out _));
    }

    public void Save(string path) => context.Model.Save(transformer, View(context, []).Schema, path);

    /// <summary>The trees' margin, log-odds up to scale, row by row.</summary>
    public IReadOnlyList<double> Margins(IReadOnlyList<ClaimFeatures> rows) =>
        rows.Count == 0 ? [] : [.. predictor.Transform(View(context, rows)).GetColumn<float>("Score").Select(score => (double)score)];

    /// <summary>Training claims in each leaf, tree by tree; kept in <see cref="SuspicionWeights.LeafClaims"/> for the reasons.</summary>
    public IReadOnlyList<IReadOnlyList<int>> LeafClaims(IReadOnlyList<ClaimFeatures> train) =>
        TreePaths.LeafClaims(predictor.Model.SubModel.TrainedTreeEnsemble, [.. train.Select(row => ToRow(row).Inputs)]);

    /// <summary>What each input adds to the margin, row by row; in the order of <see cref="Inputs"/>.</summary>
    /// <param name="rows">The claims.</param>
    /// <param name="leafClaims">As <see cref="LeafClaims"/> gave them at the training.</param>
    public IReadOnlyList<double[]> Contributions(IReadOnlyList<ClaimFeatures> rows, IReadOnlyList<IReadOnlyList<int>> leafClaims)
    {
        var ensemble = predictor.Model.SubModel.TrainedTreeEnsemble;
        return [.. rows.Select(row => TreePaths.Contributions(ensemble, leafClaims, ToRow(row).Inputs))];
    }

    /// <summary>Share of the gain by input, the largest first.</summary>
    public IReadOnlyList<FeatureUse> Use()
    {
        var weights = default(VBuffer<float>);
        predictor.Model.SubModel.GetFeatureWeights(ref weights);
        var gains = weights.DenseValues().Select(gain => (double)gain).ToArray();
        var whole = gains.Sum();
        return
        [
            .. Inputs.Select((input, i) => new FeatureUse(input, whole > 0 ? gains[i] / whole : 0))
                .Where(use => use.Share > 0).OrderByDescending(use => use.Share).ThenBy(use => use.Feature, StringComparer.Ordinal),
        ];
    }

    private static IDataView View(MLContext context, IReadOnlyList<ClaimFeatures> rows) =>
        context.Data.LoadFromEnumerable(rows.Select(row => ToRow(row)), Schema);

    private static Row ToRow(ClaimFeatures features, bool label = false, float weight = 1)
    {
        var inputs = new float[Width];
        for (var i = 0; i < FeatureTable.All.Count; i++)
        {
            inputs[i] = (float?)FeatureTable.All[i].Value(features) ?? Unknown;
        }

        inputs[^1] = (float)Rules.Score(features);
        return new Row { Inputs = inputs, Label = label, Weight = weight };
    }

    private static SchemaDefinition MakeSchema()
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Inputs)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Width);
        return schema;
    }

    private sealed class Row
    {
        public float[] Inputs { get; set; } = [];

        public bool Label { get; set; }

        public float Weight { get; set; }
    }
}
