using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>Rows on what lies behind the first clusters of a report.</summary>
internal static class SampleClusterTables
{
    /// <param name="cluster">Id of the cluster that they speak of.</param>
    /// <param name="more">Added to every text that comes from data.</param>
    public static ClusterTables Of(string cluster, string more = "") => new()
    {
        Appraisals =
        [
            new(cluster, "confirmed_defect" + more, 8, 12, 30, .667, .391, .862, 40, 80, .5), new(cluster, "no_fault_found", 4, 12, 30, .333, .138, .609, 40, 80, null),
            new(cluster, "external", 0, 12, 30, 0, 0, .243, 0, 80, 0),
        ],
        Parts = [new(cluster, "GASKET-9" + more, 12, 42, 20, 800, 1.1, 4.5, 2.4, 7.2), new(cluster, "CLIP-1" + more, 3, 42, 50, 800, 2.6, 1.1, .3, 2.3)],
        Reviews = [new(cluster, 9, 6, .354, .879, true)],
    };
}
