using System.Collections.Concurrent;
using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Simulator;

/// <summary>A simulated delivery in a folder of its own, made once for each set of options.</summary>
internal sealed class SimulatedFleet
{
    private static readonly ConcurrentDictionary<SimulationOptions, Lazy<SimulatedFleet>> Made = new();
    private static int count;
    private readonly ConcurrentDictionary<string, CsvTable> tables = new();

    private SimulatedFleet(SimulationOptions options)
    {
        Options = options;
        Folder = Path.Combine(Path.GetTempPath(), $"claiminsights-simulator-{Environment.ProcessId}-{Interlocked.Increment(ref count)}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
        Summary = Simulation.Run(options, Folder);
    }

    public SimulationOptions Options { get; }

    public string Folder { get; }

    public SimulationSummary Summary { get; }

    public static SimulatedFleet Of(SimulationOptions options) => Made.GetOrAdd(options, wanted => new Lazy<SimulatedFleet>(() => new SimulatedFleet(wanted))).Value;

    public CsvTable Delivery(string table) => tables.GetOrAdd(table, name => CsvTable.Read(Path.Combine(Folder, "delivery", name + ".csv")));

    public CsvTable Truth(string table) => tables.GetOrAdd("truth/" + table, _ => CsvTable.Read(Path.Combine(Folder, "truth", table + ".csv")));

    /// <summary>The highest delivered version of each claim.</summary>
    public IReadOnlyList<string[]> CurrentClaims()
    {
        var claims = Delivery("claims");
        return [.. claims.Rows.GroupBy(row => claims.Get(row, "claim_id")).Select(versions => versions.MaxBy(row => int.Parse(claims.Get(row, "version"), System.Globalization.CultureInfo.InvariantCulture))!)];
    }
}
