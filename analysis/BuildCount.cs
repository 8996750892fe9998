namespace ClaimInsights.Analysis;

/// <summary>Vehicles sold of one model, powertrain and build month.</summary>
/// <param name="Model">Model.</param>
/// <param name="Powertrain">Powertrain; null: not known.</param>
/// <param name="BuildMonth">First day of the build month.</param>
/// <param name="Vehicles">At least 1.</param>
public sealed record BuildCount(string Model, string? Powertrain, DateOnly BuildMonth, long Vehicles);
