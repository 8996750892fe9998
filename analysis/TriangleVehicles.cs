namespace ClaimInsights.Analysis;

/// <summary>Vehicles of one build month that have been in service equally long.</summary>
/// <param name="Model">Model.</param>
/// <param name="Powertrain">Powertrain; null: unknown.</param>
/// <param name="BuildMonth">First day of the month.</param>
/// <param name="MonthsReached">Whole months from the sale to the as-of date, or to the end of service; at least 0.</param>
/// <param name="Vehicles">At least 1.</param>
public sealed record TriangleVehicles(string Model, string? Powertrain, DateOnly BuildMonth, int MonthsReached, long Vehicles);
