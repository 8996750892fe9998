namespace ClaimInsights.Analysis.Scan;

/// <summary>A population: a rule and the weeks in which its vehicles were built.</summary>
/// <param name="Facet">Index of the facet of which the rule is a combination; −1: a rule over lots.</param>
/// <param name="Combination">The combination of values; of a rule over lots the supplier, or the batch.</param>
/// <param name="Plant">Of a rule over lots: the plant it asks for; −1: any.</param>
/// <param name="IsBatch">Of a rule over lots: whether it asks for a batch.</param>
/// <param name="FromWeek">First week, itself included; 0: open.</param>
/// <param name="ToWeek">Last week, itself included; the last one: open.</param>
internal readonly record struct Hypothesis(int Facet, int Combination, int Plant, bool IsBatch, int FromWeek, int ToWeek);

/// <summary>A hypothesis with its claims.</summary>
/// <param name="What">The population.</param>
/// <param name="Observed">Its claims.</param>
/// <param name="Expected">Claims expected of it.</param>
/// <param name="Prior">Its prior weight.</param>
/// <param name="LogWeight">ln of prior × evidence; −∞: there is none.</param>
internal readonly record struct Candidate(Hypothesis What, long Observed, double Expected, double Prior, double LogWeight)
{
    public static readonly Candidate None = new(new Hypothesis(0, 0, -1, false, 0, 0), 0, 0, 0, double.NegativeInfinity);
}

/// <summary>What the scan of a chart came to.</summary>
/// <param name="LogEvidence">L = ln e of the prior-weighted mixture; −∞ where there is nothing to look at.</param>
/// <param name="Best">The hypothesis with the largest prior × evidence.</param>
/// <param name="Vehicles">Vehicles with a claim in its population.</param>
/// <param name="AllVehicles">Vehicles with a claim in the chart.</param>
internal readonly record struct ScanResult(double LogEvidence, Candidate Best, int Vehicles = 0, int AllVehicles = 0)
{
    public static readonly ScanResult Nothing = new(double.NegativeInfinity, Candidate.None);
}
