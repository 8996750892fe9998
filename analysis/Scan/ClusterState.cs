using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// Where a cluster stands in its life: <c>new</c> in the month of its first alarm or before it; else by the claims of the
/// last three months against those expected of sound vehicles: <c>growing</c> while they exceed them and are more than in the
/// three months before, <c>steady</c> while they exceed them, <c>fading</c> once they do not, or once it is listed no longer.
/// </summary>
internal static class ClusterState
{
    private const int RecentMonths = 3;
    private const double Level = 0.05;

    public static string Of(MonitoredCluster cluster, int month)
    {
        if (!cluster.IsListed)
        {
            return "fading";
        }

        if (cluster.Track.FirstAlert is not { } alert || alert == month)
        {
            return "new";
        }

        var described = cluster.Described;
        if (PoissonExcess.PValue(described.Recent, described.RecentExpected) >= Level)
        {
            return "fading";
        }

        var before = described.Claims.Count(claim => claim.Month <= month - RecentMonths && claim.Month > month - (2 * RecentMonths));
        return described.Recent > before ? "growing" : "steady";
    }
}
