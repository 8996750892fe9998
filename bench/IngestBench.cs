using System.Diagnostics;
using System.Globalization;
using ClaimInsights.Ingest;

namespace ClaimInsights.Bench;

/// <summary>
/// How fast deliveries are taken in, beside a bare DuckDB copy of the undamaged file to Parquet by month of closing; each in a process of its
/// own, so that its peak memory is its own, in turn; medians of several rounds.
/// </summary>
internal static class IngestBench
{
    private const int PeersUpTo = 5_000_000;

    public static int Run(int claims, int repeats)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-bench").FullName;
        try
        {
            var files = IngestFiles.Write(folder, claims);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims} claims, {IngestFiles.Megabytes(files.Sound)} MB; {repeats} rounds; a fifth of them with Chinese text: {IngestFiles.Megabytes(files.Spoken)} MB"));
            var store = Path.Combine(folder, "store");
            (string Name, string Kind, string File, string Target, string Base)[] cases =
            [
                ("bare copy by month, undamaged", "ingest-bare", files.Sound, Path.Combine(folder, "bare"), ""),
                ("`ingest`, 1 % damaged", "ingest-take", files.Damaged, store, "bare copy by month, undamaged"),
                ("the same delivery again", "ingest-again", files.Damaged, store, "`ingest`, 1 % damaged"),
                ("1 % corrected, all in the last two months", "ingest-again", files.CorrectsLast, store, "`ingest`, 1 % damaged"),
                ("1 % corrected, over all months", "ingest-again", files.CorrectsAll, store, "`ingest`, 1 % damaged"),
                ("bare copy, UTF-8 with Chinese text", "ingest-bare", files.Spoken, Path.Combine(folder, "bare-spoken"), ""),
                ("`ingest`, the same in GB18030", "ingest-take", files.SpokenGb, Path.Combine(folder, "store-spoken"), "bare copy, UTF-8 with Chinese text"),
                ("lines split in C# to Parquet.Net, undamaged, one file", "ingest-plain", files.Sound, Path.Combine(folder, "plain.parquet"), "bare copy by month, undamaged"),
                ("pandas `read_csv` alone, undamaged", "pandas", files.Sound, "", "bare copy by month, undamaged"),
            ];
            var runs = cases.ToDictionary(one => one.Name, _ => new List<(double Seconds, double Peak)>(), StringComparer.Ordinal);
            for (var round = 0; round < repeats; round++)
            {
                // The readers outside are slow: they are run once, and not at all on more than they were made for.
                foreach (var one in cases.Where(one => one.Kind is not ("ingest-plain" or "pandas") || (round == 0 && claims <= PeersUpTo)))
                {
                    runs[one.Name].Add(Measure(one.Kind, one.File, one.Target));
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round + 1}/{repeats} {one.Name}: {runs[one.Name][^1].Seconds:0.0} s"));
                }
            }

            double Seconds(string name) => runs[name].Select(run => run.Seconds).Order().ElementAt(runs[name].Count / 2);
            Console.WriteLine("| | seconds (median) | ratio | to what | peak MiB |\n|---|---|---|---|---|");
            foreach (var one in cases.Where(one => runs[one.Name].Count > 0))
            {
                var ratio = one.Base.Length == 0 ? "1.00" : (Seconds(one.Name) / Seconds(one.Base)).ToString("0.00", CultureInfo.InvariantCulture);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.Name} | {Seconds(one.Name):0.0} | {ratio} | {one.Base} | {runs[one.Name].Max(run => run.Peak):0} |"));
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
        switch (kind)
        {
            case "ingest-bare":
                IngestFiles.Execute($"""
                    set threads = 2; set memory_limit = '1GB'; set preserve_insertion_order = false; set temp_directory = '{target}.spill';
                    copy (select *, strftime(closed_on, '%Y-%m') as closed_month from read_csv('{file}')) to '{target}' (format parquet, compression zstd, partition_by (closed_month))
                    """);
                break;
            case "ingest-plain":
                PlainReader.Run(file, target).GetAwaiter().GetResult();
                break;
            default:
                var store = ClaimStore.OpenOrCreate(target, null);
                new IngestJob(store).Run(Delivery.From([file]), new IngestOptions { ReceivedAt = DateTimeOffset.UnixEpoch, MaxQuarantinePercent = 100 });
                break;
        }

        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0}"));
        return 0;
    }

    private static (double Seconds, double Peak) Measure(string kind, string file, string target)
    {
        if (kind != "ingest-again" && Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        var start = kind == "pandas"
            ? new ProcessStartInfo("/usr/bin/python3", [Path.Combine("bench", "ingest_peer.py"), file])
            : new ProcessStartInfo(Environment.ProcessPath!, [kind, file, target]);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().Trim().Split('\n')[^1].Split(' ');
        process.WaitForExit();
        return process.ExitCode == 0
            ? (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture))
            : (double.NaN, double.NaN);
    }
}
