using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>A vehicle that is forgotten is nowhere in the store any more, and stays away.</summary>
public sealed class ForgetTests : IDisposable
{
    private const string Other = "LSVAB2BR0EN654321";
    private static readonly DateOnly Day = new(2026, 11, 25);

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void it_leaves_every_table_its_history_what_was_set_aside_and_the_texts_of_others()
    {
        Fill();
        Directory.CreateDirectory(Path.Combine(given.Folder, "insights", "2025-06-30"));
        File.WriteAllText(Path.Combine(given.Folder, "insights", "2025-06-30", "cluster_vehicles.csv"), Claims.Vin);
        Assert.Equal(8, StoredBytes.FilesWith(given.Folder, Claims.Vin).Count);

        var done = new ForgetJob(given.Store).Run(Claims.Vin, Day, GivenStore.Noon);

        Assert.Empty(StoredBytes.FilesWith(given.Folder, Claims.Vin));
        Assert.Empty(StoreCheck.Of(given.Store));
        Assert.Equal(["insights"], done.Derived);
        Assert.Equal(
            ["claims 2", "not_closed 1", "quarantine 1", "services 1", "vehicles 1", "vehicles_history 1", "verdicts 1"],
            done.Vehicle.Rows.Select(table => $"{table.Key} {table.Value}"));
        Assert.Equal(["C-2|seen beside (forgotten vehicle)"], given.Rows(Tables.Claims, "select claim_id, complaint from live"));
        Assert.Equal([Other], given.Rows(Tables.Vehicles, "select vin from live"));
        Assert.Equal(["C-2"], given.Rows(Tables.Verdicts, "select claim_id from live"));
        Assert.Equal(done.Vehicle.Hash, given.Store.Manifest.Forgotten.Single().Hash);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(0L)]
    public void it_is_refused_when_it_comes_again_and_nothing_of_it_is_kept(long sortAbove)
    {
        using var sorting = new GivenStore { SortAbove = sortAbove };
        sorting.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", $"vin={Other}"]));
        new ForgetJob(sorting.Store).Run(Claims.Vin, Day, GivenStore.Noon);

        var receipt = sorting.Take(Claims.Csv(["claim_id=C-3", "odometer_km=1e3"], ["claim_id=C-4", $"vin={Other}", $"complaint=like {Claims.Vin}", "odometer_km=1e3"], ["claim_id=C-5", $"vin={Other}"]));

        Assert.Equal("read 3 = stored 1 + superseded 0 + known 0 + not closed 0 + quarantined 2", receipt.Counts());
        Assert.Equal(
            ["forgotten_vehicle||(forgotten vehicle)", "not_a_number|1e3|C-4,1,LSVAB2BR0EN654321,D-1,2025-03-02,2025-04-10,leak,P-100,manufacturing,paid,120.50,120.50,1e3,like (forgotten vehicle)"],
            sorting.RowsOf(Quarantine.Name, "select problem, value, raw from live where line > 1 and file like '%delivery-2%' order by 1"));
        Assert.Empty(StoredBytes.FilesWith(sorting.Folder, Claims.Vin));
        Assert.Empty(StoreCheck.Of(sorting.Store));
    }

    [Fact]
    public void a_dry_run_says_the_same_and_changes_nothing()
    {
        Fill();
        var hash = given.Store.Hash;

        var told = new ForgetJob(given.Store).Run(Claims.Vin, Day, GivenStore.Noon, isDryRun: true);

        Assert.Equal(hash, given.Store.Hash);
        Assert.Equal(new ForgetJob(given.Store).Run(Claims.Vin, Day, GivenStore.Noon).Vehicle.Rows, told.Vehicle.Rows);
    }

    [Fact]
    public void a_vehicle_that_is_not_there_is_an_error_and_nothing_changes()
    {
        Fill();
        var hash = given.Store.Hash;

        var problem = Assert.Throws<StoreException>(() => new ForgetJob(given.Store).Run("LSVAB2BR0EN999999", Day, GivenStore.Noon));

        Assert.EndsWith("no row, text or raw line names the vehicle 'LSVAB2BR0EN999999'; nothing was changed. Write the VIN as it was delivered", problem.Message, StringComparison.Ordinal);
        Assert.Equal(hash, given.Store.Hash);
    }

    [Fact]
    public void a_review_queue_forgets_its_claims_too()
    {
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", $"vin={Other}"]));
        QueueLog.Of(Day, "m1", [new("C-1", 1, "model", 0.5), new("C-2", 1, "model", 0.5)]).Save(given.Store);

        new ForgetJob(given.Store).Run(Claims.Vin, Day, GivenStore.Noon);

        Assert.Equal(["C-2"], QueueLog.All(given.Store).Single().Claims.Select(claim => claim.ClaimId));
    }

    // Of the one vehicle: two versions, a service, a vehicle row that replaced another, a verdict, a quarantined row, an open one, a mention.
    private void Fill()
    {
        given.Take($"vin,model,model_year,built_on\n{Claims.Vin},M1,2024,2024-03-01\n{Other},M1,2024,2024-03-02\n");
        given.TakeFiles(
        [
            given.Write("claims.csv", Claims.Csv(
                ["claim_id=C-1"], ["claim_id=C-1", "version=2"], ["claim_id=C-2", $"vin={Other}", $"complaint=seen beside {Claims.Vin.ToLowerInvariant()}"],
                ["claim_id=C-3", "odometer_km=1e3"], ["claim_id=C-4", "closed_on="])),
            given.Write("vehicles.csv", $"vin,model,model_year,built_on\n{Claims.Vin},M2,2024,2024-03-01\n"),
            given.Write("services.csv", $"vin,serviced_on,odometer_km\n{Claims.Vin},2025-01-01,9000\n"),
            given.Write("verdicts.csv", "claim_id,version,finding,reviewer,decided_at,selection,probability\nC-1,1,justified,R1,2025-05-01T10:00:00,random,0.1\nC-2,1,justified,R1,2025-05-01T10:00:00,random,0.1\n"),
        ]);
    }
}
