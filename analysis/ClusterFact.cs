namespace ClaimInsights.Analysis;

/// <summary>Counted claims of one part, failure mode and build month at one dealer.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="BuildMonth">First day of the build month.</param>
/// <param name="DealerCode">The dealer.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="Cost">Approved amounts.</param>
/// <param name="LastHappenedOn">Day of the latest failure.</param>
/// <param name="LastClaims">The latest five claims, the latest first, joined by <c>;</c>.</param>
public sealed record ClusterFact(
    string CausalPart, string FailureMode, DateOnly BuildMonth, string DealerCode, long Claims, decimal Cost, DateOnly LastHappenedOn, string LastClaims);
