using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>What is wrong gets one clear line on standard error, the right exit code, and leaves the store as it was.</summary>
public sealed class BadRequestTests : IDisposable
{
    private readonly GivenApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("colour,claim_id\nred,C-2\n", "line 1", "colour")]
    [InlineData("a;b\n1;2\n", "line 1", "a, b")]
    [InlineData("", "empty", "header")]
    public void a_delivery_that_cannot_be_read_is_refused(string csv, params string[] parts)
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);
        Refused(1, ["ingest", app.Write("bad.csv", csv), "--store", app.Store], ["bad.csv", .. parts]);
    }

    [Theory]
    [InlineData("vin=LSVAB2BR0EI123456", "bad_vin")]
    [InlineData("odometer_km=far", "not_a_number")]
    [InlineData("closed_on=2025-01-01", "date_order")]
    [InlineData("verdict=perhaps", "unknown_code")]
    [InlineData("verdict=rejected", "missing_rejection_reason")]
    public void a_delivery_of_bad_rows_commits_nothing_and_ends_with_three(string bad, string problem)
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);
        Refused(3, ["ingest", app.Write("bad.csv", Claims.Csv(["claim_id=C-2", bad])), "--store", app.Store], ["1 of 1 rows", problem]);
    }

    [Fact]
    public void a_version_that_comes_again_with_other_content_is_quarantined()
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);
        Refused(3, ["ingest", app.Write("bad.csv", Claims.Csv(["dealer_code=D-2"])), "--store", app.Store], ["conflicting"]);
    }

    [Fact]
    public void a_delivery_that_is_not_there_makes_no_store()
    {
        Refused(1, ["ingest", app.At("nowhere.csv"), "--store", app.Store], ["nowhere.csv", "no such file"]);
        Assert.False(Directory.Exists(app.Store));
    }

    [Theory]
    [InlineData("analyse")]
    [InlineData("train")]
    [InlineData("score")]
    [InlineData("report")]
    public void a_store_that_is_none_is_said_to_be_none(string command)
    {
        Refused(1, [command, "--store", app.At("nowhere")], ["nowhere", "no such folder"]);
        app.Write("store/letter.txt", "dear customer");
        Refused(1, [command, "--store", app.Store], ["is not a claim store"]);
    }

    [Fact]
    public void a_store_of_another_schema_version_is_refused()
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);
        var manifest = Path.Combine(app.Store, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"schema_version\": 1", "\"schema_version\": 99", StringComparison.Ordinal));

        Refused(1, ["analyse", "--store", app.Store], ["schema version 99", "reads 1"]);
    }

    [Fact]
    public void an_as_of_date_before_the_first_claim_is_refused()
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);
        Refused(1, ["analyse", "--store", app.Store, "--as-of", "2020-01-31"], ["2020-01-31", "2025-04-10"]);
    }

    [Fact]
    public void a_report_without_analyses_says_what_to_run_first()
    {
        GivenApp.Run("ingest", app.Write("first.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);
        Refused(1, ["report", "--store", app.Store], ["no insight tables", "claiminsights analyse"]);
        Refused(1, ["export", "--out", app.At("csv"), "--store", app.Store], ["claiminsights analyse"]);
    }

    [Theory]
    [InlineData("analyse", "--as-of", "30.06.2026")]
    [InlineData("analyse", "--alpha", "2")]
    [InlineData("score", "--capacity", "0")]
    [InlineData("report", "--language", "fr")]
    [InlineData("report", "--colour", "red")]
    [InlineData("export", "--format", "csv")]
    [InlineData("ingest")]
    [InlineData("analyze")]
    public void a_wrong_usage_ends_with_two_and_points_to_the_help(params string[] args)
    {
        var answer = GivenApp.Run(args);

        Assert.Equal(2, answer.Code);
        Assert.Empty(answer.Output);
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
    }

    private void Refused(int code, string[] args, params string[] parts)
    {
        var before = app.Snapshot();

        var answer = GivenApp.Run([.. args, .. args[0] == "export" ? Array.Empty<string>() : ["--quiet"]]);

        Assert.Equal(code, answer.Code);
        Assert.Empty(answer.Output);
        Assert.Single(answer.Error.TrimEnd().Split('\n'));
        Assert.All(parts, part => Assert.Contains(part, answer.Error, StringComparison.Ordinal));
        Assert.Equal(before, app.Snapshot());
    }
}
