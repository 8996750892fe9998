namespace ClaimInsights.Analysis.Scan;

/// <summary>A claim version that counts, on its vehicle; months are 12 × year + month − 1.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its version.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="DealerCode">Who repaired.</param>
/// <param name="Vin">The vehicle.</param>
/// <param name="Stratum">Number of the vehicle's stratum.</param>
/// <param name="BuiltOn">Build day.</param>
/// <param name="SaleMonth">Month of sale.</param>
/// <param name="ClosedMonth">Month in which the claim was first closed; at least the month of sale.</param>
/// <param name="CurrentFrom">First month end at which this version is the current one.</param>
/// <param name="CurrentUntil">First month end at which a higher version replaces it; null: it is still current.</param>
/// <param name="JudgedMonth">Month of its decision, else of its closing.</param>
/// <param name="FarMonth">First month in which claims at high mileage may be closed; null: the vehicle's use is not known.</param>
/// <param name="SupplierCode">Supplier as the claim says.</param>
/// <param name="PartBatch">Batch as the claim says.</param>
public sealed record ScannedClaim(
    string ClaimId, int Version, string CausalPart, string FailureMode, string DealerCode, string Vin, int Stratum, DateOnly BuiltOn,
    int SaleMonth, int ClosedMonth, int CurrentFrom, int? CurrentUntil, int JudgedMonth, int? FarMonth, string? SupplierCode, string? PartBatch)
{
    /// <summary>Whether this version is the current one at the end of a month.</summary>
    public bool IsCurrentAt(int month) => CurrentFrom <= month && (CurrentUntil is not { } until || month < until);
}
