using System.Globalization;
using ClaimInsights.Bench;

return args switch
{
    ["recovery", var seeds, var vehicles] => RecoveryBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture)),
    ["recovery", var seeds, var vehicles, var keep] => RecoveryBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture), keep),
    ["suspicion", var seeds, var vehicles] => SuspicionBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture), withCurve: false),
    ["suspicion", var seeds, var vehicles, "curve"] => SuspicionBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture), withCurve: true),
    ["management", var seeds, var vehicles] => ManagementBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture)),
    ["suspicion-tables"] => SuspicionTables.Print(),
    ["forecast", var seeds, var vehicles] => ForecastBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture)),
    ["nowcast", var seeds, var vehicles] => NowcastBench.Run(Seeds(seeds), int.Parse(vehicles, CultureInfo.InvariantCulture)),
    ["scan", var store, var replicates, var folder] => ScanBench.Run(store, int.Parse(replicates, CultureInfo.InvariantCulture), folder),
    ["scale", var claims, var folder] => ScaleBench.Run(int.Parse(claims, CultureInfo.InvariantCulture), folder),
    ["scale-decisions", var store] => ScaleBench.Decisions(store),
    ["outbreaks", var folder, var alpha] => OutbreakBench.Run(folder, double.Parse(alpha, CultureInfo.InvariantCulture)),
    ["ingest", var claims, var repeats] => IngestBench.Run(int.Parse(claims, CultureInfo.InvariantCulture), int.Parse(repeats, CultureInfo.InvariantCulture)),
    [("ingest-bare" or "ingest-take" or "ingest-again" or "ingest-plain") and var kind, var file, var target] => IngestBench.Once(kind, file, target),
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
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- management FIRST-LAST VEHICLES");
    Console.Error.WriteLine("  whether a planted unfair dealer, slow stage and change of rule come first, and what is named without them");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- ingest CLAIMS REPEATS");
    Console.Error.WriteLine("  how fast a delivery of so many claims is taken in, beside a bare copy to Parquet by month of closing");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- nowcast FIRST-LAST VEHICLES");
    Console.Error.WriteLine("  whether the claims that came lie inside the intervals of nowcasts made at earlier month ends");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- forecast FIRST-LAST VEHICLES");
    Console.Error.WriteLine("  whether the claims that came lie inside the intervals of forecasts made a year before");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- outbreaks FOLDER ALPHA");
    Console.Error.WriteLine("  the count monitor on weekly counts with labelled outbreaks: sensitivity and precision from week 117 on");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- scan STORE REPLICATES FOLDER");
    Console.Error.WriteLine("  the scan of one chart on drawn counts, written to FOLDER for bench/scan_peer.R, and its time for each");
    Console.Error.WriteLine("       dotnet run --project bench -c Release -- scale CLAIMS FOLDER");
    Console.Error.WriteLine("  how long the tables on decisions take over so many claims; FOLDER keeps the store for the next run");
    return 2;
}
