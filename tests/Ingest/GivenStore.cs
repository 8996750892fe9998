using System.Globalization;
using System.Text;
using ClaimInsights.Ingest;
using DuckDB.NET.Data;

namespace ClaimInsights.Tests.Ingest;

/// <summary>A store in a folder of its own, and what a test says to it.</summary>
internal sealed class GivenStore : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DuckDBConnection engine = new("Data Source=:memory:");
    private int deliveries;

    public GivenStore()
    {
        Root = Directory.CreateTempSubdirectory("claiminsights-").FullName;
        engine.Open();
    }

    /// <summary>From which size on rows are sorted by month while they are read; null: as ever.</summary>
    public long? SortAbove { get; init; }

    /// <summary>The key of a pseudonymised store.</summary>
    public Pseudonyms? Pseudonyms { get; set; }

    /// <summary>Holds the store and the deliveries.</summary>
    public string Root { get; }

    public string Folder => Path.Combine(Root, "store");

    public ClaimStore Store => ClaimStore.Open(Folder);

    /// <summary>Writes a file into the root.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Takes in a text as one CSV file, however much of it is quarantined.</summary>
    public IngestReceipt Take(string csv, string? asOf = null, double maxQuarantine = 100) =>
        TakeFiles([Write($"delivery-{++deliveries}.csv", csv)], asOf, maxQuarantine);

    public IngestReceipt TakeFiles(IEnumerable<string> paths, string? asOf = null, double maxQuarantine = 100, string? mapping = null, ReadingOptions? reading = null) =>
        new IngestJob(ClaimStore.OpenOrCreate(Folder, null)).Run(Delivery.From(paths), new IngestOptions
        {
            ReceivedAt = Noon,
            AsOf = asOf is null ? null : DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            MaxQuarantinePercent = maxQuarantine,
            MappingFile = mapping,
            Reading = reading ?? new ReadingOptions(),
            Pseudonyms = Pseudonyms,
            SortAbove = SortAbove ?? new IngestOptions { ReceivedAt = Noon }.SortAbove,
        });

    /// <summary>Rows of a query over the live files of a table, which it calls <c>live</c>; cells as text, joined by |.</summary>
    public IReadOnlyList<string> Rows(Table table, string query) => Query(Store.FilesOf(table), query);

    /// <summary>The same over a folder's files: quarantine, not_closed, vehicles_history.</summary>
    public IReadOnlyList<string> RowsOf(string name, string query) =>
        Query([.. Store.Manifest.Files.Where(file => file.Table == name).Select(file => Path.Combine(Folder, file.Path))], query);

    public void Dispose()
    {
        engine.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    private List<string> Query(IReadOnlyList<string> files, string query)
    {
        if (files.Count == 0)
        {
            return [];
        }

        using var command = engine.CreateCommand();
        command.CommandText =
            $"with live as (from read_parquet([{string.Join(", ", files.Select(file => $"'{file}'"))}], union_by_name = true, hive_partitioning = false)) {query}";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Select(index => reader.IsDBNull(index) ? "" : Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
