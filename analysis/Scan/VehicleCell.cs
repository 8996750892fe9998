namespace ClaimInsights.Analysis.Scan;

/// <summary>Vehicles of one stratum built on one day and sold in one month, exposed until one month.</summary>
/// <param name="Stratum">Number of the stratum.</param>
/// <param name="BuiltOn">Build day.</param>
/// <param name="SaleMonth">Month of sale, 12 × year + month − 1.</param>
/// <param name="LastMonth">Last month in which claims of them may be closed, counted alike; at least the month of sale.</param>
/// <param name="FarMonth">First month in which claims at high mileage may be closed, counted alike, by the vehicles' own use; null: not up to the last month.</param>
/// <param name="Vehicles">At least 1.</param>
public sealed record VehicleCell(int Stratum, DateOnly BuiltOn, int SaleMonth, int LastMonth, int? FarMonth, long Vehicles);
