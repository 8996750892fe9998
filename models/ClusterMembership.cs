namespace ClaimInsights.Models;

/// <summary>The open cluster that a claim belongs to.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Ratio">Its observed ÷ expected claims; 1 of a dealer's pattern, which explains nothing. Above 1: of <c>Ratio</c> such claims only one is of the ordinary kind that owner-caused damage hides among.</param>
public sealed record ClusterMembership(string ClusterId, double Ratio);
