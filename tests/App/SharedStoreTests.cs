using System.Diagnostics;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>Several processes at one store, and a disk that is full: no damage, and a clear line.</summary>
public sealed class SharedStoreTests : IDisposable
{
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void two_processes_take_in_while_a_reader_reads()
    {
        given.Take(Claims.Csv(["claim_id=OLD"]));
        var processes = Enumerable.Range(1, 2)
            .Select(number => GivenApp.Start("ingest", Delivery(number), "--store", given.Folder, "--wait", "120", "--quiet")).ToList();
        var reads = 0;
        while (processes.Exists(process => !process.HasExited))
        {
            using var warehouse = Warehouse.Open(given.Store, new Scope(new DateOnly(2025, 12, 31)));
            Assert.Contains(Analyses.CountedClaims.Run(warehouse).Sum(row => row.Claims), new long[] { 1, 301, 601 });
            reads++;
        }

        Assert.All(processes, process => Assert.Equal((0, ""), (process.ExitCode, process.StandardError.ReadToEnd())));
        Assert.True(reads > 0);
        Assert.Equal(["601"], given.Rows(Tables.Claims, "select count(*) from live"));
        Assert.Empty(StoreCheck.Of(given.Store));
        processes.ForEach(process => process.Dispose());
    }

    [Fact]
    public void a_full_disk_is_said_and_leaves_the_store_as_it_was()
    {
        var disk = Path.Combine(given.Root, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Mounted("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk), "a small disk cannot be mounted here: this is not Linux, or not root");
        try
        {
            var store = Path.Combine(disk, "store");
            Assert.Equal(0, GivenApp.Run("ingest", given.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", store, "--quiet").Code);
            var big = given.Write("big.csv", Claims.Csv([.. Enumerable.Range(0, 40_000).Select(i => new[] { $"claim_id=N-{i}" })]));

            var answer = GivenApp.Run("ingest", big, "--store", store, "--quiet");

            Assert.Equal(1, answer.Code);
            Assert.Single(answer.Error.TrimEnd().Split('\n'));
            Assert.Contains("the store is as it was", answer.Error, StringComparison.Ordinal);
            Assert.Empty(StoreCheck.Of(ClaimStore.Open(store)));
            Assert.Equal(1, ClaimStore.Open(store).Manifest.Files.Sum(file => file.Rows));
        }
        finally
        {
            Mounted("umount", disk);
        }
    }

    private string Delivery(int number) => given.Write($"delivery-{number}.csv", Claims.Csv([.. Enumerable.Range(0, 300).Select(i => new[] { $"claim_id=N-{number}-{i}" })]));

    private static bool Mounted(string command, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
