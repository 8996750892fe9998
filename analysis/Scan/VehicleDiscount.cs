namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// The evidence as the vehicles of the best hypothesis bear it: one car that nobody can repair, back again and again, is
/// no defect of its kind. What its vehicles, each counted once, say less than its claims is taken off. One instance per thread.
/// </summary>
/// <param name="fleet">All vehicles.</param>
internal sealed class VehicleDiscount(ScanFleet fleet)
{
    private readonly HashSet<ulong> vehicles = [];

    /// <param name="chart">The chart.</param>
    /// <param name="claims">Its claims that were scanned.</param>
    /// <param name="result">What the scan came to.</param>
    public ScanResult Of(ScanChart chart, List<ChartClaim> claims, ScanResult result)
    {
        if (double.IsNegativeInfinity(result.LogEvidence))
        {
            return result;
        }

        var population = Population.Of(fleet, chart, result.Best.What);
        var (all, own) = (Count(claims, null), Count(claims, population));
        var expected = result.Best.Expected * all / claims.Count;
        var less = Excess(own, expected) - Excess(result.Best.Observed, result.Best.Expected);
        return result with { LogEvidence = result.LogEvidence + Math.Min(0, less), Vehicles = own, AllVehicles = all };

        static double Excess(long observed, double expected) => observed > expected ? (observed * Math.Log(observed / Math.Max(expected, 1e-9))) - observed + expected : 0;
    }

    private int Count(List<ChartClaim> claims, Population? population)
    {
        vehicles.Clear();
        foreach (var claim in claims)
        {
            if (population is null || population.Holds(claim))
            {
                vehicles.Add(claim.Vehicle);
            }
        }

        return vehicles.Count;
    }
}
