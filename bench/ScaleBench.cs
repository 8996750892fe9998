using System.Diagnostics;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.App;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>
/// How long the questions on decisions take on a large store, and how much memory: simulated fleets of 600,000 vehicles, each of another seed, under
/// other VINs and claim numbers; each fleet's claims four times, each time of other parts; services are left out.
/// </summary>
internal static class ScaleBench
{
    private const int ClaimsOfVehicle = 4, FirstSeed = 950;

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

    /// <summary>All tables on decisions, in this process, made and written; each one's seconds, and the peak memory of all.</summary>
    public static int Decisions(string folder)
    {
        var start = Stopwatch.StartNew();
        var store = ClaimStore.Open(folder);
        using var warehouse = Warehouse.Open(store, new Scope(new SimulationOptions().AsOf));
        var warranty = WarrantyRulesReader.Read(null);
        var last = Say("open", start, TimeSpan.Zero);
        var units = Analyses.UnitRejections.Run(warehouse);
        last = Say("groups of like claims", start, last);
        var written = Directory.CreateTempSubdirectory("claiminsights-bench-");
        foreach (var table in DecisionInsights.In(warehouse, warranty, units))
        {
            table.Write(written.FullName, InsightFormat.Parquet);
            last = Say($"{table.Name} ({table.Rows} rows)", start, last);
        }

        written.Delete(recursive: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in all {start.Elapsed.TotalSeconds:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MiB"));
        return 0;
    }

    private static TimeSpan Say(string name, Stopwatch watch, TimeSpan last)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {(watch.Elapsed - last).TotalSeconds:0.0} s, {Environment.WorkingSet / 1048576.0:0} MiB, of which managed {GC.GetTotalMemory(forceFullCollection: false) / 1048576.0:0}"));
        return watch.Elapsed;
    }

    private static void Make(int claims, string folder, string store)
    {
        var fleets = Path.Combine(folder, "fleets");
        var delivery = Directory.CreateDirectory(Path.Combine(folder, "delivery")).FullName;
        var many = 0;
        for (long found = 0; found < claims; many++)
        {
            var simulated = Simulation.Run(new SimulationOptions { Seed = FirstSeed + many, Vehicles = 600_000 }, Path.Combine(fleets, many.ToString(CultureInfo.InvariantCulture)));
            found += (long)simulated.Claims * ClaimsOfVehicle;
        }

        // The fleet's number is the name of its folder.
        string From(string table) => $"(select * exclude (filename), cast(split_part(filename, '/', -3) as integer) as fleet from read_csv('{fleets}/*/delivery/{table}.csv', all_varchar = true, filename = true))";
        string To(string table) => $"'{Path.Combine(delivery, table + ".csv")}' (header, delimiter ',')";

        // The second and third letter of a VIN number the fleet; each further claim of a vehicle is of parts of its own.
        const string Letter = "substr('0123456789ABCDEFGHJKLMNPRSTUVWXYZ', cast({0} as integer), 1)";
        var vin = string.Format(CultureInfo.InvariantCulture, $"vin[1] || {Letter} || {Letter.Replace("{0}", "{1}", StringComparison.Ordinal)} || vin[4:]", "1 + fleet // 33", "1 + fleet % 33");
        IngestFiles.Execute($"""
            set memory_limit = '2GB'; set preserve_insertion_order = false; set temp_directory = '{folder}/spill';
            copy (
                select claim_id || '-' || fleet || '-' || n as claim_id, {vin} as vin, causal_part || '-' || n as causal_part,
                    repair_order_no || '-' || fleet || '-' || n as repair_order_no, invoice_no || '-' || fleet || '-' || n as invoice_no,
                    columns(* exclude (claim_id, vin, causal_part, repair_order_no, invoice_no, complaint, cause, correction, n, fleet))
                from {From("claims")} cross join (select range as n from range(0, {ClaimsOfVehicle})) where version = '1' limit {claims}
            ) to {To("claims")};
            copy (select {vin} as vin, columns(* exclude (vin, fleet)) from {From("vehicles")}) to {To("vehicles")};
            copy (select distinct causal_part || '-' || n as causal_part, columns(* exclude (causal_part, n, fleet)) from {From("parts")} cross join (select range as n from range(0, {ClaimsOfVehicle}))) to {To("parts")};
            copy (select distinct causal_part || '-' || n as causal_part, columns(* exclude (causal_part, n, fleet)) from {From("failure_modes")} cross join (select range as n from range(0, {ClaimsOfVehicle}))) to {To("failure_modes")};
            """);
        File.Copy(Path.Combine(fleets, "0", "delivery", "dealers.csv"), Path.Combine(delivery, "dealers.csv"));

        new IngestJob(ClaimStore.OpenOrCreate(store, "CNY")).Run(Delivery.From([delivery]), new IngestOptions { ReceivedAt = DateTimeOffset.UnixEpoch, MaxQuarantinePercent = 100 });
        Directory.Delete(delivery, recursive: true);
        Directory.Delete(fleets, recursive: true);
    }
}
