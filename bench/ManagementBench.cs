using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>Whether the unfair dealer, the slow stage and the change of rule that fleets were planted with come first in their lists, and what is named without them.</summary>
internal static class ManagementBench
{
    public static int Run(IEnumerable<int> seeds, int vehicles)
    {
        Console.WriteLine("| seed | unfair dealer: place, named | slow stage: place, named | change of rule: place, named, months off | without them named: dealers, stages, changes |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var seed in seeds)
        {
            var planted = Look(new SimulationOptions { Seed = seed, Vehicles = vehicles }, out var truth);
            var none = Look(new SimulationOptions { Seed = seed, Vehicles = vehicles, UnfairDealer = false, SlowStage = false, RuleChange = false }, out _);
            var dealer = planted.Dealers.FindIndex(row => row.Unit == truth["unfair_dealer"][1]);
            var stage = planted.Stages.FindIndex(row => row.Stage == "inspected" && row.Unit == truth["slow_stage"][2]);
            var change = planted.Changes.FindIndex(row => row.Reason == truth["rule_change"][4]);
            var from = DateOnly.ParseExact(truth["rule_change"][6], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var found = planted.Changes[change].From;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {seed} | {dealer + 1}, {IsNamed(planted.Dealers[dealer])} | {stage + 1}, {planted.Stages[stage].IsSlow} | {change + 1}, {planted.Changes[change].IsNamed}, {((found.Year - from.Year) * 12) + found.Month - from.Month} | {none.Dealers.Count(IsNamed)}, {none.Stages.Count(row => row.IsSlow)}, {none.Changes.Count(row => row.IsNamed)} |"));
            foreach (var row in none.Changes.Where(row => row.IsNamed))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {seed}: {row.Reason} from {row.From:yyyy-MM}: {row.MonthsBefore} and {row.MonthsAfter} months, share {row.ShareBefore:0.0000} then {row.ShareAfter:0.0000}, rule {row.RuleLow:0.0000} to {row.RuleHigh:0.0000}, p {row.PValue:0.0000}"));
            }

            foreach (var row in none.Stages.Where(row => row.IsSlow).Concat(planted.Stages.Take(Math.Max(0, stage))))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {seed}: {row.Stage} {row.Kind} {row.Unit}: {row.Late} of {row.Claims} late, expected {row.Expected:0.0}, ratio {row.RatioLow:0.00}-{row.RatioHigh:0.00}, {row.DaysLost:0} days lost"));
            }
        }

        return 0;
    }

    private static bool IsNamed(UnitFairness row) => row.IsOutside && row.Share > row.LimitHigh;

    private static (List<UnitFairness> Dealers, List<StageUnit> Stages, List<RuleChange> Changes) Look(SimulationOptions options, out Dictionary<string, string[]> truth)
    {
        var folder = Directory.CreateTempSubdirectory("management").FullName;
        try
        {
            Recovery.Make(options, folder);
            truth = File.ReadLines(Path.Combine(folder, "truth", "planted_biases.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0], StringComparer.Ordinal);
            using var warehouse = Warehouse.Open(ClaimStore.Open(Path.Combine(folder, "store")), new Scope(options.AsOf));
            return (
                [.. UnitFairness.Of(Analyses.UnitRejections.Run(warehouse)).Where(row => row.Kind == "dealer")],
                [.. StageUnit.Of(Analyses.StageUnitDays.Run(warehouse), WarrantyRulesReader.Read(null))],
                [.. RuleChange.Of(Analyses.RejectionCells.Run(warehouse))]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
