using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>What a listed cluster looks like, added once the list stands: it neither lists nor removes one.</summary>
public static class ClusterEvidence
{
    /// <summary>The same findings with the shape of each cluster's excess over months in service, its distinctive words and what is still to come of it.</summary>
    /// <param name="warehouse">Its relation <c>listed_clusters</c> holds the clusters afterwards.</param>
    /// <param name="findings">What was listed.</param>
    public static DefectFindings Add(Warehouse warehouse, DefectFindings findings)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Clusters.Count == 0)
        {
            return findings;
        }

        var forecasts = findings.Data is { } data ? ClusterForecast.In(warehouse, data, findings.Clusters, findings.Ages) : [];
        warehouse.List(findings.Clusters);
        var terms = ClusterTerms.Of(warehouse, findings.Clusters);
        var ends = forecasts.Where(one => one.MonthsAhead is null).ToDictionary(one => one.ClusterId, StringComparer.Ordinal);
        var ages = findings.Ages.ToLookup(one => one.ClusterId, StringComparer.Ordinal);
        return findings with
        {
            Clusters = [.. findings.Clusters.AsParallel().AsOrdered().Select(cluster => cluster with
            {
                Shape = cluster.Basis == "rate" ? ShapeOf(ages[cluster.ClusterId]) : cluster.Shape,
                Terms = terms.GetValueOrDefault(cluster.ClusterId),
                ForecastClaims = ends.GetValueOrDefault(cluster.ClusterId)?.Claims,
                ForecastLow = ends.GetValueOrDefault(cluster.ClusterId)?.Low,
                ForecastHigh = ends.GetValueOrDefault(cluster.ClusterId)?.High,
                ForecastCost = ends.GetValueOrDefault(cluster.ClusterId)?.Cost,
            })],
            Forecasts = forecasts,
            Data = null,
        };
    }

    /// <summary>An age that no other vehicle has reached has no expectation and takes no part.</summary>
    private static string ShapeOf(IEnumerable<ClusterAge> ages) => ExcessShape.Fit(ages.Where(one => one.RestVehicleMonths > 0).Select(one =>
        new AgeCount(one.MonthsInService, one.VehicleMonths, one.Claims, one.VehicleMonths * one.RestClaims / one.RestVehicleMonths)))?.Name ?? "unclear";
}
