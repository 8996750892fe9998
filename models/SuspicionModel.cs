namespace ClaimInsights.Models;

/// <summary>
/// How suspicious a claim is: rules of the trade whose weights the verdicts have adjusted, and boosted trees as far as later
/// verdicts bear them out. With too few verdicts it is the written rules alone, uncalibrated.
/// </summary>
public sealed class SuspicionModel
{
    internal SuspicionModel(ModelCard card, SuspicionWeights weights, TreeRanker? trees)
    {
        Card = card;
        Weights = weights;
        Trees = trees;
    }

    /// <summary>What it is, what it was trained on, how well it ranks.</summary>
    public ModelCard Card { get; }

    /// <summary>Its weights.</summary>
    public SuspicionWeights Weights { get; }

    /// <summary>Its trees; null: none.</summary>
    internal TreeRanker? Trees { get; }

    /// <summary>The written rules alone, for a store on which nothing was trained.</summary>
    /// <param name="asOf">What is known.</param>
    public static SuspicionModel WrittenRules(DateOnly asOf) => new(Training.RulesCard(asOf, seed: 0, notes: []), SuspicionWeights.Written, null);

    /// <summary>
    /// Trains on the reviewed claims among the features. The order of the rows does not matter; the same rows and seed give
    /// the same scores to the last bit. With too few verdicts the written rules come back, and the card's notes say so.
    /// </summary>
    /// <param name="features">Every reviewable claim, reviewed or not, with what was known when it was decided.</param>
    /// <param name="seed">Seed of the trees.</param>
    /// <param name="asOf">What is known.</param>
    /// <exception cref="ModelException">There are verdicts enough, and all say the same.</exception>
    public static SuspicionModel Train(IReadOnlyList<ClaimFeatures> features, int seed, DateOnly asOf) => Training.Run(features, seed, asOf);

    /// <summary>Log-odds that a review finds owner_caused, row by row.</summary>
    public IReadOnlyList<double> LogOdds(IReadOnlyList<ClaimFeatures> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var margins = Trees?.Margins(rows);
        return [.. rows.Select((row, i) => Weights.Intercept + Weights.OfRules(row) + (margins is null ? 0 : Weights.TreeWeight * margins[i]))];
    }

    /// <summary>Probability that a review finds owner_caused, row by row; 0–1. No probability where the card says uncalibrated.</summary>
    public IReadOnlyList<double> Scores(IReadOnlyList<ClaimFeatures> rows) => [.. LogOdds(rows).Select(PriorLogistic.Logistic)];
}
