namespace ClaimInsights.Analysis.Statistics;

/// <summary>An observed count or share against an expected one, with an interval; 1 is normal.</summary>
/// <param name="Ratio">Observed ÷ expected, at least 0.</param>
/// <param name="Low">Lower limit, at least 0.</param>
/// <param name="High">Upper limit; infinite where the data give none.</param>
public readonly record struct RatioInterval(double Ratio, double Low, double High);
