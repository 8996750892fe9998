using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>A store is checked against its own manifest and receipts.</summary>
public sealed class StoreCheckTests : IDisposable
{
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void a_store_of_several_deliveries_is_sound()
    {
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=1", "verdict=perhaps"], ["claim_id=C-3", "closed_on="]));
        given.Take(Claims.Csv(["claim_id=C-1", "version=2"], ["claim_id=C-4", "closed_on=2025-05-02"]));
        given.Take("vin,model,model_year,built_on\nLSVAB2BR0EN123456,Lark,2024,2024-01-02\n");
        given.Take("vin,model,model_year,built_on\nLSVAB2BR0EN123456,Heron,2024,2024-01-02\n");

        Assert.Empty(StoreCheck.Of(given.Store));
    }

    [Fact]
    public void a_file_that_is_missing_changed_or_half_is_found()
    {
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "closed_on=2025-05-02"], ["claim_id=C-3", "closed_on=2025-06-02"]));
        var files = given.Store.FilesOf(Tables.Claims);
        File.Delete(files[0]);
        File.AppendAllText(files[1], " ");
        File.WriteAllBytes(files[2], File.ReadAllBytes(files[2])[..40]);

        var findings = StoreCheck.Of(given.Store);

        Assert.Equal(["missing", "changed", "changed", "unreadable", "unreadable"], findings.Select(one => one.Code).OrderBy(code => code == "missing" ? 0 : code == "changed" ? 1 : 2));
        Assert.All(findings, one => Assert.True(one.IsFault));
    }

    [Fact]
    public void other_rows_than_the_manifest_says_are_found()
    {
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=1"]));
        var manifest = Path.Combine(given.Folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"rows\": 1", "\"rows\": 2", StringComparison.Ordinal));

        Assert.Equal(["rows", "rows"], StoreCheck.Of(given.Store).Select(one => one.Code));
    }

    [Fact]
    public void a_receipt_that_does_not_add_up_or_is_gone_is_found()
    {
        var delivery = given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=1"])).DeliveryId;
        var receipt = Path.Combine(given.Folder, "deliveries", delivery + ".json");
        File.WriteAllText(receipt, File.ReadAllText(receipt).Replace("\"quarantined\": 1", "\"quarantined\": 3", StringComparison.Ordinal));

        var findings = StoreCheck.Of(given.Store);
        Assert.Contains(findings, one => one.Message.Contains("rows in quarantine: found 1, expected 3", StringComparison.Ordinal));
        Assert.Contains(findings, one => one.Message.Contains("not the rows read: found 4, expected 2", StringComparison.Ordinal));

        File.Delete(receipt);
        Assert.Equal(["receipt"], StoreCheck.Of(given.Store).Select(one => one.Code));
    }

    [Fact]
    public void what_a_stopped_ingest_left_behind_is_a_note_and_no_fault()
    {
        given.Take(Claims.Csv(["claim_id=C-1"]));
        given.Write("store/claims/closed_month=2025-04/d000000000000-1.parquet", "half");

        var stray = Assert.Single(StoreCheck.Of(given.Store));
        Assert.Equal(("stray", false), (stray.Code, stray.IsFault));
    }

    [Fact]
    public void a_dry_run_counts_everything_and_writes_nothing()
    {
        given.Take(Claims.Csv(["claim_id=C-1"]));
        var before = Directory.GetFiles(given.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var options = new IngestOptions { ReceivedAt = GivenStore.Noon, MaxQuarantinePercent = 100, IsDryRun = true };
        var file = given.Write("more.csv", Claims.Csv(["claim_id=C-1"], ["claim_id=C-2"], ["claim_id=C-3", "vin=1"]));

        var receipt = new IngestJob(ClaimStore.OpenOrCreate(given.Folder, null)).Run(Delivery.From([file]), options);

        Assert.Equal("read 3 = stored 1 + superseded 0 + known 1 + not closed 0 + quarantined 1", receipt.Counts());
        Assert.Equal(before, Directory.GetFiles(given.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.Equal(1, given.TakeFiles([file]).Stored);

        _ = new IngestJob(ClaimStore.OpenOrCreate(Path.Combine(given.Root, "other"), null)).Run(Delivery.From([file]), options);
        Assert.False(Directory.Exists(Path.Combine(given.Root, "other")));
    }

    [Fact]
    public async Task an_ingest_waits_for_another_one()
    {
        given.Take(Claims.Csv(["claim_id=C-1"]));
        var file = given.Write("more.csv", Claims.Csv(["claim_id=C-2"]));
        var options = new IngestOptions { ReceivedAt = GivenStore.Noon, WaitSeconds = 60 };

        Task<IngestReceipt> waiting;
        using (StoreLock.Take(given.Folder, GivenStore.Noon))
        {
            waiting = Task.Run(() => new IngestJob(ClaimStore.Open(given.Folder)).Run(Delivery.From([file]), options));
            await Task.WhenAny(waiting, Task.Delay(700, TestContext.Current.CancellationToken));
            Assert.False(waiting.IsCompleted);
        }

        Assert.Equal(1, (await waiting).Stored);
    }
}
