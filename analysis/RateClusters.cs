using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Analysis;

/// <summary>
/// Defect clusters by rates: each part and failure mode is scanned over rules and build windows at every month end up to the
/// as-of date, its vehicles' exposure, age, use, climate and calendar allowed for; false-discovery control over all charts.
/// </summary>
internal static class RateClusters
{
    public static DefectFindings Find(Warehouse warehouse, IReadOnlyList<BuildCount> builds, HypothesisPrior prior)
    {
        var scope = warehouse.Scope;
        var data = ScanData.Read(warehouse);
        var monitor = ClusterMonitor.Run(data, scope, prior, settle: warehouse.Settle);
        var clusters = ClusterWriter.Write(warehouse, data, monitor);
        var lag = StoreLag.Of(warehouse);
        double Completeness(DateOnly month) => StoreLag.Completeness(lag.Whole, month, scope.AsOf);
        var byRates = clusters.Where(cluster => cluster.Basis == "rate").ToList();
        var months = byRates.Count == 0 ? [] : BuildMonthComparison.Of(warehouse, builds, Completeness, byRates);
        var charts = data.Charts.Count(chart => ScanData.KnownAt(chart, data.Fleet.Months - 1).Count > 0);
        return new DefectFindings(
            clusters, months, ClusterWriter.Ages(data, monitor), charts, monitor.Charts.Count, "rate",
            Completeness(new DateOnly(scope.AsOf.Year, scope.AsOf.Month, 1)))
        {
            Data = data,
            Lag = lag,
            Fits = ClusterFit.Of(warehouse, data, monitor),
            Weeks = ClusterWriter.Weeks(data, monitor),
        };
    }
}
