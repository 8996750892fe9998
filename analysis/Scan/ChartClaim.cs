namespace ClaimInsights.Analysis.Scan;

/// <summary>A claim version of a chart as the scan counts it; months are counted from the fleet's first. Held by the million, so it is kept to 40 bytes.</summary>
/// <param name="Stratum">Stratum of its vehicle.</param>
/// <param name="Day">Build day, counted from the fleet's first.</param>
/// <param name="Sale">Month of sale.</param>
/// <param name="Month">Month of closing; at least <paramref name="Sale"/>.</param>
/// <param name="Dealer">Index of the dealer.</param>
/// <param name="FarMonth">Month from which on closings are of high mileage: see <see cref="LifeBand.Far"/>; <see cref="Never"/>: none.</param>
internal readonly record struct ChartClaim(int Stratum, ushort Day, short Sale, short Month, int Dealer = 0, short FarMonth = ChartClaim.Never)
{
    /// <summary>Later than any month.</summary>
    public const short Never = short.MaxValue;

    /// <summary>The claim: its versions share the name.</summary>
    public ulong Claim { get; init; }

    /// <summary>Its vehicle.</summary>
    public ulong Vehicle { get; init; }

    /// <summary>First month end at which this version is the current one.</summary>
    public short CurrentFrom { get; init; }

    /// <summary>First month end at which a higher version replaces it; <see cref="Never"/>: it is still current.</summary>
    public short CurrentUntil { get; init; } = Never;

    /// <summary>Month of its decision, else of its closing.</summary>
    public short Judged { get; init; }

    /// <summary>Months from the sale to the closing.</summary>
    public int Age => Month - Sale;

    /// <summary>How intensely a vehicle at high mileage is driven.</summary>
    public int Intensity => LifeBand.IntensityOf(FarMonth - Sale);

    /// <summary>Whether this version is the current one at the end of a month.</summary>
    public bool IsCurrentAt(int month) => CurrentFrom <= month && month < CurrentUntil;
}
