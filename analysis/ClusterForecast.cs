using ClaimInsights.Analysis.Scan;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Claims still to come of a cluster's vehicles that are sold, and what they will cost: closings after the as-of date. An insight table; of clusters by
/// rates, without dealers' patterns, and of those that have other vehicles beside them.
/// </summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="MonthsAhead">Calendar months after the as-of date's: 3, 6, 12, 24; null: to the end of the last warranty, and of the lag to closing behind it.</param>
/// <param name="LastMonth">First day of the last month that counts.</param>
/// <param name="VehicleMonths">Exposure to come until then.</param>
/// <param name="Claims">Expected claims.</param>
/// <param name="Low">Lower limit of the 95 % prediction interval.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Cost">Expected claims × the mean approved amount of those so far, in the store's currency.</param>
/// <param name="CostLow">The same of the lower limit.</param>
/// <param name="CostHigh">The same of the upper limit.</param>
public sealed record ClusterForecast(
    string ClusterId, int? MonthsAhead, DateOnly LastMonth, double VehicleMonths, double Claims, double Low, double High, decimal Cost, decimal CostLow, decimal CostHigh)
{
    private const int Pooled = 6;
    private static readonly int[] Horizons = [3, 6, 12, 24];

    /// <summary>Forecasts of clusters by rates.</summary>
    /// <param name="warehouse">The store.</param>
    /// <param name="data">It as the scan read it.</param>
    /// <param name="clusters">Listed clusters.</param>
    /// <param name="ages">Each cluster and the rest of its chart by months in service.</param>
    internal static IReadOnlyList<ClusterForecast> In(Warehouse warehouse, ScanData data, IReadOnlyList<DefectCluster> clusters, IReadOnlyList<ClusterAge> ages)
    {
        var pasts = ages.ToLookup(row => row.ClusterId, StringComparer.Ordinal);
        var told = clusters.Where(cluster => pasts[cluster.ClusterId].Any(age => age.RestVehicleMonths > 0)).ToList();
        if (told.Count == 0)
        {
            return [];
        }

        var fleet = new FleetOutlook(warehouse, data);
        var now = ScanFleet.MonthOf(warehouse.Scope.AsOf);
        return [.. told.AsParallel().AsOrdered().SelectMany(cluster => Of(cluster, [.. pasts[cluster.ClusterId].OrderBy(age => age.MonthsInService)], fleet.Of(cluster), now))];
    }

    private static IEnumerable<ClusterForecast> Of(DefectCluster cluster, List<ClusterAge> ages, IReadOnlyList<Outlook> outlooks, int now)
    {
        var last = outlooks.Select(row => row.LastMonth ?? 0).DefaultIfEmpty(now).Max();

        // Where nothing ends the warranty of some, what is to come until the end cannot be said.
        var horizons = Horizons.Where(months => now + months < last || outlooks.Any(row => row.LastMonth is null)).Select(months => ((int?)months, now + months)).ToList();
        if (outlooks.All(row => row.LastMonth is not null))
        {
            horizons.Add((null, Math.Max(now, last)));
        }

        var rate = RestRate(ages);
        var past = ages.ConvertAll(age => new AgeCount(age.MonthsInService, age.VehicleMonths, age.Claims, age.VehicleMonths * rate(age.MonthsInService)));
        var futures = horizons.ConvertAll(horizon => Future(outlooks, now, horizon.Item2, rate));
        var amount = cluster.Claims == 0 ? 0 : cluster.Cost / cluster.Claims;
        decimal Cost(double claims) => Math.Round((decimal)claims * amount, 2);
        return horizons.Zip(futures, ExcessForecast.Of(past, futures)).Select(one => new ClusterForecast(
            cluster.ClusterId, one.First.Item1, new DateOnly(one.First.Item2 / 12, (one.First.Item2 % 12) + 1, 1), one.Second.Sum(age => age.VehicleMonths),
            one.Third.Mean, one.Third.Low, one.Third.High, Cost(one.Third.Mean), Cost(one.Third.Low), Cost(one.Third.High)));
    }

    /// <summary>Exposure to come by month in service, up to a month.</summary>
    private static List<AgeCount> Future(IReadOnlyList<Outlook> outlooks, int now, int until, Func<int, double> rate)
    {
        var months = new SortedDictionary<int, double>();
        foreach (var row in outlooks)
        {
            for (var month = now + 1; month <= Math.Min(until, row.LastMonth ?? until); month++)
            {
                months[month - row.SaleMonth] = months.GetValueOrDefault(month - row.SaleMonth) + row.Vehicles;
            }
        }

        return [.. months.Select(one => new AgeCount(one.Key, one.Value, 0, one.Value * rate(one.Key)))];
    }

    /// <summary>The others' rate by month in service, of so many months around it; beyond what they have reached, of their last months.</summary>
    private static Func<int, double> RestRate(List<ClusterAge> ages)
    {
        var rest = ages.Where(age => age.RestVehicleMonths > 0).ToList();
        // Thin ages lean on the rate over all ages, as if one more claim had been seen at it.
        var whole = (rest.Sum(age => age.RestClaims) + 0.5) / rest.Sum(age => age.RestVehicleMonths);
        var last = rest[^1].MonthsInService;
        double Around(int from, int to)
        {
            var near = rest.Where(age => age.MonthsInService >= from && age.MonthsInService <= to).ToList();
            var exposure = near.Sum(age => age.RestVehicleMonths);
            return (near.Sum(age => age.RestClaims) + 1) / (exposure + (1 / whole));
        }

        return age => age > last ? Around(last - Pooled + 1, last) : Around(age - (Pooled / 2), age + (Pooled / 2));
    }
}
