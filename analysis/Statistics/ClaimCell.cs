namespace ClaimInsights.Analysis.Statistics;

/// <summary>Claims of one group at one age; several cells of the same group and age add up.</summary>
/// <param name="Group">The group's index, counted from 0.</param>
/// <param name="MonthsInService">Whole months in service, 0 in the first month.</param>
/// <param name="Claims">At least 0.</param>
public readonly record struct ClaimCell(int Group, int MonthsInService, long Claims);
