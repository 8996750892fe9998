namespace ClaimInsights.Analysis;

/// <summary>Claims of one listed cluster at one dealer.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="DealerCode">The dealer.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="Cost">Approved amounts.</param>
/// <param name="LastHappenedOn">Day of the latest failure.</param>
/// <param name="LastClaims">The latest five claims, the latest first, joined by <c>;</c>.</param>
public sealed record ClusterFact(string ClusterId, string DealerCode, long Claims, decimal Cost, DateOnly LastHappenedOn, string LastClaims);
