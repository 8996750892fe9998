namespace ClaimInsights.Models;

/// <summary>What trees are taught: a claim, an outcome, and how much it weighs.</summary>
/// <param name="Row">The claim.</param>
/// <param name="IsOwnerCaused">The outcome.</param>
/// <param name="Weight">Its weight; at least 0.</param>
internal sealed record Taught(ClaimFeatures Row, bool IsOwnerCaused, float Weight);
