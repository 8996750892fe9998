using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>Forgetting and pseudonyms, as a user meets them.</summary>
public sealed class ForgetCommandTests : IDisposable
{
    private readonly GivenApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void a_pseudonymised_vehicle_is_told_of_and_forgotten_with_the_key_only()
    {
        var key = app.Write("store.key", new string('k', 32));
        var csv = app.Write("claims.csv", Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=LSVAB2BR0EN654321"]));
        GivenApp.Ok("ingest", csv, "--store", app.Store, "--pseudonymise", key, "--quiet");
        var before = app.Snapshot();

        var refused = GivenApp.Run("dossier", "--vin", Claims.Vin, "--store", app.Store);
        Assert.Equal(1, refused.Code);
        Assert.Contains("no key is given", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, app.Snapshot());

        Assert.True(File.Exists(GivenApp.Ok("dossier", "--vin", Claims.Vin, "--store", app.Store, "--pseudonymise", key, "--quiet").Trim()));
        Assert.Contains("claims: 1 rows", GivenApp.Ok("forget", "--vin", Claims.Vin, "--store", app.Store, "--pseudonymise", key, "--dry-run"), StringComparison.Ordinal);
        Assert.Contains("removed on 2026-11-01", GivenApp.Ok("forget", "--vin", Claims.Vin, "--store", app.Store, "--pseudonymise", key), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(app.Store, "dossiers")));
        GivenApp.Ok("verify", "--store", app.Store);
    }

    [Fact]
    public void a_vehicle_that_the_store_does_not_know_ends_with_one()
    {
        GivenApp.Ok("ingest", app.Write("claims.csv", Claims.Csv(["claim_id=C-1"])), "--store", app.Store);

        var answer = GivenApp.Run("forget", "--vin", "LSVAB2BR0EN654321", "--store", app.Store, "--quiet");

        Assert.Equal(1, answer.Code);
        Assert.Contains("names the vehicle 'LSVAB2BR0EN654321'", answer.Error, StringComparison.Ordinal);
        Assert.Single(answer.Error.TrimEnd().Split('\n'));
    }
}
