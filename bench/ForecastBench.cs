using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>
/// Whether forecasts come true: clusters of simulated fleets are forecast as of twelve months before the last date, and compared with the claims of the same
/// vehicles that were closed in the three, six and twelve months after it.
/// </summary>
internal static class ForecastBench
{
    private static readonly int[] Horizons = [3, 6, 12];

    public static int Run(IEnumerable<int> seeds, int vehicles)
    {
        var told = new List<(int Horizon, ClusterForecast Forecast, long Came)>();
        foreach (var seed in seeds)
        {
            var rows = Look(new SimulationOptions { Seed = seed, Vehicles = vehicles });
            told.AddRange(rows);
            foreach (var (horizon, forecast, came) in rows.Where(row => row.Horizon == 12))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {seed} {forecast.ClusterId}: {horizon} months, {forecast.Claims:0.0} ({forecast.Low:0}-{forecast.High:0}), came {came}"));
            }
        }

        Console.WriteLine("| months ahead | clusters | inside the interval | below | above | came / forecast |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var horizon in Horizons)
        {
            var rows = told.Where(row => row.Horizon == horizon).ToList();
            var (below, above) = (rows.Count(row => row.Came < row.Forecast.Low), rows.Count(row => row.Came > row.Forecast.High));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {horizon} | {rows.Count} | {rows.Count - below - above} ({(double)(rows.Count - below - above) / Math.Max(1, rows.Count):0.000}) | {below} | {above} | {rows.Sum(row => row.Came) / Math.Max(1, rows.Sum(row => row.Forecast.Claims)):0.00} |"));
        }

        return 0;
    }

    private static List<(int Horizon, ClusterForecast Forecast, long Came)> Look(SimulationOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("forecast").FullName;
        try
        {
            Recovery.Make(options, folder);
            var then = options.AsOf.AddDays(1).AddYears(-1).AddDays(-1);
            using var warehouse = Warehouse.Open(ClaimStore.Open(Path.Combine(folder, "store")), new Scope(then));
            var findings = DefectFindings.In(warehouse, new HypothesisPrior());
            var clusters = findings.Clusters.Where(cluster => !cluster.DealerDominated).ToList();
            var forecasts = ClusterForecast.In(warehouse, findings.Data!, clusters, findings.Ages);
            warehouse.Move(new Scope(options.AsOf));
            warehouse.List(clusters);
            var closings = warehouse.Read<Closing>("closings", $"""
                select cast(cluster_claims.cluster_id as varchar) as cluster_id, cast(counted_claims.first_closed_on as date) as closed_on
                from cluster_claims
                inner join counted_claims on counted_claims.claim_id = cluster_claims.claim_id and counted_claims.version = cluster_claims.version
                where counted_claims.in_service_on <= date '{then:yyyy-MM-dd}' and counted_claims.first_closed_on > date '{then:yyyy-MM-dd}'
                order by all
                """);
            return
            [
                .. from forecast in forecasts
                   from horizon in Horizons
                   where forecast.MonthsAhead == horizon || (forecast.MonthsAhead is null && forecast.LastMonth < then.AddMonths(horizon))
                   let until = then.AddDays(1).AddMonths(horizon)
                   select (horizon, forecast, closings.LongCount(one => one.ClusterId == forecast.ClusterId && one.ClosedOn < until)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>When a claim of a cluster was closed.</summary>
    public sealed record Closing(string ClusterId, DateOnly ClosedOn);
}
