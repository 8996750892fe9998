namespace ClaimInsights.Analysis;

/// <summary>A claim that belongs to a listed cluster.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="ClusterId">The cluster.</param>
public sealed record ClusterMember(string ClaimId, int Version, string ClusterId);
