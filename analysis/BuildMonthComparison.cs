using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// The build months of each chart with a cluster, each against the others at the same months in service, the reporting lag
/// allowed for: what a build-month chart shows. Months of a cluster serve in no reference.
/// </summary>
internal static class BuildMonthComparison
{
    public static IReadOnlyList<BuildMonth> Of(
        Warehouse warehouse, IReadOnlyList<BuildCount> builds, Func<DateOnly, double> completeness, IReadOnlyList<DefectCluster> clusters)
    {
        var fitted = new FittedExposure(Analyses.ExposureCounts.RunOnce(warehouse), builds, completeness, warehouse.Scope.AsOf);
        var fits = PartFit.ByPart(warehouse);
        var listed = clusters.ToLookup(cluster => (cluster.CausalPart, cluster.FailureMode));
        var months = new List<BuildMonth>();
        foreach (var counts in Adjacent.Groups(
            Analyses.ClaimCounts.Stream(warehouse).Where(count => listed.Contains((count.CausalPart, count.FailureMode)) && fits[count.CausalPart].Fits(count.Model, count.Powertrain)),
            count => (count.CausalPart, count.FailureMode)))
        {
            var chart = new DefectChart(counts.Key.CausalPart, counts.Key.FailureMode, fitted.Of(fits[counts.Key.CausalPart]),
                [.. counts.Rows.Select(count => new ClaimCell(fitted.IndexOf[count.BuildMonth], count.MonthsInService, count.Claims))]);
            // A window that is open on both sides covers every month: then there is no other reference.
            foreach (var cluster in listed[counts.Key].Where(cluster => cluster.BuiltFrom is not null || cluster.BuiltTo is not null))
            {
                chart.Listed.UnionWith(Enumerable.Range(0, fitted.Months.Count).Where(group =>
                    (cluster.BuiltFrom is not { } from || fitted.Months[group].AddMonths(1) > from) && (cluster.BuiltTo is not { } to || fitted.Months[group] <= to)));
            }

            if (chart.Listed.Count == fitted.Months.Count)
            {
                chart.Listed.Clear();
            }

            chart.Compare();
            var q = FalseDiscovery.BenjaminiHochberg([.. chart.Counts.Select(count => count.Expected > 0 ? count.CautiousPValue : 1)]);
            months.AddRange(chart.Counts.Select((count, i) => new BuildMonth(
                chart.CausalPart, chart.FailureMode, fitted.Months[count.Group], chart.Fleet.Vehicles[count.Group],
                chart.Fleet.VehicleMonths(count.Group), count.Observed, count.Expected, count.CautiousPValue, q[i])));
        }

        return months;
    }
}
