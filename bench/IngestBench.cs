using System.Diagnostics;
using System.Globalization;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;
using DuckDB.NET.Data;

namespace ClaimInsights.Bench;

/// <summary>
/// How fast deliveries are taken in, beside a bare DuckDB copy of the undamaged file to Parquet by month of closing; each in a process of its
/// own, so that its peak memory is its own; medians of several runs.
/// </summary>
internal static class IngestBench
{
    private const string Columns =
        "claim_id, version, repair_order_no, vin, dealer_code, authorised, failed_on, reported_on, decided_on, paid_on, closed_on, odometer_km, complaint_code, " +
        "failure_mode, causal_part, supplier_code, part_batch, labour_operation, labour_hours, standard_hours, attribution, verdict, rejection_reason, " +
        "claimed_amount, approved_amount, parts_amount, labour_amount, sublet_amount, other_amount, photos";

    public static int Run(int claims, int repeats)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-bench").FullName;
        try
        {
            var (sound, damaged) = Generate(folder, claims);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims} claims, {new FileInfo(sound).Length / 1e6:0} MB, {repeats} runs each"));
            var bare = Measure(folder, repeats, "ingest-bare", sound);
            var taken = Measure(folder, repeats, "ingest-take", damaged);
            var again = Measure(folder, repeats, "ingest-again", damaged);
            Console.WriteLine("| | seconds (median) | ratio | peak MiB |");
            Console.WriteLine("|---|---|---|---|");
            foreach (var (name, run) in new[] { ("bare copy by month, undamaged", bare), ("ingest, 1 % damaged", taken), ("the same delivery again", again) })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {run.Seconds:0.0} | {run.Seconds / bare.Seconds:0.00} | {run.Peak:0} |"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One timed run inside its own process; prints seconds and peak memory.</summary>
    public static int Once(string kind, string file, string target)
    {
        var started = TimeProvider.System.GetTimestamp();
        if (kind == "ingest-bare")
        {
            Execute($"""
                set threads = 2; set memory_limit = '1GB'; set preserve_insertion_order = false; set temp_directory = '{target}.spill';
                copy (select *, strftime(closed_on, '%Y-%m') as closed_month from read_csv('{file}')) to '{target}' (format parquet, compression zstd, partition_by (closed_month))
                """);
        }
        else
        {
            var store = ClaimStore.OpenOrCreate(target, null);
            new IngestJob(store).Run(Delivery.From([file]), new IngestOptions { ReceivedAt = DateTimeOffset.UnixEpoch, MaxQuarantinePercent = 100 });
        }

        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0}"));
        return 0;
    }

    private static (string Sound, string Damaged) Generate(string folder, int claims)
    {
        var fleet = Path.Combine(folder, "fleet");
        Simulation.Run(new SimulationOptions { Seed = 900 }, fleet);
        var (sound, damaged) = (Path.Combine(folder, "sound.csv"), Path.Combine(folder, "damaged.csv"));
        var source = $"read_csv('{Path.Combine(fleet, "delivery", "claims.csv")}', all_varchar = true)";
        // Copies of a simulated fleet's claims under other names; the damaged twin has one row in a hundred broken in one of three ways.
        Execute($"""
            create table seed as select {Columns} from {source} where version = '1';
            create table copies as select range as n from range(0, cast(ceil({claims} / (select count(*) from seed)) as integer));
            copy (select claim_id || '-' || n as claim_id, columns(* exclude (claim_id, n)) from copies cross join seed limit {claims}) to '{sound}' (header, delimiter ',');
            copy (
                select * replace (
                    case hash(claim_id) % 300 when 0 then odometer_km || '.9' else odometer_km end as odometer_km,
                    case hash(claim_id) % 300 when 1 then 'Q' || vin[2:] else vin end as vin,
                    case hash(claim_id) % 300 when 2 then '1990-13-41' else closed_on end as closed_on)
                from read_csv('{sound}', all_varchar = true)
            ) to '{damaged}' (header, delimiter ',')
            """);
        return (sound, damaged);
    }

    private static (double Seconds, double Peak) Measure(string folder, int repeats, string kind, string file)
    {
        var runs = new List<(double Seconds, double Peak)>();
        for (var run = 0; run < repeats; run++)
        {
            var target = Path.Combine(folder, kind == "ingest-again" ? "ingest-take" : kind);
            if (kind != "ingest-again" && Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }

            var start = new ProcessStartInfo(Environment.ProcessPath!, [kind, file, target]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var words = process.StandardOutput.ReadToEnd().Trim().Split('\n')[^1].Split(' ');
            process.WaitForExit();
            runs.Add((double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture)));
        }

        return (runs.Select(one => one.Seconds).Order().ElementAt(repeats / 2), runs.Max(one => one.Peak));
    }

    private static void Execute(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
