namespace ClaimInsights.Analysis;

/// <summary>The words of a claim whose part has a listed cluster.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="PartGroup">The part up to its first colon.</param>
/// <param name="Words">Complaint, cause and correction.</param>
public sealed record ClusterNarrative(string ClaimId, string PartGroup, string Words);
