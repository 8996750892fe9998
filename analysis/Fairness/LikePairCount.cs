namespace ClaimInsights.Analysis.Fairness;

/// <summary>Pairs of near-identical claims of one part; <see cref="Consistency"/> is what is made of it.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="Pairs">At least 1.</param>
/// <param name="Alike">Of them decided alike: both rejected, or neither.</param>
public sealed record LikePairCount(string CausalPart, long Pairs, long Alike);
