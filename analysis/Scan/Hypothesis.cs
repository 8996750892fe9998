using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>A population: a rule and the weeks in which its vehicles were built.</summary>
/// <param name="Facet">Index of the facet of which the rule is a combination; −1: a rule over lots.</param>
/// <param name="Combination">The combination of values; of a rule over lots the supplier, or the batch.</param>
/// <param name="Plant">Of a rule over lots: the plant it asks for; −1: any.</param>
/// <param name="IsBatch">Of a rule over lots: whether it asks for a batch.</param>
/// <param name="FromWeek">First week, itself included; 0: open.</param>
/// <param name="ToWeek">Last week, itself included; the last one: open.</param>
/// <param name="Band">Stretch of the vehicles' life in which the excess is looked for.</param>
internal readonly record struct Hypothesis(int Facet, int Combination, int Plant, bool IsBatch, int FromWeek, int ToWeek, LifeBand Band = default);

/// <summary>A hypothesis with its claims.</summary>
/// <param name="What">The population.</param>
/// <param name="Observed">Its claims.</param>
/// <param name="Expected">Claims expected of it.</param>
/// <param name="Prior">Its prior weight.</param>
/// <param name="LogWeight">ln of prior × evidence; −∞: there is none.</param>
/// <param name="IsPart">The lesser part of its kind of vehicles: <see cref="HypothesisPrior.SmallestRatioOfPart"/>.</param>
internal readonly record struct Candidate(Hypothesis What, long Observed, double Expected, double Prior, double LogWeight, bool IsPart)
{
    public static readonly Candidate None = new(new Hypothesis(0, 0, -1, false, 0, 0), 0, 0, 0, double.NegativeInfinity, false);
}

/// <summary>What the scan of a chart came to.</summary>
/// <param name="LogEvidence">L = ln e of the prior-weighted mixture; −∞ where there is nothing to look at.</param>
/// <param name="Best">The hypothesis with the largest prior × evidence.</param>
/// <param name="Vehicles">Vehicles with a claim in its population.</param>
/// <param name="AllVehicles">Vehicles with a claim in the chart.</param>
/// <param name="Claims">Claims of the chart that the best hypothesis was compared within: of the ages that it looks at.</param>
internal readonly record struct ScanResult(double LogEvidence, Candidate Best, int Vehicles = 0, int AllVehicles = 0, int Claims = 0)
{
    public static readonly ScanResult Nothing = new(double.NegativeInfinity, Candidate.None);

    /// <summary>One mixture of two, each with its share of the prior weight.</summary>
    public static ScanResult Mix(ScanResult one, double share, ScanResult other)
    {
        var (a, b) = (one.Weighted(share), other.Weighted(1 - share));
        var first = a.Best.LogWeight >= b.Best.LogWeight ? a : b;
        var sum = Logarithm.OfSum(a.LogEvidence, b.LogEvidence);
        return double.IsNegativeInfinity(sum) ? Nothing : first with { LogEvidence = sum };
    }

    private ScanResult Weighted(double share) => double.IsNegativeInfinity(LogEvidence) || share <= 0 ? Nothing : this with
    {
        LogEvidence = LogEvidence + Math.Log(share),
        Best = Best with { Prior = Best.Prior * share, LogWeight = Best.LogWeight + Math.Log(share) },
    };
}
