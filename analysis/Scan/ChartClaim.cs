namespace ClaimInsights.Analysis.Scan;

/// <summary>A claim of a chart as the scan counts it.</summary>
/// <param name="Row">Index among all scanned claims.</param>
/// <param name="Stratum">Stratum of its vehicle.</param>
/// <param name="Day">Build day, counted from the fleet's first.</param>
/// <param name="Sale">Month of sale, counted from the fleet's first.</param>
/// <param name="Month">Month of closing, counted alike; at least <paramref name="Sale"/>.</param>
/// <param name="Dealer">Index of the dealer.</param>
/// <param name="FarMonth">Month from which on closings are of high mileage, counted alike: see <see cref="LifeBand.Far"/>.</param>
internal readonly record struct ChartClaim(int Row, int Stratum, int Day, int Sale, int Month, int Dealer, int FarMonth = int.MaxValue)
{
    /// <summary>Months from the sale to the closing.</summary>
    public int Age => Month - Sale;
}
