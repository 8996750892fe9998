namespace ClaimInsights.Reports.Charts;

/// <summary>Claims per 1,000 vehicles that reach an age: the Nelson–Aalen estimate.</summary>
/// <param name="MonthsInService">Months completed; at least 1.</param>
/// <param name="PerThousand">Σ claims ÷ vehicle-months over the ages so far, × 1,000.</param>
/// <param name="Low">Lower 95 % limit.</param>
/// <param name="High">Upper 95 % limit.</param>
internal sealed record CumulativeClaims(int MonthsInService, double PerThousand, double Low, double High)
{
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>
    /// Aalen 1978 with variance Σ claims ÷ vehicle-months² and the interval on the logarithm (H · exp(± z · se ÷ H)), which stays above 0;
    /// pointwise. Ages without exposure add nothing.
    /// </summary>
    /// <param name="ages">Month of age (0 in the first), vehicle-months spent in it, claims in it; in order.</param>
    public static IReadOnlyList<CumulativeClaims> Of(IEnumerable<(int MonthsInService, double VehicleMonths, long Claims)> ages)
    {
        var points = new List<CumulativeClaims>();
        double hazard = 0, variance = 0;
        foreach (var (age, exposure, claims) in ages.Where(age => age.VehicleMonths > 0))
        {
            hazard += claims / exposure;
            variance += claims / (exposure * exposure);
            var factor = hazard == 0 ? 1 : Math.Exp(TwoSided95 * Math.Sqrt(variance) / hazard);
            points.Add(new(age + 1, 1000 * hazard, 1000 * hazard / factor, 1000 * hazard * factor));
        }

        return points;
    }
}
