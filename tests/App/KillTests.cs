using System.Diagnostics;
using ClaimInsights.Ingest;
using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>
/// The program is killed in the middle of an ingest: the store is then what it was, or has the delivery whole, is sound either way, and
/// the same ingest again completes it. Two hundred moments are tried with CLAIMINSIGHTS_KILLS=200; a few in every run of the tests.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Few = 3;
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void a_store_survives_being_killed_at_any_moment()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("CLAIMINSIGHTS_KILLS"), out var asked) ? asked : Few;
        var random = new Random(20261125);
        given.Take(Claims.Csv([.. Enumerable.Range(0, 40).Select(i => new[] { $"claim_id=OLD-{i}", $"closed_on=2025-{4 + (i % 8):00}-11" })]));
        var whole = TimeOf(Program(Delivery("first", 0)));
        var (kept, taken) = (0, 0);
        for (var number = 1; number <= kills; number++)
        {
            var delivery = Delivery($"delivery-{number}", number);
            var before = given.Store.Manifest;
            using (var process = Program(delivery))
            {
                process.WaitForExit(TimeSpan.FromMilliseconds(random.NextDouble() * whole.TotalMilliseconds));
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
            Assert.Equal(500, TakeAgain(delivery));
            Assert.DoesNotContain(StoreCheck.Of(given.Store), one => one.IsFault);
        }

        output.WriteLine($"{kills} kills within {whole.TotalSeconds:0.0} s: {kept} left the store as it was, {taken} had committed");
        Assert.Equal(40 + (500 * (kills + 1)), given.Rows(Tables.Claims, "select count(*) from live").Select(int.Parse).Single());
    }

    /// <summary>The delivery again: what is stored or already known of it, all in all.</summary>
    private long TakeAgain(string delivery)
    {
        var receipt = given.TakeFiles([delivery]);
        return receipt.Stored + receipt.AlreadyKnown;
    }

    private string Delivery(string name, int number) => given.Write($"{name}.csv", Claims.Csv(
        [.. Enumerable.Range(0, 500).Select(i => new[] { $"claim_id=N-{number}-{i}", $"closed_on=2025-{4 + (i % 8):00}-1{i % 9}" })]));

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
