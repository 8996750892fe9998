namespace ClaimInsights.Models;

/// <summary>Why a claim is suspicious: a fact about it and what it adds.</summary>
/// <param name="Text">As it is stored: <c>code|number|number</c>; worded by <see cref="ReasonText"/>.</param>
/// <param name="Effect">What it adds to the score's log-odds; above 0.</param>
public sealed record SuspicionReason(string Text, double Effect)
{
    /// <summary>The three strongest reasons of a claim, the strongest first; fewer where fewer add anything.</summary>
    /// <param name="row">The claim.</param>
    /// <param name="weights">The model's weights.</param>
    /// <param name="contributions">What each input adds to the trees' margin; null: by the rules alone.</param>
    internal static IReadOnlyList<SuspicionReason> Of(ClaimFeatures row, SuspicionWeights weights, double[]? contributions) =>
    [
        .. Rules.All
            .Select(rule => (Rule: rule, Numbers: rule.Numbers(row), Effect: Added(rule, row, weights, contributions)))
            .Where(one => one.Numbers is not null && one.Effect > 0)
            .OrderByDescending(one => one.Effect).ThenBy(one => one.Rule.Code, StringComparer.Ordinal)
            .Take(3)
            .Select(one => new SuspicionReason(ReasonText.Stored(one.Rule.Code, one.Numbers!), one.Effect)),
    ];

    private static double Added(Rule rule, ClaimFeatures row, SuspicionWeights weights, double[]? contributions)
    {
        var ofTrees = contributions is null ? 0 : rule.Features.Sum(feature => contributions[InputIndex[feature]]);
        return (weights.RuleWeights[rule.Code] * rule.Strength(row)) + (weights.TreeWeight * ofTrees);
    }

    private static readonly Dictionary<string, int> InputIndex =
        TreeRanker.Inputs.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);
}
