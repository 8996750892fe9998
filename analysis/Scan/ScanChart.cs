namespace ClaimInsights.Analysis.Scan;

/// <summary>A part and failure mode: its claims over the whole life of the store, and the vehicles that have the part.</summary>
/// <param name="Index">Position among the charts.</param>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it fails.</param>
/// <param name="IsFitted">Whether vehicles of a stratum have the part.</param>
/// <param name="Lots">Its lots; null: none are known.</param>
/// <param name="Claims">Of vehicles with the part, in order of build days.</param>
internal sealed record ScanChart(int Index, string CausalPart, string FailureMode, bool[] IsFitted, LotMap? Lots, List<ChartClaim> Claims);
