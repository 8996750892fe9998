namespace ClaimInsights.Analysis.Scan;

/// <summary>A supplier's parts of one batch, fitted in one plant on these build days.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="SupplierCode">Who supplied it.</param>
/// <param name="PartBatch">Batch; null: not known.</param>
/// <param name="Plant">Plant; null: all.</param>
/// <param name="BuiltFrom">First build day, itself included.</param>
/// <param name="BuiltTo">Last build day, itself included.</param>
public sealed record FittedLot(string CausalPart, string SupplierCode, string? PartBatch, string? Plant, DateOnly BuiltFrom, DateOnly BuiltTo);
