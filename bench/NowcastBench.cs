using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>Nowcasts of the last months of failure as of earlier month ends, beside what came in the end.</summary>
internal static class NowcastBench
{
    /// <summary>Months ends before the last date that are nowcast from; the last half year is left out, since not all of its claims have come.</summary>
    private const int First = 18, Last = 6;
    private const int Newest = 3;

    public static int Run(IEnumerable<int> seeds, int vehicles)
    {
        var all = new List<(int Ago, double Ratio, bool IsInside)>();
        foreach (var seed in seeds)
        {
            var folder = Directory.CreateTempSubdirectory("nowcast").FullName;
            try
            {
                var options = new SimulationOptions { Seed = seed, Vehicles = vehicles };
                Recovery.Make(options, folder);
                using var warehouse = Warehouse.Open(ClaimStore.Open(Path.Combine(folder, "store")), new Scope(options.AsOf));
                var came = ClaimsByMonth(warehouse);
                for (var before = First; before >= Last; before--)
                {
                    warehouse.Move(new Scope(new DateOnly(options.AsOf.Year, options.AsOf.Month, 1).AddMonths(1 - before).AddDays(-1)));
                    all.AddRange(ClaimNowcast.Of(StoreLag.Of(warehouse)).Where(row => row is { DealerProvince: "", Expected: not null }).TakeLast(Newest).Reverse()
                        .Select((row, ago) => (ago, came[row.Month] / row.Expected!.Value, row.Low <= came[row.Month] && came[row.Month] <= row.High)));
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine("| months before the month end | nowcasts | inside the 95 % interval | came ÷ nowcast, mean | root mean square of its error |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var ago in all.GroupBy(one => one.Ago).OrderBy(one => one.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {ago.Key} | {ago.Count()} | {ago.Count(one => one.IsInside)} ({ago.Average(one => one.IsInside ? 1 : 0.0):0.00}) | {ago.Average(one => one.Ratio):0.00} | {Math.Sqrt(ago.Average(one => (one.Ratio - 1) * (one.Ratio - 1))):0.000} |"));
        }

        return 0;
    }

    /// <summary>Counted claims by month of failure as known at the last date.</summary>
    private static Dictionary<DateOnly, double> ClaimsByMonth(Warehouse warehouse) => Analyses.ReportingLags.Run(warehouse)
        .GroupBy(one => warehouse.Scope.AsOf.AddDays(-one.Truncation) is var day ? new DateOnly(day.Year, day.Month, 1) : default)
        .ToDictionary(month => month.Key, month => (double)month.Sum(one => one.Claims));
}
