using System.Diagnostics;
using ClaimInsights.Ingest;
using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>
/// The program is killed in the middle of an ingest: the store is then what it was, or has the delivery whole, is sound either way, and
/// the same ingest again completes it. Two hundred moments are tried with CLAIMINSIGHTS_KILLS=200, large deliveries, which are sorted while they are
/// read, with CLAIMINSIGHTS_KILL_ROWS=120000; a few moments and small deliveries in every run of the tests.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Few = 3;
    private const int FewRows = 500;
    private static readonly int Rows = Asked("CLAIMINSIGHTS_KILL_ROWS", FewRows);
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void a_store_survives_being_killed_at_any_moment()
    {
        var kills = Asked("CLAIMINSIGHTS_KILLS", Few);
        var random = new Random(20261125);
        given.Take(Claims.Csv([.. Enumerable.Range(0, 40).Select(i => new[] { $"claim_id=OLD-{i}", $"closed_on=2025-{4 + (i % 8):00}-11" })]));
        var whole = TimeOf(Program(Delivery("first", 0)));
        var (kept, taken, timed) = (0, 0, 1);
        for (var number = 1; number <= kills; number++)
        {
            if (number % 10 == 0)
            {
                // The store grows, and with it the time of an ingest.
                whole = TimeOf(Program(Delivery($"timed-{number}", -number)));
                timed++;
            }

            var delivery = Delivery($"delivery-{number}", number);
            var before = given.Store.Manifest;
            using (var process = Program(delivery))
            {
                process.WaitForExit(TimeSpan.FromMilliseconds(random.NextDouble() * 1.1 * whole.TotalMilliseconds));
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            var after = given.Store.Manifest;
            if (after.Deliveries.Count == before.Deliveries.Count)
            {
                Assert.Equal(before.Files, after.Files, (one, other) => one.Path == other.Path && one.Sha256 == other.Sha256);
                kept++;
            }
            else
            {
                taken++;
            }

            Assert.DoesNotContain(StoreCheck.Of(given.Store), one => one.IsFault);
            Assert.Equal(Rows, TakeAgain(delivery));
            Assert.DoesNotContain(StoreCheck.Of(given.Store), one => one.IsFault);
        }

        output.WriteLine($"{kills} kills of ingests of {Rows} rows, at last within {1.1 * whole.TotalSeconds:0.0} s: {kept} left the store as it was, {taken} had committed");
        Assert.Equal(40 + (Rows * (kills + timed)), given.Rows(Tables.Claims, "select count(*) from live").Select(int.Parse).Single());
    }

    private static int Asked(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : otherwise;

    /// <summary>The delivery again: what is stored or already known of it, all in all.</summary>
    private long TakeAgain(string delivery)
    {
        var receipt = given.TakeFiles([delivery]);
        return receipt.Stored + receipt.AlreadyKnown;
    }

    private string Delivery(string name, int number) => given.Write($"{name}.csv", Claims.Csv(
        [.. Enumerable.Range(0, Rows).Select(i => new[] { $"claim_id=N-{number}-{i}", $"closed_on=2025-{4 + (i % 8):00}-1{i % 9}" })]));

    private static TimeSpan TimeOf(Process process)
    {
        using (process)
        {
            var started = TimeProvider.System.GetTimestamp();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return TimeProvider.System.GetElapsedTime(started);
        }
    }

    private Process Program(string delivery) => GivenApp.Start("ingest", delivery, "--store", given.Folder, "--max-quarantine", "100", "--quiet");
}
