namespace ClaimInsights.Analysis.Statistics;

/// <summary>Items of neighbouring scores: what was predicted of them and what came.</summary>
/// <param name="Count">Items in the bin, at least 1.</param>
/// <param name="Weight">Their weights, added.</param>
/// <param name="Predicted">Their mean score, 0…1.</param>
/// <param name="Observed">The share of relevant ones, 0…1.</param>
public readonly record struct CalibrationBin(int Count, double Weight, double Predicted, double Observed);
