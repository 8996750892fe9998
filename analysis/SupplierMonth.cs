namespace ClaimInsights.Analysis;

/// <summary>Vehicles whose claims name a supplier, by the month in which they were closed. Source: <c>SupplierMonths.sql</c>.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="SupplierCode">The supplier.</param>
/// <param name="PartBatch">The batch; null: not named.</param>
/// <param name="ClosedMonth">First day of the month.</param>
/// <param name="Vehicles">At least 1.</param>
public sealed record SupplierMonth(string CausalPart, string FailureMode, string SupplierCode, string? PartBatch, DateOnly ClosedMonth, long Vehicles);
