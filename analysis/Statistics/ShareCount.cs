namespace ClaimInsights.Analysis.Statistics;

/// <summary>Claims of one population with one problem in one period; cells of the same three indices add up.</summary>
/// <param name="Population">Index of the population (build months, models, …), at least 0.</param>
/// <param name="Problem">Index of the problem (causal part × failure mode), at least 0.</param>
/// <param name="Period">Index of the period, or of any stratum inside which shares are compared, at least 0.</param>
/// <param name="Claims">At least 0.</param>
public readonly record struct ShareCount(int Population, int Problem, int Period, long Claims);
