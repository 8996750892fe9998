namespace ClaimInsights.Analysis;

/// <summary>Exposure of the vehicles of one model, powertrain and build month at one age in one calendar month.</summary>
/// <param name="Model">Model.</param>
/// <param name="Powertrain">Powertrain; null: not known.</param>
/// <param name="BuildMonth">First day of the build month.</param>
/// <param name="MonthsInService">Whole months since the sale; 0 in the first month.</param>
/// <param name="CalendarMonth">First day of the calendar month.</param>
/// <param name="VehicleMonths">Vehicles × months in service, six decimals; above 0.</param>
public sealed record ExposureCount(
    string Model, string? Powertrain, DateOnly BuildMonth, int MonthsInService, DateOnly CalendarMonth, decimal VehicleMonths);
