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
/// VINs and claim numbers, four copies of its claims, each of other parts, to a copy of its vehicles; services are not copied.
/// </summary>
internal static class ScaleBench
{
    private const int ClaimsOfVehicle = 4;

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

        // The second and third letter of a VIN number the copy; each further claim of a vehicle is of parts of its own.
        const string Letter = "substr('0123456789ABCDEFGHJKLMNPRSTUVWXYZ', cast({0} as integer), 1)";
        string Other(string n) => string.Format(CultureInfo.InvariantCulture, $"vin[1] || {Letter} || {Letter.Replace("{0}", "{1}", StringComparison.Ordinal)} || vin[4:]", $"1 + ({n}) // 33", $"1 + ({n}) % 33");
        IngestFiles.Execute($"""
            set memory_limit = '2GB'; set preserve_insertion_order = false; set temp_directory = '{folder}/spill';
            create table seed as select * exclude (complaint, cause, correction) from {From("claims")} where version = '1';
            create table copies as select range as n from range(0, cast(ceil({claims} / (select count(*) from seed)) as integer));
            create table fleets as select greatest(1, max(n + 1) // {ClaimsOfVehicle}) as many from copies;
            copy (
                select claim_id || '-' || n as claim_id, {Other("n % many")} as vin, causal_part || '-' || n // many as causal_part,
                    repair_order_no || '-' || n as repair_order_no, invoice_no || '-' || n as invoice_no, columns(* exclude (claim_id, vin, causal_part, repair_order_no, invoice_no, n, many))
                from copies cross join fleets cross join seed limit {claims}
            ) to {To("claims")};
            copy (select {Other("n")} as vin, columns(* exclude (vin, n, many)) from (select n, many from copies cross join fleets where n < many) cross join {From("vehicles")}) to {To("vehicles")};
            copy (select causal_part || '-' || n as causal_part, columns(* exclude (causal_part, n)) from (select distinct n // many as n from copies cross join fleets) cross join {From("parts")}) to {To("parts")};
            """);
        foreach (var table in new[] { "dealers", "failure_modes" })
        {
            File.Copy(Path.Combine(fleet, "delivery", table + ".csv"), Path.Combine(delivery, table + ".csv"));
        }

        new IngestJob(ClaimStore.OpenOrCreate(store, "CNY")).Run(Delivery.From([delivery]), new IngestOptions { ReceivedAt = DateTimeOffset.UnixEpoch, MaxQuarantinePercent = 100 });
        Directory.Delete(delivery, recursive: true);
    }
}
