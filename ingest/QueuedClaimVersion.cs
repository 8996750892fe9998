namespace ClaimInsights.Ingest;

/// <summary>A claim on a review sheet, and how it came there.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">The version to be reviewed.</param>
/// <param name="Selection"><c>model</c>, <c>random</c> or <c>rule</c>.</param>
/// <param name="Probability">Overall chance with which it was selected; 0–1.</param>
public sealed record QueuedClaimVersion(string ClaimId, int Version, string Selection, double Probability);
