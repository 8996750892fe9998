namespace ClaimInsights.Analysis;

/// <summary>Vehicles with a claim for one supplier's part, of parts whose lots are not known.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="SupplierCode">The supplier that the claims name.</param>
/// <param name="PartBatch">The batch that they name; null: none.</param>
/// <param name="Plant">Of the vehicle; null: not known.</param>
/// <param name="YearOfService">Whole years from the sale to the failure, from 0.</param>
/// <param name="Vehicles">At least 1; each counts once in a chart, at its first claim.</param>
public sealed record SupplierCount(
    string CausalPart, string FailureMode, string SupplierCode, string? PartBatch, string? Plant, int YearOfService, long Vehicles);
