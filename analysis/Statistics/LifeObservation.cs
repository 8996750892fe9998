namespace ClaimInsights.Analysis.Statistics;

/// <summary>Equal units with equal histories.</summary>
/// <param name="Age">Age at failure, or without failure so far; above 0, in any one unit.</param>
/// <param name="HasFailed">True for an exact age at failure, false for right-censored.</param>
/// <param name="Units">How many they are, at least 0.</param>
public readonly record struct LifeObservation(double Age, bool HasFailed, double Units = 1);
