using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>What cannot be taken in at all gets one clear line and leaves the store as it was.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void a_claims_column_that_is_not_known_is_refused() =>
        Refused(Claims.Csv(["colour=red"]), "line 1", "'colour'", "not known in claims", "mapping");

    [Fact]
    public void a_missing_required_column_is_named() =>
        Refused(
            Claims.Csv([]).Replace("verdict,", "", StringComparison.Ordinal).Replace("paid,", "", StringComparison.Ordinal),
            "line 1", "required column 'verdict' of claims", "mapping");

    [Fact]
    public void columns_of_no_table_are_refused() => Refused("a;b;c\n1;2;3\n", "line 1", "a, b, c", "claims, vehicles", "mapping");

    [Fact]
    public void a_column_that_stands_there_twice_is_refused() => Refused(Claims.Csv([]).Replace("vin", "claim_id", StringComparison.Ordinal), "line 1", "'claim_id'", "2 times");

    [Fact]
    public void a_column_without_a_name_is_refused() => Refused(",claim_id\n1,2\n", "line 1", "column 1 of 2 has no name");

    [Fact]
    public void an_empty_file_is_refused() => Refused("", "empty", "header");

    [Fact]
    public void blank_lines_alone_are_refused() => Refused("\n \n\r\n", "blank lines", "header");

    [Fact]
    public void a_binary_file_is_refused() => Refused("PAR1\0\u0015\u0004", "line 1", "header cannot be read", "NUL");

    [Fact]
    public void a_header_with_an_open_quote_is_refused() => Refused("\"claim_id,vin\n1,2\n", "line 1", "header cannot be read", "not closed");

    [Fact]
    public void a_delivery_that_is_missing_or_of_another_kind_is_refused()
    {
        var sheet = given.Write("claims.docx", "x");
        Directory.CreateDirectory(Path.Combine(given.Root, "empty"));

        Says(() => Delivery.From([Path.Combine(given.Root, "nowhere.csv")]), "nowhere.csv", "no such file");
        Says(() => Delivery.From([sheet]), "claims.docx", "'.docx'", ".csv");
        Says(() => Delivery.From([Path.Combine(given.Root, "empty")]), "no delivery");
        Says(() => Delivery.From([]), "no delivery named");
    }

    [Fact]
    public void a_folder_that_is_not_a_store_is_refused_and_left_alone()
    {
        given.Write("store/letter.txt", "dear customer");

        Says<StoreException>(() => ClaimStore.Open(given.Folder), "is not a claim store", "manifest.json");
        Says<StoreException>(() => ClaimStore.OpenOrCreate(given.Folder, null), "is not a claim store");
        Says<StoreException>(() => ClaimStore.Open(Path.Combine(given.Root, "nowhere")), "no such folder");
        Says<StoreException>(() => ClaimStore.OpenOrCreate(given.Write("file", "x"), null), "is a file");
        Assert.Single(Directory.GetFileSystemEntries(given.Folder));
    }

    [Fact]
    public void a_store_of_another_schema_version_is_refused()
    {
        given.Take(Claims.Csv([]));
        var manifest = Path.Combine(given.Folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"schema_version\": 1", "\"schema_version\": 99", StringComparison.Ordinal));

        Says<StoreException>(() => ClaimStore.Open(given.Folder), "schema version 99", "reads 1");
        Says<StoreException>(() => given.Take(Claims.Csv([])), "schema version 99");
    }

    [Fact]
    public void a_damaged_manifest_is_refused()
    {
        given.Write("store/manifest.json", "{ half");

        Says<StoreException>(() => ClaimStore.Open(given.Folder), "is not a claim store's manifest");
    }

    [Fact]
    public void the_currency_is_fixed_when_the_store_is_made()
    {
        given.Take(Claims.Csv([]));

        Assert.Equal("CNY", given.Store.Manifest.Currency);
        Says<StoreException>(() => ClaimStore.OpenOrCreate(given.Folder, "EUR"), "CNY", "EUR");
        Says<StoreException>(() => ClaimStore.OpenOrCreate(given.Folder, "euro"), "three capital letters");
    }

    [Fact]
    public void more_quarantined_rows_than_allowed_commit_nothing()
    {
        given.Take(Claims.Csv(["claim_id=C-0"]));
        var before = Snapshot();

        var exception = Assert.Throws<QuarantineExceededException>(() => given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=1"]), maxQuarantine: 49));

        Assert.Contains("1 of 2 rows", exception.Message, StringComparison.Ordinal);
        Assert.Contains("bad_vin (1; ", exception.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1), (exception.Read, exception.Quarantined));
        Assert.Equal(before, Snapshot());
        Assert.Equal(1, given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=1"]), maxQuarantine: 50).Stored);
    }

    [Fact]
    public void a_store_that_another_ingest_writes_is_refused_with_who_holds_it()
    {
        given.Take(Claims.Csv([]));

        using (StoreLock.Take(given.Folder, GivenStore.Noon))
        {
            Says<StoreException>(() => given.Take(Claims.Csv(["claim_id=C-2"])), "another ingest", $"process {Environment.ProcessId}");
        }

        Assert.Equal(1, given.Take(Claims.Csv(["claim_id=C-2"])).Stored);
    }

    [Fact]
    public void a_disk_that_refuses_leaves_the_store_as_it_was()
    {
        given.Take(Claims.Csv([]));
        var before = Snapshot();

        // A file where the new month's folder should be: writing fails after everything was judged.
        given.Write("store/claims/closed_month=2025-05", "in the way");
        Says<StoreException>(() => given.Take(Claims.Csv(["claim_id=C-2", "closed_on=2025-05-01"])), "cannot be written", "as it was");

        File.Delete(Path.Combine(given.Folder, "claims", "closed_month=2025-05"));
        Assert.Equal(before, Snapshot());
        Assert.Equal(1, given.Take(Claims.Csv(["claim_id=C-2", "closed_on=2025-05-01"])).Stored);
    }

    [Fact]
    public void a_refused_first_delivery_leaves_no_store_behind()
    {
        Says(() => given.Take("a,b\n1,2\n"), "no table");

        Assert.False(Directory.Exists(given.Folder));
    }

    [Fact]
    public void what_a_killed_ingest_leaves_behind_is_harmless()
    {
        given.Write("store/tmp/part-0.parquet", "half");
        given.Write("store/claims/closed_month=2025-04/d000000000000-1.parquet", "half");
        given.Write("store/ingest.holder", "process 1");

        Assert.Equal(1, given.Take(Claims.Csv(["claim_id=C-1"])).Stored);
        Assert.Single(given.Rows(Tables.Claims, "select claim_id from live"));
    }

    private void Refused(string csv, params string[] parts)
    {
        given.Take(Claims.Csv(["claim_id=C-0"]));
        var before = Snapshot();
        Says(() => given.Take(csv), [.. parts, "delivery-2.csv"]);
        Assert.Equal(before, Snapshot());
    }

    private static void Says(Action action, params string[] parts) => Says<DeliveryException>(action, parts);

    private static void Says<T>(Action action, params string[] parts)
        where T : Exception
    {
        var exception = Assert.Throws<T>(action);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    private string Snapshot() => string.Join('\n', Directory.GetFiles(given.Folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => file + " " + Convert.ToHexString(File.ReadAllBytes(file))));
}
