using System.Text.Json;

namespace ClaimInsights.Tests.App;

/// <summary>From a simulated fleet to a report by the commands alone, twice: the same input, code and seed give the same bytes.</summary>
public sealed class WholeRunTests : IDisposable
{
    private readonly GivenApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void the_commands_one_by_one_end_where_run_ends()
    {
        var simulated = GivenApp.Run("simulate", "--out", app.At("fleet"), "--vehicles", "3000", "--months", "24", "--seed", "7", "--quiet");
        Assert.Equal(0, simulated.Code);
        var delivery = app.At("fleet/delivery");

        var run = GivenApp.Run("run", delivery, "--store", app.At("one"), "--quiet");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(4, run.Output.TrimEnd().Split('\n').Length);
        Assert.True(File.Exists(run.LastLine));
        Assert.Equal("index.html", Path.GetFileName(run.LastLine));

        var receipt = JsonDocument.Parse(GivenApp.Ok("ingest", delivery, "--store", app.At("two"), "--json", "--quiet")).RootElement;
        Assert.Equal(
            Count(receipt, "read"),
            Count(receipt, "stored") + Count(receipt, "superseded") + Count(receipt, "already_known") + Count(receipt, "not_closed") + Count(receipt, "quarantined"));
        GivenApp.Ok("analyse", "--store", app.At("two"), "--quiet");
        GivenApp.Ok("train", "--store", app.At("two"), "--quiet");
        GivenApp.Ok("score", "--store", app.At("two"), "--quiet");
        var report = GivenApp.Ok("report", "--store", app.At("two"), "--quiet").TrimEnd();
        Assert.True(File.Exists(report));

        foreach (var store in new[] { "one", "two" })
        {
            GivenApp.Ok("export", "--out", app.At(store + "-csv"), "--store", app.At(store));
        }

        Assert.Equal(Tables("one-csv"), Tables("two-csv"));
        Assert.Contains("defect_clusters.csv", Tables("one-csv").Keys);
        Assert.Equal(File.ReadAllText(run.LastLine), File.ReadAllText(report));

        var again = JsonDocument.Parse(GivenApp.Ok("ingest", delivery, "--store", app.At("two"), "--json", "--quiet")).RootElement;
        Assert.Equal(0, Count(again, "stored"));
    }

    private static long Count(JsonElement receipt, string name) => receipt.GetProperty(name).GetInt64();

    private SortedDictionary<string, string> Tables(string folder) =>
        new(Directory.GetFiles(app.At(folder)).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
}
