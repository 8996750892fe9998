namespace ClaimInsights.Analysis.Statistics;

/// <summary>A population's claims with one problem beside those expected if its claims were spread like everyone's.</summary>
/// <param name="Population">The population's index.</param>
/// <param name="Problem">The problem's index.</param>
/// <param name="Observed">Claims seen, at least 0.</param>
/// <param name="Expected">Claims expected under independence within each period, above 0.</param>
/// <param name="ProportionalRatio">
/// PRR: the problem's share among this population's claims ÷ its share among all other populations' claims, pooled over
/// periods. A share of claims, never a rate: it also rises when the population's other claims become fewer.
/// </param>
public sealed record ShareExcess(int Population, int Problem, long Observed, double Expected, RatioInterval ProportionalRatio);
