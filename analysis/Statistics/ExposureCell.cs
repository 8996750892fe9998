namespace ClaimInsights.Analysis.Statistics;

/// <summary>Exposure of one group at one age in one calendar month.</summary>
/// <param name="Group">The group's index, counted from 0.</param>
/// <param name="MonthsInService">Whole months in service, 0 in the first month.</param>
/// <param name="MonthsAgo">Calendar months from the exposure to the as-of date, 0 in the newest.</param>
/// <param name="VehicleMonths">Vehicles under observation in that cell × months; at least 0.</param>
public readonly record struct ExposureCell(int Group, int MonthsInService, int MonthsAgo, double VehicleMonths);
