using System.Globalization;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>Recovery over several fleets: every defect line by line, and the totals as tables.</summary>
internal static class RecoveryBench
{
    private static readonly double[] Levels = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03];
    private static readonly string[] Difficulties = ["plain", "medium", "hard"];

    /// <param name="seeds">Fleets.</param>
    /// <param name="vehicles">Size of each.</param>
    /// <param name="keep">Folder that keeps the stores for the next run; null: they are thrown away.</param>
    public static int Run(IEnumerable<int> seeds, int vehicles, string? keep = null)
    {
        var measured = new List<Recovery>();
        foreach (var seed in seeds)
        {
            measured.Add(Measure(new SimulationOptions { Seed = seed, Vehicles = vehicles }, keep));
            measured[^1].Lines().ToList().ForEach(Console.WriteLine);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {measured[^1].Seconds:0.0} s for all months; largest L of other charts: {measured[^1].Life.HighestOfOthers}"));
        }

        Console.WriteLine();
        Console.WriteLine("| seed | plain | medium | hard | clusters | false alarms | of decoys |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var one in measured)
        {
            Console.WriteLine(Row(one.Seed.ToString(CultureInfo.InvariantCulture), [one]));
        }

        Console.WriteLine(Row("all", measured));
        Console.WriteLine();
        Life(measured);
        return 0;
    }

    private static Recovery Measure(SimulationOptions options, string? keep)
    {
        if (keep is null)
        {
            var folder = Directory.CreateTempSubdirectory("recovery").FullName;
            try
            {
                return Recovery.Measure(options, folder);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var kept = Path.Combine(keep, string.Create(CultureInfo.InvariantCulture, $"{options.Seed}-{options.Vehicles}"));
        if (!File.Exists(Path.Combine(kept, "truth", "decoy_claims.csv")) || !Directory.Exists(Path.Combine(kept, "store")))
        {
            Recovery.Make(options, kept);
        }

        return Recovery.In(options.Seed, ClaimStore.Open(Path.Combine(kept, "store")), options.AsOf, Path.Combine(kept, "truth"));
    }

    private static string Row(string name, IReadOnlyList<Recovery> fleets)
    {
        var found = Difficulties.Select(difficulty => fleets.Select(fleet => fleet.Of(difficulty)).Aggregate((a, b) => (a.Found + b.Found, a.All + b.All)));
        var clusters = fleets.Sum(fleet => fleet.Findings.Clusters.Count(cluster => !cluster.DealerDominated));
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {string.Join(" | ", found.Select(one => $"{one.Found} of {one.All}"))} | {clusters} | {fleets.Sum(fleet => fleet.FalseAlarms.Count)} | {fleets.Sum(fleet => fleet.OfDecoys.Count)} |");
    }

    private static void Life(IReadOnlyList<Recovery> measured)
    {
        var seen = measured.SelectMany(fleet => fleet.Life.Seen.Select(defect => (defect, fleet.Life.Months))).ToList();
        var found = seen.Where(one => one.defect.IsListed).Select(one => one.defect).ToList();
        var delays = seen.Select(one => (double)((one.defect.AlarmOn ?? one.Months - 1) - one.defect.OracleOn!.Value)).ToList();
        var hits = seen.Where(one => one.defect.AlarmOn is not null).Select(one => (double)(one.defect.AlarmOn!.Value - one.defect.OracleOn!.Value)).Order().ToList();
        string Share(int part, int all) => string.Create(CultureInfo.InvariantCulture, $"{part} of {all} ({(all == 0 ? 0 : (double)part / all):0.00})");
        double Median(List<double> values) => values.Count == 0 ? double.NaN : values[values.Count / 2];
        Console.WriteLine($"seen by the oracle {seen.Count} of {measured.Sum(fleet => fleet.Defects.Count)}; found at the last date {Share(found.Count, seen.Count)}");
        Console.WriteLine($"precision at the last date {Share(measured.Sum(fleet => fleet.Life.ListedTrue), measured.Sum(fleet => fleet.Life.Listed))}, " +
            $"at every date {Share(measured.Sum(fleet => fleet.Life.DatedTrue), measured.Sum(fleet => fleet.Life.Dated))}, over the life {Share(measured.Sum(fleet => fleet.Life.EverTrue), measured.Sum(fleet => fleet.Life.Ever))}, " +
            $"of these with life q ≤ .05 {Share(measured.Sum(fleet => fleet.Life.SureForLife.True), measured.Sum(fleet => fleet.Life.SureForLife.All))}, " +
            $"proven at any time (e-BH) {Share(measured.Sum(fleet => fleet.Life.Proven.True), measured.Sum(fleet => fleet.Life.Proven.All))}");
        var others = measured.SelectMany(fleet => fleet.Life.PValuesOfOthers).ToList();
        Console.WriteLine($"of {others.Count} charts without a planted defect, at the last date / at any: " + string.Join("; ", Levels
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"p ≤ {p}: {others.Count(one => one.Last <= p)} / {others.Count(one => one.Smallest <= p)} where {p * others.Count:0.0} are due"))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"delay in months: median of the found {Median(hits):0.0}, mean with misses to the end {delays.DefaultIfEmpty(double.NaN).Average():0.0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"windows: mean overlap {found.Select(one => one.WindowOverlap!.Value).DefaultIfEmpty(double.NaN).Average():0.00}; vehicles: Jaccard of at least .5 for {Share(found.Count(one => one.Jaccard >= 0.5), found.Count)}"));
    }
}
