namespace ClaimInsights.Analysis.Scan;

/// <summary>Vehicles of one stratum built on one day, sold in one month and still in service, whose claims end in one month.</summary>
/// <param name="Stratum">Number of the stratum.</param>
/// <param name="BuiltOn">Build day.</param>
/// <param name="SaleMonth">Month of sale, 12 × year + month − 1.</param>
/// <param name="LastMonth">Last month in which claims of them may be closed, counted alike; null: nothing ends their warranty.</param>
/// <param name="Vehicles">At least 1.</param>
public sealed record VehicleEnd(int Stratum, DateOnly BuiltOn, int SaleMonth, int? LastMonth, long Vehicles);
