using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>A compacted store has fewer files and the same rows.</summary>
public sealed class CompactTests : IDisposable
{
    private const string Every = "select cast(columns(*) as varchar) from live order by all";

    private readonly GivenStore given = new();

    public CompactTests()
    {
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=1"], ["claim_id=C-3", "closed_on=2025-05-02"]));
        given.Take(Claims.Csv(["claim_id=C-1", "version=2", "photos=3"], ["claim_id=C-4", "closed_on="]));
        given.Take(Claims.Csv(["claim_id=C-5", "closed_on=2025-05-09"], ["claim_id=C-5", "closed_on=2025-05-09", "version=2"]));
        given.Take($"vin,model,model_year,built_on\n{Claims.Vin},Lark,2024,2024-01-02\n");
        given.Take($"vin,model,model_year,built_on,roof\n{Claims.Vin},Heron,2024,2024-01-02,glass\n");
        given.Take($"vin,model,model_year,built_on,paint\n{Claims.Vin},Heron,2024,2024-01-02,red\nLSVAB2BR0EN123457,Lark,2024,2024-01-03,blue\n");
    }

    public void Dispose() => given.Dispose();

    [Fact]
    public void the_rows_stay_the_same_and_one_file_a_folder_is_left()
    {
        var before = Snapshot("before");

        var done = Compact();

        Assert.True(done is { Merged: > 3, IsNothing: false }, done.ToString());
        var copies = given.Store.Manifest.Files.Where(file => file.Table is "claims" or "vehicles" or "vehicles_history");
        Assert.All(copies.GroupBy(file => Path.GetDirectoryName(file.Path)), folder => Assert.Single(folder));
        foreach (var (table, rows) in before)
        {
            Assert.Equal(rows, given.RowsOf(table, Every));
            var kept = $"read_parquet('{Path.Combine(given.Root, "before", table)}/*.parquet', union_by_name = true)";
            Assert.Equal(["0"], given.RowsOf(table, $"select count(*) from ({Cast("live")} except all {Cast(kept)})"));
            Assert.Equal(["0"], given.RowsOf(table, $"select count(*) from ({Cast(kept)} except all {Cast("live")})"));
        }

        Assert.Empty(StoreCheck.Of(given.Store));
    }

    [Fact]
    public void who_reads_the_snapshot_before_goes_on_until_the_next_commit()
    {
        var before = given.Store;

        Compact();

        Assert.All(before.Manifest.Files, file => Assert.True(File.Exists(Path.Combine(given.Folder, file.Path)), file.Path));
        Assert.True(Compact() is { Merged: 0, Removed: > 0 });
        Assert.Empty(given.Store.Manifest.Retired);
        Assert.Empty(StoreCheck.Of(given.Store));
    }

    [Fact]
    public void a_compact_store_stays_as_it_is_byte_by_byte()
    {
        Compact();
        Compact();
        var before = Bytes();

        Assert.True(Compact().IsNothing);

        Assert.Equal(before, Bytes());
    }

    [Fact]
    public void a_file_that_no_manifest_names_is_removed()
    {
        Compact();
        Compact();
        var stray = given.Write("store/claims/closed_month=2025-04/d000000000000-1.parquet", "half");
        var manifest = File.ReadAllText(Path.Combine(given.Folder, "manifest.json"));

        Assert.Equal(1, Compact().Removed);

        Assert.False(File.Exists(stray));
        Assert.Equal(manifest, File.ReadAllText(Path.Combine(given.Folder, "manifest.json")));
    }

    [Fact]
    public void deliveries_go_on_as_before()
    {
        Compact();

        Assert.Equal("read 2 = stored 1 + superseded 0 + known 1 + not closed 0 + quarantined 0",
            given.Take(Claims.Csv(["claim_id=C-3", "closed_on=2025-05-02"], ["claim_id=C-5", "closed_on=2025-05-09", "version=3"])).Counts());
        Assert.Empty(StoreCheck.Of(given.Store));
    }

    private static string Cast(string relation) => $"select cast(columns(*) as varchar) from {relation}";

    private Compaction Compact() => new CompactJob(given.Store).Run(GivenStore.Noon);

    private Dictionary<string, IReadOnlyList<string>> Snapshot(string copy)
    {
        var rows = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in given.Store.Manifest.Files.GroupBy(file => file.Table))
        {
            foreach (var file in table)
            {
                var target = Path.Combine(given.Root, copy, table.Key, file.Path.Replace('/', '_'));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(given.Folder, file.Path), target);
            }

            rows[table.Key] = given.RowsOf(table.Key, Every);
        }

        return rows;
    }

    private string Bytes() => string.Join('\n', Directory.GetFiles(given.Folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => file + " " + Convert.ToHexString(File.ReadAllBytes(file))));
}
