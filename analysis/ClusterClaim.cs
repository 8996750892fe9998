namespace ClaimInsights.Analysis;

/// <summary>A claim of a listed cluster: an insight table, to open the claims behind a cluster's figures.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="ClaimId">The claim; it may belong to several clusters.</param>
/// <param name="Version">Its current version.</param>
public sealed record ClusterClaim(string ClusterId, string ClaimId, int Version);
