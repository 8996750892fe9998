using System.Globalization;
using ClaimInsights.Bench;

return args switch
{
    ["recovery", var seeds, var vehicles] => RecoveryBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture)),
    ["recovery", var seeds, var vehicles, var keep] => RecoveryBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture), keep),
    ["suspicion", var seeds, var vehicles] => SuspicionBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture), withCurve: false),
    ["suspicion", var seeds, var vehicles, "curve"] => SuspicionBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture), withCurve: true),
    ["suspicion-tables"] => SuspicionTables.Print(),
    _ => Usage(),
};

static IEnumerable<int> Seeds(string range)
{
    var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
    return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
}

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project bench -c Release -- recovery FIRST-LAST VEHICLES [FOLDER]");
    Console.Error.WriteLine("  which planted defects of the fleets of these seeds are found, which are missed, and the false alarms;");
    Console.Error.WriteLine("  FOLDER keeps the simulated stores for the next run");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- suspicion FIRST-LAST VEHICLES [curve]");
    Console.Error.WriteLine("  how planted owner's damage ranks, beside rules and learners outside the product; with fewer verdicts too");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- suspicion-tables");
    Console.Error.WriteLine("  the tables of features and rules for docs/suspicion.md");
    return 2;
}
