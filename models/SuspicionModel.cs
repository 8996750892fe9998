namespace ClaimInsights.Models;

/// <summary>
/// How suspicious a claim is: rules of the trade and what refusals teach, cause by cause, whose weights the verdicts have
/// adjusted, and boosted trees as far as later verdicts bear them out. With too few verdicts it is what is written and what
/// refusals teach, uncalibrated.
/// </summary>
public sealed class SuspicionModel
{
    private static readonly Dictionary<string, int> Places =
        FeatureTable.All.Select((feature, i) => (feature.Name, i)).ToDictionary(one => one.Name, one => one.i, StringComparer.Ordinal);

    private readonly CauseStack stack;
    private readonly (FeatureShape Shape, Func<ClaimFeatures, double?> Value, int Place)[] shapes;

    internal SuspicionModel(ModelCard card, SuspicionWeights weights, TreeRanker? trees, TrainingRecord? training = null)
    {
        Training = training ?? TrainingRecord.None;
        Card = card;
        Weights = weights;
        Trees = trees;
        stack = weights.Stack();
        shapes = [.. weights.Shapes.Select(shape => (shape, FeatureTable.All[Places[shape.Feature]].Value, Places[shape.Feature]))];
    }

    /// <summary>What it is, what it was trained on, how well it ranks.</summary>
    public ModelCard Card { get; }

    /// <summary>Its weights.</summary>
    public SuspicionWeights Weights { get; }

    /// <summary>What was seen at its training.</summary>
    public TrainingRecord Training { get; }

    /// <summary>Its trees; null: none.</summary>
    internal TreeRanker? Trees { get; }

    /// <summary>The written rules and what refusals teach, for a store on which nothing was trained.</summary>
    /// <param name="asOf">What is known.</param>
    public static SuspicionModel WrittenRules(DateOnly asOf) => new(Models.Training.RulesCard(asOf, seed: 0, notes: []), SuspicionWeights.Written, null);

    /// <summary>
    /// Trains on the reviewed claims among the features. The order of the rows does not matter; the same rows and seed give
    /// the same scores to the last bit. With too few verdicts the written rules come back, and the card's notes say so.
    /// </summary>
    /// <param name="claims">Reviewed and other claims, with what was known when they were decided.</param>
    /// <param name="seed">Seed of the trees.</param>
    /// <param name="asOf">What is known.</param>
    /// <param name="rules">The table of rules; null: as written.</param>
    /// <exception cref="ModelException">There are verdicts enough, and all say the same.</exception>
    public static SuspicionModel Train(TeachingClaims claims, int seed, DateOnly asOf, IReadOnlyList<RuleSetting>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return Models.Training.Run(claims, seed, asOf, rules ?? RuleTable.Written);
    }

    /// <summary>The same on claims that are all held.</summary>
    /// <param name="features">Every reviewable claim, reviewed or not.</param>
    /// <param name="seed">Seed of the trees.</param>
    /// <param name="asOf">What is known.</param>
    /// <param name="rules">The table of rules; null: as written.</param>
    /// <exception cref="ModelException">There are verdicts enough, and all say the same.</exception>
    public static SuspicionModel Train(IReadOnlyList<ClaimFeatures> features, int seed, DateOnly asOf, IReadOnlyList<RuleSetting>? rules = null) =>
        Train(TeachingClaims.Of([features]), seed, asOf, rules);

    /// <summary>Log-odds that a review finds owner_caused, row by row.</summary>
    public IReadOnlyList<double> LogOdds(IReadOnlyList<ClaimFeatures> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var margins = Weights.TreeWeight == 0 ? null : Trees?.Margins(rows);
        return [.. rows.AsParallel().AsOrdered().Select((row, i) => OfFinding(OwnersLogOdds(row) + (margins is null ? 0 : Weights.TreeWeight * margins[i])))];
    }

    /// <summary>Probability that a review finds owner_caused, row by row; 0–1. No probability where the card says uncalibrated.</summary>
    public IReadOnlyList<double> Scores(IReadOnlyList<ClaimFeatures> rows) => [.. LogOdds(rows).Select(PriorLogistic.Logistic)];

    /// <summary>The probability that the owner caused it, of which <see cref="Scores"/> is what reviewers, who err, would say; 0–1.</summary>
    /// <param name="score">A score of this model.</param>
    internal double OwnersProbability(double score) =>
        Math.Clamp((score - Weights.Accused) / (1 - Weights.Accused - Weights.Missed), 0, 1);

    /// <summary>The same model, its card saying how it fares beside another; the written rules are compared with nothing.</summary>
    /// <param name="inUse">The other.</param>
    /// <param name="reviewed">Every reviewed claim at least.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public SuspicionModel ComparedWith(SuspicionModel inUse, IReadOnlyList<ClaimFeatures> reviewed, int seed) => !Card.Calibrated ? this
        : With(Card with { Comparison = ModelComparison.Of(this, inUse, reviewed, seed) });

    /// <summary>The same model with another card.</summary>
    internal SuspicionModel With(ModelCard card) => new(card, Weights, Trees, Training);

    /// <summary>The cause of damage that explains the claim best, and its share among the causes; 0–1.</summary>
    public (RuleCause Cause, double Share) LikeliestCause(ClaimFeatures row) => stack.Likeliest(row);

    /// <summary>Log-odds that the owner caused it, without the trees.</summary>
    internal double OwnersLogOdds(ClaimFeatures row)
    {
        var sum = stack.LogOdds(row);
        foreach (var (shape, value, _) in shapes)
        {
            sum += shape.At(value(row));
        }

        return sum;
    }

    /// <summary>What each rule adds to the log-odds of a claim, in the order of the rules.</summary>
    internal double[] OfRules(ClaimFeatures row) => stack.Contributions(row);

    /// <summary>What each feature's shape adds beyond its mean, in the order of the feature table; 0 where a feature has none.</summary>
    internal double[] OfShapes(ClaimFeatures row)
    {
        var added = new double[FeatureTable.All.Count];
        foreach (var (shape, value, place) in shapes)
        {
            added[place] = shape.At(value(row)) - shape.Mean;
        }

        return added;
    }

    /// <summary>From the log-odds that the owner caused it to those that a review finds it: reviewers err, and the level is set.</summary>
    private double OfFinding(double logOdds)
    {
        if (Weights.Accused > 0 || Weights.Missed > 0)
        {
            var p = Weights.Accused + ((1 - Weights.Accused - Weights.Missed) * PriorLogistic.Logistic(logOdds));
            logOdds = Math.Log(p / (1 - p));
        }

        return Weights.Offset + (Weights.Slope * logOdds);
    }
}
