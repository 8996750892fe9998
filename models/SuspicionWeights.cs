namespace ClaimInsights.Models;

/// <summary>The sum that makes the score's log-odds of rules and trees. Kept as JSON beside the trees.</summary>
/// <param name="RulesVersion"><see cref="Rules.Version"/> at the training.</param>
/// <param name="Inputs">The trees' inputs at the training, in order.</param>
/// <param name="Intercept">Log-odds of a claim on which no rule fires and of which the trees say nothing.</param>
/// <param name="RuleWeights">Rule code → log-odds at full strength.</param>
/// <param name="TreeWeight">Log-odds per unit of the trees' margin; 0: no trees.</param>
/// <param name="LeafClaims">Training claims in each leaf, tree by tree: what the reasons measure a path against.</param>
public sealed record SuspicionWeights(
    int RulesVersion,
    IReadOnlyList<string> Inputs,
    double Intercept,
    IReadOnlyDictionary<string, double> RuleWeights,
    double TreeWeight,
    IReadOnlyList<IReadOnlyList<int>> LeafClaims)
{
    /// <summary>The rules with their written weights, no trees.</summary>
    public static SuspicionWeights Written { get; } =
        new(Rules.Version, TreeRanker.Inputs, Rules.Intercept, Rules.All.ToDictionary(rule => rule.Code, rule => rule.Weight, StringComparer.Ordinal), 0, []);

    /// <summary>What the rules add to the log-odds of a claim.</summary>
    internal double OfRules(ClaimFeatures row) => Rules.All.Sum(rule => RuleWeights[rule.Code] * rule.Strength(row));
}
