namespace ClaimInsights.Analysis;

/// <summary>
/// R/1000 of one build month at one age: claims up to that age per 1,000 vehicles that have reached it and had time to report.
/// An insight table: for every part at 3, 12, 24 and 36 months in service, and the whole triangle for charts with a listed cluster.
/// </summary>
/// <param name="CausalPart">The part that causes the failure.</param>
/// <param name="FailureMode">How it fails; empty: the part whatever its failure.</param>
/// <param name="BuildMonth">First day of the build month.</param>
/// <param name="MonthsInService">Age that the claims are counted up to, whole months; at least 1.</param>
/// <param name="VehiclesSold">Vehicles of the build month that have the part fitted.</param>
/// <param name="MatureVehicles">Those that have been in service so long and longer by the reporting lag; at least 1.</param>
/// <param name="Claims">Claims of the mature vehicles before that age.</param>
/// <param name="ClaimsPerThousand">1,000 × claims ÷ mature vehicles.</param>
/// <param name="ClaimsPerThousandLow">Lower limit of Garwood's 95 % interval.</param>
/// <param name="ClaimsPerThousandHigh">Upper limit of Garwood's 95 % interval.</param>
public sealed record TriangleCell(
    string CausalPart,
    string FailureMode,
    DateOnly BuildMonth,
    int MonthsInService,
    long VehiclesSold,
    long MatureVehicles,
    long Claims,
    double ClaimsPerThousand,
    double ClaimsPerThousandLow,
    double ClaimsPerThousandHigh)
{
    private const double MostOfThem = 0.8;

    /// <summary>At least four fifths of the build month's vehicles are so old: those sold late will change the figure little.</summary>
    public bool IsMature => MatureVehicles >= MostOfThem * VehiclesSold;
}
