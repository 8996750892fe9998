using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.App;

namespace ClaimInsights.Tests.App;

/// <summary>How a cluster's figures came about, from the tables of its run.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly GivenApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void each_figure_is_told_with_the_numbers_that_make_it()
    {
        var cluster = Cluster("C5665E43D");
        Write(
            [new("C5665E43D", 0, 100, 4, 1000, 10), new("C5665E43D", 1, 50, 3, 500, 10), new("COTHER", 0, 9, 9, 9, 9)],
            [new("C5665E43D", 3, new(2026, 3, 1), 120, 9.74, 2, 22, 6836.4m, 1m, 2m), new("C5665E43D", null, new(2027, 3, 1), 420, 41.2, 15, 85, 28828m, 1m, 2m)]);

        using var told = new StringWriter();
        ClusterExplanation.Of(cluster, app.Root, "CNY").Write(told);

        string[] sentences =
        [
            "part WP-1, failure mode leak; vehicles: plant=A, built 2024-02-06 to any day",
            "exposed for 150 vehicle-months, all others with the part for 1500, with 20 claims",
            "over all ages it would have had 2.0 claims; at the same months in service 2.0",
            "climate, use and the pace of closing as well: 2.1 expected", "ratio 3.33, 95 % interval 1.34 to 6.87 (Garwood)",
            "577 charts of part and failure mode were looked at, 284 tested", "q 3e-04", "has 40 % of them; without that dealer it still stands out",
            "first alarm at the end of 2024-12", "16 % of the newest month's claims", "0–5 months in service: 7 claims, 2.0 by the others' rate",
            "from 10000 km: 6 claims in 120 vehicle-months by each vehicle's own use, 1.5 by the others' rate",
            "next 3 months (to 2026-03): 9.7 claims, 2 to 22; 6836 CNY", "to the end of the warranty (to 2027-03): 41.2 claims, 15 to 85; 28828 CNY",
        ];
        Assert.DoesNotContain("from 90000 km", told.ToString(), StringComparison.Ordinal);
        Assert.All(sentences, sentence => Assert.Contains(sentence, told.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void a_suppliers_share_is_told_as_a_share()
    {
        Write([], []);

        using var told = new StringWriter();
        ClusterExplanation.Of(Cluster("CS") with { Basis = "share", Rule = "supplier_code=S2", BuiltFrom = null, FirstAlertOn = null, State = null }, app.Root, "").Write(told);

        Assert.Contains("shares are compared: by the other suppliers", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("nine tenths of the posterior 1.34 to 6.87 (EB05 to EB95)", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("there is no first alarm", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("95 %", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void a_dealers_pattern_is_told_as_that_dealers_and_has_no_forecast()
    {
        Write([], []);

        using var told = new StringWriter();
        ClusterExplanation.Of(Cluster("CD") with { DealerDominated = true, FirstAlertOn = null }, app.Root, "").Write(told);

        Assert.Contains("it is listed as that dealer's", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("no alarm yet", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("no forecast", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("At which age", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void an_unknown_cluster_is_refused_with_those_that_are_listed()
    {
        GivenApp.Ok("ingest", app.Write("claims.csv", Ingest.Claims.Csv(["claim_id=C-1"])), "--store", app.Store, "--quiet");
        GivenApp.Ok("analyse", "--store", app.Store, "--quiet");

        var answer = GivenApp.Run("explain", "C99", "--store", app.Store);

        Assert.Equal(1, answer.Code);
        Assert.Contains("C99: no cluster of this as-of date whose id begins so; expected one of none, nothing is listed", answer.Error, StringComparison.Ordinal);
    }

    private static DefectCluster Cluster(string id) => new(
        id, "WP-1", "leak", "plant=A", new(2024, 2, 6), null, 40, 7, 2.1, 3.33, 1.34, 6.87, 0.00002, 0.0003, "rate", new(2024, 12, 31), "steady", "wear_out", null, 0.4, false, 49130.06m,
        41.2, 15, 85, 28828m, null, "A;B");

    private void Write(IReadOnlyList<ClusterAge> ages, IReadOnlyList<ClusterForecast> forecasts)
    {
        Insights.ClusterAges.Table(ages).Write(app.Root, InsightFormat.Parquet);
        Insights.ClusterDistances.Table([new("C5665E43D", 10_000, 120, 6, 4_000, 50), new("C5665E43D", 90_000, 3, 1, 0, 0)]).Write(app.Root, InsightFormat.Parquet);
        Insights.ClusterForecasts.Table(forecasts).Write(app.Root, InsightFormat.Parquet);
        Insights.ClusterActions.Table([]).Write(app.Root, InsightFormat.Parquet);
        new InsightRun("hash", new(2025, 12, 31), 0.05, "rate", 577, 284, 0.16).Write(app.Root);
    }
}
