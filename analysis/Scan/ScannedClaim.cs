namespace ClaimInsights.Analysis.Scan;

/// <summary>A claim version that counts, on its vehicle; months are 12 × year + month − 1.</summary>
/// <param name="Claim">Name of the claim in 64 bits: the engine's hash of its id.</param>
/// <param name="Vehicle">Name of the vehicle, made alike.</param>
/// <param name="Chart">Place of its part and failure mode among <see cref="ScannedChart"/>s.</param>
/// <param name="Dealer">Place of who repaired among <see cref="ScannedDealer"/>s.</param>
/// <param name="Stratum">Number of the vehicle's stratum.</param>
/// <param name="BuiltOn">Build day.</param>
/// <param name="SaleMonth">Month of sale.</param>
/// <param name="ClosedMonth">Month in which the claim was first closed.</param>
/// <param name="CurrentFrom">First month end at which this version is the current one.</param>
/// <param name="CurrentUntil">First month end at which a higher version replaces it; null: it is still current.</param>
/// <param name="JudgedMonth">Month of its decision, else of its closing.</param>
/// <param name="FarMonth">First month in which claims at high mileage may be closed; null: the vehicle's use is not known.</param>
public sealed record ScannedClaim(
    ulong Claim, ulong Vehicle, int Chart, int Dealer, int Stratum, DateOnly BuiltOn,
    int SaleMonth, int ClosedMonth, int CurrentFrom, int? CurrentUntil, int JudgedMonth, int? FarMonth);

/// <summary>A part and failure mode with claims that count.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Versions">Claim versions that count; at least 1.</param>
public sealed record ScannedChart(string CausalPart, string FailureMode, int Versions);

/// <summary>A dealer with claims that count.</summary>
/// <param name="DealerCode">The dealer.</param>
public sealed record ScannedDealer(string DealerCode);
