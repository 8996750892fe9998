namespace ClaimInsights.Analysis;

/// <summary>Claims of a listed cluster and of its chart in a class of distance. Source: <c>DistanceClaims.sql</c>.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="FromKm">Where the class begins, kilometres.</param>
/// <param name="Claims">Its claims; at least 0.</param>
/// <param name="AllClaims">All claims of its part and failure mode, its own among them; at least 1.</param>
public sealed record DistanceClaims(string ClusterId, int FromKm, long Claims, long AllClaims);
