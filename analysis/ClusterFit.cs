using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Analysis;

/// <summary>
/// An insight table: claims that fitted a cluster when they were decided: part, failure mode, vehicle and build day lie in what was listed at the last month
/// end before the decision, with what was known then. From it a model learns what a known defect says of a claim; a claim that fits none has no row.
/// </summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="ClusterId">The cluster, as <c>defect_clusters</c> names it; it may be listed no longer. Of several the one with the largest ratio.</param>
/// <param name="Ratio">Its claims ÷ claims expected, as of that month end; above 0.</param>
public sealed record ClusterFit(string ClaimId, int Version, string ClusterId, double Ratio)
{
    /// <summary>The fits of a store, whose clusters are looked for anew; none in a store without vehicles.</summary>
    /// <exception cref="AnalysisException">The store's rows do not allow it.</exception>
    public static IReadOnlyList<ClusterFit> In(Warehouse warehouse) => DefectFindings.In(warehouse).Fits;

    internal static IReadOnlyList<ClusterFit> Of(Warehouse warehouse, ScanData data, ClusterMonitor monitor)
    {
        var listings = monitor.Listings.ToLookup(listing => (listing.Track.Chart.Index, listing.Month));
        warehouse.Fit(
            from chart in monitor.Listings.Select(listing => listing.Track.Chart).DistinctBy(chart => chart.Index)
            from claim in ScanData.KnownAt(chart, data.Fleet.Months - 1)
            let listed = listings[(chart.Index, claim.Judged - 1)].Where(listing => listing.Population.Holds(claim))
                .OrderByDescending(listing => listing.Claims / listing.Expected).ThenBy(listing => listing.Track.ClusterId, StringComparer.Ordinal).FirstOrDefault()
            where listed is { Expected: > 0 }
            select (claim.Claim, listed.Track.ClusterId, listed.Claims / listed.Expected));
        return Analyses.ClusterFits.Run(warehouse);
    }
}
