namespace ClaimInsights.Analysis.Fairness;

/// <summary>Claims of one dealer that bill what others do not; <see cref="AmountFinding"/> is what is made of it.</summary>
/// <param name="Kind">See <see cref="AmountFinding"/>.</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="Judged">Claims that could be judged; at least 1.</param>
/// <param name="Found">Of them found.</param>
/// <param name="Amount">Amount beyond what is usual, in the store's currency.</param>
/// <param name="ExampleClaimIds">At most three, the largest amounts first.</param>
public sealed record AmountCount(string Kind, string DealerCode, long Judged, long Found, decimal Amount, string ExampleClaimIds);
