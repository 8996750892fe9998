using System.Diagnostics;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.App;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>
/// How long the questions on decisions take on a large store, and how much memory: a simulated fleet of 600,000 vehicles copied under other
/// VINs and claim numbers, two claims a vehicle at most sizes; services are not copied.
/// </summary>
internal static class ScaleBench
{
    public static int Run(int claims, string folder)
    {
        var store = Path.Combine(folder, "store");
        if (!Directory.Exists(store))
        {
            Make(claims, folder, store);
        }

        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["scale-decisions", store]))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>All tables on decisions, in this process; each one's seconds, and the peak memory of all.</summary>
    public static int Decisions(string folder)
    {
        var start = Stopwatch.StartNew();
        var store = ClaimStore.Open(folder);
        using var warehouse = Warehouse.Open(store, new Scope(new SimulationOptions().AsOf));
        var warranty = WarrantyRulesReader.Read(null);
        var last = Say("open", start, TimeSpan.Zero);
        var units = Analyses.UnitRejections.Run(warehouse);
        last = Say("groups of like claims", start, last);
        foreach (var table in DecisionInsights.In(warehouse, warranty, units))
        {
            last = Say($"{table.Name} ({table.Rows} rows)", start, last);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in all {start.Elapsed.TotalSeconds:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MiB"));
        return 0;
    }

    private static TimeSpan Say(string name, Stopwatch watch, TimeSpan last)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {(watch.Elapsed - last).TotalSeconds:0.0} s"));
        return watch.Elapsed;
    }

    private static void Make(int claims, string folder, string store)
    {
        var fleet = Path.Combine(folder, "fleet");
        var delivery = Directory.CreateDirectory(Path.Combine(folder, "delivery")).FullName;
        Simulation.Run(new SimulationOptions { Seed = 950, Vehicles = 600_000 }, fleet);
        string From(string table) => $"read_csv('{Path.Combine(fleet, "delivery", table + ".csv")}', all_varchar = true)";
        string To(string table) => $"'{Path.Combine(delivery, table + ".csv")}' (header, delimiter ',')";

        // The second and third letter of a VIN number the copy.
        const string Other = "vin[1] || letters[1 + n // 33] || letters[1 + n % 33] || vin[4:]";
        IngestFiles.Execute($"""
            set memory_limit = '2GB'; set preserve_insertion_order = false; set temp_directory = '{folder}/spill';
            create table seed as select * exclude (complaint, cause, correction) from {From("claims")} where version = '1';
            create table copies as select range as n, '0123456789ABCDEFGHJKLMNPRSTUVWXYZ' as letters from range(0, cast(ceil({claims} / (select count(*) from seed)) as integer));
            copy (select claim_id || '-' || n as claim_id, {Other} as vin, columns(* exclude (claim_id, vin, n, letters)) from copies cross join seed limit {claims}) to {To("claims")};
            copy (select {Other} as vin, columns(* exclude (vin, n, letters)) from (from copies where n < (select (max(n) + 1) // 2 from copies)) cross join {From("vehicles")}) to {To("vehicles")};
            """);
        foreach (var table in new[] { "dealers", "parts", "failure_modes" })
        {
            File.Copy(Path.Combine(fleet, "delivery", table + ".csv"), Path.Combine(delivery, table + ".csv"));
        }

        new IngestJob(ClaimStore.OpenOrCreate(store, "CNY")).Run(Delivery.From([delivery]), new IngestOptions { ReceivedAt = DateTimeOffset.UnixEpoch, MaxQuarantinePercent = 100 });
        Directory.Delete(delivery, recursive: true);
    }
}
