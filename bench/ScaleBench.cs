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
/// How long the questions on decisions take on a large store, and how much memory: one simulated fleet with half as many vehicles as claims are asked for,
/// whose claims are drawn for eleven ranges of parts: about two a vehicle, of 2,000 pairs of a part and a failure mode that it can have. Services and lots are left out.
/// </summary>
internal static class ScaleBench
{
    private const int PartsOfClaim = 11, Seed = 950;

    /// <summary>About so many claims name a failure mode that their part can have.</summary>
    private const double CodedRight = 0.9;

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
        var simulated = Simulation.Run(new SimulationOptions { Seed = Seed, Vehicles = claims / 2 }, Path.Combine(folder, "fleet"));
        var delivery = Directory.CreateDirectory(Path.Combine(folder, "delivery")).FullName;
        string From(string table) => $"read_csv('{Path.Combine(simulated.DeliveryFolder, table + ".csv")}', all_varchar = true)";
        string To(string table) => $"'{Path.Combine(delivery, table + ".csv")}' (header, delimiter ',')";

        // So many of all that could be made, drawn by their ids; of wrong codes every part would have every failure mode in the end.
        var share = Math.Min(1, (double)claims / CodedRight / simulated.Claims / PartsOfClaim);
        var kept = string.Create(CultureInfo.InvariantCulture, $"cast(hash(claim_id, n) as hugeint) <= {(UInt128)(share * Math.Pow(2, 63)) * 2}");
        IngestFiles.Execute($"""
            set memory_limit = '2GB'; set preserve_insertion_order = false; set temp_directory = '{folder}/spill';
            copy (
                select claim_id || '-' || n as claim_id, causal_part || '-' || n as causal_part, repair_order_no || '-' || n as repair_order_no, invoice_no || '-' || n as invoice_no,
                    columns(* exclude (claim_id, causal_part, repair_order_no, invoice_no, complaint, cause, correction, n))
                from {From("claims")} as claims cross join (select range as n from range(0, {PartsOfClaim})) where version = '1' and {kept}
                    and exists (from {From("failure_modes")} as coded where coded.causal_part = claims.causal_part and coded.failure_mode = claims.failure_mode)
            ) to {To("claims")};
            copy (select causal_part || '-' || n as causal_part, columns(* exclude (causal_part, n)) from {From("parts")} cross join (select range as n from range(0, {PartsOfClaim}))) to {To("parts")};
            copy (select causal_part || '-' || n as causal_part, columns(* exclude (causal_part, n)) from {From("failure_modes")} cross join (select range as n from range(0, {PartsOfClaim}))) to {To("failure_modes")};
            """);
        foreach (var table in new[] { "dealers", "vehicles" })
        {
            File.Move(Path.Combine(simulated.DeliveryFolder, table + ".csv"), Path.Combine(delivery, table + ".csv"));
        }

        new IngestJob(ClaimStore.OpenOrCreate(store, "CNY")).Run(Delivery.From([delivery]), new IngestOptions { ReceivedAt = DateTimeOffset.UnixEpoch, MaxQuarantinePercent = 100 });
        Directory.Delete(delivery, recursive: true);
        Directory.Delete(Path.GetDirectoryName(simulated.DeliveryFolder)!, recursive: true);
    }
}
