namespace ClaimInsights.Analysis.Statistics;

/// <summary>Equal units that failed somewhere between two ages, or have not failed up to one.</summary>
/// <param name="After">Age at which they were still sound; at least 0.</param>
/// <param name="UpTo">Age at which they had failed, above <paramref name="After"/>; infinite: not failed yet.</param>
/// <param name="Units">How many they are, at least 0.</param>
public readonly record struct LifeInterval(double After, double UpTo, double Units = 1);
