namespace ClaimInsights.Models;

/// <summary>Why a claim is suspicious: a fact about it and what it adds.</summary>
/// <param name="Text">As it is stored: <c>code|number|number</c>; worded by <see cref="ReasonText"/>.</param>
/// <param name="Effect">What it adds to the score's log-odds; below 0: it lowers them.</param>
public sealed record SuspicionReason(string Text, double Effect)
{
    private static readonly Dictionary<string, int> InputIndex =
        TreeRanker.Inputs.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);

    /// <summary>How many rules rest on each feature: what it adds by shape or tree is shared among them.</summary>
    private static readonly Dictionary<string, int> Shared =
        Rules.All.SelectMany(rule => rule.Features).GroupBy(feature => feature, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>The three strongest reasons of a claim, the strongest first; fewer where fewer add anything.</summary>
    /// <param name="row">The claim.</param>
    /// <param name="model">The model.</param>
    /// <param name="contributions">What each input adds to the trees' margin; null: without the trees.</param>
    /// <param name="isFor">What raises the score; else what lowers it, with effects below 0.</param>
    internal static IReadOnlyList<SuspicionReason> Of(ClaimFeatures row, SuspicionModel model, double[]? contributions, bool isFor = true)
    {
        var ofRules = model.OfRules(row);
        var ofShapes = model.OfShapes(row);
        double OfFeature(string feature) =>
            (ofShapes.GetValueOrDefault(feature) + (contributions is null ? 0 : model.Weights.TreeWeight * contributions[InputIndex[feature]])) / Shared[feature];
        return
        [
            .. Rules.All
                .Select((rule, i) => (Rule: rule, Numbers: rule.Numbers(row), Effect: ofRules[i] + rule.Features.Sum(OfFeature)))
                .Where(one => one.Numbers is not null && (isFor ? one.Effect > 0 : one.Effect < 0))
                .OrderByDescending(one => Math.Abs(one.Effect)).ThenBy(one => one.Rule.Code, StringComparer.Ordinal)
                // Two rules may tell of one fact, each for its own cause: the stronger speaks.
                .DistinctBy(one => one.Rule.Features[0])
                .Take(3)
                .Select(one => new SuspicionReason(ReasonText.Stored(one.Rule.Code, one.Numbers!), one.Effect)),
        ];
    }
}
