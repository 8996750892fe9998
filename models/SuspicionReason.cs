namespace ClaimInsights.Models;

/// <summary>Why a claim is suspicious: a fact about it and what it adds.</summary>
/// <param name="Text">As it is stored: <c>code|number|number</c>; worded by <see cref="ReasonText"/>.</param>
/// <param name="Effect">What it adds to the score's log-odds; below 0: it lowers them.</param>
public sealed record SuspicionReason(string Text, double Effect)
{
    private const int Most = 3;

    private static readonly Dictionary<string, int> InputIndex =
        TreeRanker.Inputs.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);

    /// <summary>How many rules rest on each feature: what it adds by shape or tree is shared among them.</summary>
    private static readonly Dictionary<string, int> Shared =
        Rules.All.SelectMany(rule => rule.Features).GroupBy(feature => feature, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>Of each rule the inputs that it rests on, and among how many rules what each adds is shared.</summary>
    private static readonly (int Input, int Shared)[][] Resting =
        [.. Rules.All.Select(rule => rule.Features.Select(feature => (InputIndex[feature], Shared[feature])).ToArray())];

    private static readonly int[] ByCode = [.. Enumerable.Range(0, Rules.All.Count).OrderBy(i => Rules.All[i].Code, StringComparer.Ordinal)];

    /// <summary>The three strongest reasons of a claim, the strongest first; fewer where fewer add anything.</summary>
    /// <param name="row">The claim.</param>
    /// <param name="model">The model.</param>
    /// <param name="contributions">What each input adds to the trees' margin; null: without the trees.</param>
    /// <param name="isFor">What raises the score; else what lowers it, with effects below 0.</param>
    internal static IReadOnlyList<SuspicionReason> Of(ClaimFeatures row, SuspicionModel model, double[]? contributions, bool isFor = true)
    {
        var effects = model.OfRules(row);
        var ofShapes = model.OfShapes(row);
        for (var i = 0; i < effects.Length; i++)
        {
            foreach (var (input, shared) in Resting[i])
            {
                effects[i] += ((input < ofShapes.Length ? ofShapes[input] : 0) + (contributions is null ? 0 : model.Weights.TreeWeight * contributions[input])) / shared;
            }
        }

        var reasons = new List<SuspicionReason>(Most);
        var told = new List<string>(Most);
        while (reasons.Count < Most && Strongest(effects, isFor) is var i and >= 0)
        {
            // Two rules may tell of one fact, each for its own cause: the stronger speaks.
            if (!told.Contains(Rules.All[i].Features[0]) && Rules.All[i].Numbers(row) is { } numbers)
            {
                told.Add(Rules.All[i].Features[0]);
                reasons.Add(new SuspicionReason(ReasonText.Stored(Rules.All[i].Code, numbers), effects[i]));
            }

            effects[i] = 0;
        }

        return reasons;
    }

    /// <summary>The rule that adds most of the asked sign, of equals the first by code; −1: none adds anything.</summary>
    private static int Strongest(double[] effects, bool isFor)
    {
        var best = -1;
        foreach (var i in ByCode)
        {
            var isOfSign = isFor ? effects[i] > 0 : effects[i] < 0;
            best = isOfSign && (best < 0 || Math.Abs(effects[i]) > Math.Abs(effects[best])) ? i : best;
        }

        return best;
    }
}
