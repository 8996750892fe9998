namespace ClaimInsights.Models;

/// <summary>
/// What makes the score's log-odds of rules, shapes and trees. Kept as JSON beside the trees, for an auditor to read.
/// </summary>
/// <param name="RulesVersion"><see cref="Rules.Version"/> at the training.</param>
/// <param name="Inputs">The trees' inputs at the training, in order.</param>
/// <param name="RuleTable">The rules as they were set.</param>
/// <param name="Intercept">Log-odds of a claim on which no rule fires and of which shapes and trees say nothing.</param>
/// <param name="RuleWeights">Rule code → log-odds at full strength.</param>
/// <param name="CauseLevels">Cause of damage → its level among them, as the logarithm of a share.</param>
/// <param name="Shapes">What single features add beyond the rules.</param>
/// <param name="TreeWeight">Log-odds per unit of the trees' margin; 0: no trees.</param>
/// <param name="LeafClaims">Training claims in each leaf, tree by tree: what the reasons measure a path against.</param>
/// <param name="Accused">Share of innocent claims that reviews find owner_caused; 0–1.</param>
/// <param name="Missed">Share of owner-caused claims that reviews do not find; 0–1.</param>
/// <param name="Slope">Factor before the log-odds of a finding, as later verdicts ask for it.</param>
/// <param name="Offset">What is added to them: the level.</param>
public sealed record SuspicionWeights(
    int RulesVersion,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<RuleSetting> RuleTable,
    double Intercept,
    IReadOnlyDictionary<string, double> RuleWeights,
    IReadOnlyDictionary<RuleCause, double> CauseLevels,
    IReadOnlyList<FeatureShape> Shapes,
    double TreeWeight,
    IReadOnlyList<IReadOnlyList<int>> LeafClaims,
    double Accused,
    double Missed,
    double Slope,
    double Offset)
{
    /// <summary>The rules as written, what refusals teach taken at its word, no shapes, no trees.</summary>
    public static SuspicionWeights Written { get; } = Of(Models.RuleTable.Written);

    /// <summary>The rules of a table with their prior weights, no shapes, no trees.</summary>
    public static SuspicionWeights Of(IReadOnlyList<RuleSetting> table) => new(
        Rules.Version, TreeRanker.Inputs, table, Rules.Intercept,
        table.ToDictionary(setting => setting.Code, setting => setting.LogLikelihoodRatio, StringComparer.Ordinal),
        Rules.DamageCauses.ToDictionary(cause => cause, _ => CauseStack.EvenLevel),
        [], 0, [], 0, 0, 1, 0);

    internal CauseStack Stack()
    {
        var rules = Models.RuleTable.Apply(RuleTable);
        return new(rules, [.. rules.Select(rule => RuleWeights[rule.Code])], [.. Rules.DamageCauses.Select(cause => CauseLevels[cause])], Intercept);
    }
}
