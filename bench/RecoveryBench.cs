using System.Globalization;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>Recovery over several fleets: every defect line by line, and the totals as a table.</summary>
internal static class RecoveryBench
{
    private static readonly string[] Difficulties = ["plain", "medium", "hard"];

    public static int Run(IEnumerable<int> seeds, int vehicles)
    {
        var measured = new List<Recovery>();
        foreach (var seed in seeds)
        {
            var folder = Directory.CreateTempSubdirectory("recovery").FullName;
            try
            {
                measured.Add(Recovery.Measure(new SimulationOptions { Seed = seed, Vehicles = vehicles }, folder));
                measured[^1].Lines().ToList().ForEach(Console.WriteLine);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine();
        Console.WriteLine("| seed | plain | medium | hard | clusters | false alarms | of decoys |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var one in measured)
        {
            Console.WriteLine(Row(one.Seed.ToString(CultureInfo.InvariantCulture), [one]));
        }

        Console.WriteLine(Row("all", measured));
        return 0;
    }

    private static string Row(string name, IReadOnlyList<Recovery> fleets)
    {
        var found = Difficulties.Select(difficulty => fleets.Select(fleet => fleet.Of(difficulty)).Aggregate((a, b) => (a.Found + b.Found, a.All + b.All)));
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {string.Join(" | ", found.Select(one => $"{one.Found} of {one.All}"))} | {fleets.Sum(fleet => fleet.Findings.Clusters.Count)} | {fleets.Sum(fleet => fleet.FalseAlarms.Count)} | {fleets.Sum(fleet => fleet.OfDecoys.Count)} |");
    }
}
