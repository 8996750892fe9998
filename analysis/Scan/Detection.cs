using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>Which charts stand out at the end of a month: p-values of the scan, and the false-discovery rate over all charts.</summary>
internal static class Detection
{
    /// <summary>
    /// P(L ≥ ℓ) ≈ κ·e^(−ℓ) where nothing is wrong: 1/e bounds it, but few charts come near the bound. Below about ℓ = .7 more charts come so far by chance,
    /// b·e^(−sℓ). Both measured on simulated fleets of the tuning seeds, see docs/defect-clusters.md.
    /// </summary>
    private const double TailFactor = 0.004, BodyFactor = 0.0055, BodySlope = 1.43;

    private const double LooksPerDoubling = 0.8;

    /// <summary>P(L ≥ ℓ) where nothing is wrong; 0–1.</summary>
    internal static double Tail(double logEvidence) =>
        Math.Min(1, Math.Max(TailFactor * Math.Exp(-logEvidence), BodyFactor * Math.Exp(-BodySlope * logEvidence)));

    /// <summary>
    /// The calibrated tail of the mixture; or, where the best hypothesis has at least twice the claims expected, its exact
    /// conditional test divided by its prior (weighted Bonferroni), which is sharper where hypotheses are few.
    /// </summary>
    public static double PValue(ScanResult scan)
    {
        var claims = scan.Claims;
        if (double.IsNegativeInfinity(scan.LogEvidence))
        {
            return 1;
        }

        var tail = Tail(scan.LogEvidence);
        var (observed, expected) = (scan.Best.Observed, scan.Best.Expected);
        if (observed < 2 * expected || expected <= 0 || expected >= claims)
        {
            return tail;
        }

        var share = expected / claims;
        return Math.Min(tail, Math.Max(AtLeast(observed, claims, share), AtLeast(scan.Vehicles, scan.AllVehicles, share)) / scan.Best.Prior);
    }

    /// <summary>Whether a chart of such a q-value is listed.</summary>
    public static bool IsListed(ScanResult result, double q, Scope scope) => q <= scope.Alpha && result.Best.Observed >= scope.SmallestCount;

    /// <summary>P(X ≥ observed | Binomial(claims, share)); 1 where nothing was counted.</summary>
    private static double AtLeast(long observed, long claims, double share) =>
        observed <= 0 ? 1 : Math.Exp(IncompleteBeta.LogLower(observed, claims - observed + 1, share));

    /// <summary>
    /// q-value of each chart over the life of the monitor: Benjamini–Hochberg over all charts that were ever scanned of the smallest p-value of any month
    /// end, times the looks. Month ends look at much the same claims again, and how far the smallest lies below the last grows with the logarithm of
    /// their number: .8·log₂ of it, 4 for 36, was measured (a little on the safe side) on simulated fleets of the tuning seeds, see docs/defect-clusters.md.
    /// </summary>
    /// <param name="smallest">Smallest p-value by chart.</param>
    /// <param name="months">Month ends that were looked at; at least 1.</param>
    public static Dictionary<int, double> LifeQValues(IReadOnlyDictionary<int, double> smallest, int months)
    {
        var looks = Math.Max(1, LooksPerDoubling * Math.Log2(months));
        var charts = smallest.Keys.Order().ToList();
        return charts.Zip(FalseDiscovery.BenjaminiHochberg([.. charts.Select(chart => Math.Min(1, looks * smallest[chart]))])).ToDictionary(one => one.First, one => one.Second);
    }

    /// <summary>q-value of each chart: Benjamini–Hochberg over all charts scanned.</summary>
    public static double[] QValues(IReadOnlyList<ChartMonth> charts) =>
        [.. FalseDiscovery.BenjaminiHochberg([.. charts.Select(one => PValue(one.Scan))])];
}
