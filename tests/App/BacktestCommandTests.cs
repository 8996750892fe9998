using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>The command <c>backtest</c>: what it writes, and what it refuses.</summary>
public sealed class BacktestCommandTests : IDisposable
{
    private readonly GivenApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void it_writes_alerts_and_months_and_leaves_the_store_as_it_was()
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);
        var before = app.Snapshot();

        var answer = GivenApp.Run("backtest", "--from", "2026-01", "--to", "2026-12", "--keys", "model,causal_part", "--out", app.At("out"), "--store", app.Store, "--quiet");

        Assert.Equal(0, answer.Code);
        Assert.Contains("2026-01 to 2026-12: 0 alerts", answer.Output, StringComparison.Ordinal);
        Assert.StartsWith("alerted_on,model,causal_part,cluster_id,", File.ReadAllText(app.At("out/alerts.csv")), StringComparison.Ordinal);
        Assert.StartsWith("month_end,listed,alerts", File.ReadAllText(app.At("out/months.csv")), StringComparison.Ordinal);
        Assert.Equal(before, app.Snapshot());
    }

    [Theory]
    [InlineData(2, "2026-1", "2026-12", "model", "is a month yyyy-MM")]
    [InlineData(1, "2026-06", "2026-01", "model", "--to 2026-01 lies before --from 2026-06")]
    [InlineData(2, "2026-01", "2026-06", "colour", "'colour' is none of causal_part")]
    [InlineData(1, "1999-01", "1999-06", "model", "the store's first closing is")]
    public void what_cannot_be_replayed_is_refused_in_one_line(int code, string from, string to, string keys, string part)
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);

        var answer = GivenApp.Run("backtest", "--from", from, "--to", to, "--keys", keys, "--out", app.At("out"), "--store", app.Store);

        Assert.Equal(code, answer.Code);
        Assert.Contains(part, answer.Error, StringComparison.Ordinal);
    }
}
