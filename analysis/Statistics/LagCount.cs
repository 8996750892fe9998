namespace ClaimInsights.Analysis.Statistics;

/// <summary>Claims that were closed the same time after their failure and could have been closed up to the same time.</summary>
/// <param name="Lag">From failure to closing, whole days or whole months, at least 0.</param>
/// <param name="Truncation">From failure to the as-of date in the same unit, at least <paramref name="Lag"/>: later closings are not known yet.</param>
/// <param name="Count">Claims, at least 0.</param>
public readonly record struct LagCount(int Lag, int Truncation, long Count);
