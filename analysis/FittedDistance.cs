namespace ClaimInsights.Analysis;

/// <summary>How long vehicles of a kind have been driven in a class of distance. Source: <c>FittedDistances.sql</c>.</summary>
/// <param name="Model">Their model.</param>
/// <param name="Powertrain">Their powertrain; null: unknown.</param>
/// <param name="FromKm">Where the class begins, kilometres.</param>
/// <param name="VehicleMonths">Months under exposure in it, by each vehicle's own use; above 0.</param>
public sealed record FittedDistance(string Model, string? Powertrain, int FromKm, double VehicleMonths);
