using System.Security.Cryptography;
using Parquet;

namespace ClaimInsights.Ingest;

/// <summary>Compares a store with itself: every file with the manifest (bytes, rows, columns), the receipts with their sums and with what was set aside.</summary>
public static class StoreCheck
{
    /// <summary>Checks a store; nothing in it is changed.</summary>
    /// <param name="store">The store, as of its manifest.</param>
    /// <param name="progress">Told which file is read and how far the whole is, 0…1.</param>
    /// <returns>What was found, by file; empty: all is well.</returns>
    public static IReadOnlyList<StoreFinding> Of(ClaimStore store, Action<string, double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var findings = new List<StoreFinding>();
        var files = store.Manifest.Files;
        for (var number = 0; number < files.Count; number++)
        {
            progress?.Invoke(files[number].Path, (double)number / files.Count);
            findings.AddRange(OfFile(store, files[number]));
        }

        findings.AddRange(store.Manifest.Deliveries.SelectMany(delivery => OfReceipt(store, delivery)));
        findings.AddRange(Strays(store));
        return [.. findings.OrderByDescending(one => one.IsFault).ThenBy(one => one.Path, StringComparer.Ordinal)];
    }

    private static List<StoreFinding> OfFile(ClaimStore store, StoreFile file)
    {
        var path = store.Absolute(file.Path);
        if (!File.Exists(path))
        {
            return [new(file.Path, "missing", "the manifest names it, but it is not there; take it from a copy of the store")];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        List<StoreFinding> findings = hash == file.Sha256 ? [] :
            [new(file.Path, "changed", $"its SHA-256 is {hash}; expected {file.Sha256}. Something else wrote or damaged it; take it from a copy of the store")];
        stream.Position = 0;
        try
        {
            findings.AddRange(OfFooter(file, stream).GetAwaiter().GetResult());
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or ParquetException or ArgumentException or OverflowException or NotSupportedException)
        {
            findings.Add(new(file.Path, "unreadable", $"is no sound Parquet ({problem.Message.Split('\n')[0]}); take it from a copy of the store"));
        }

        return findings;
    }

    private static async Task<List<StoreFinding>> OfFooter(StoreFile file, Stream stream)
    {
        await using var reader = await ParquetReader.CreateAsync(stream).ConfigureAwait(false);
        var findings = new List<StoreFinding>();
        var rows = reader.Metadata!.NumRows;
        if (rows != file.Rows)
        {
            findings.Add(new(file.Path, "rows", $"has {rows} rows; expected {file.Rows}"));
        }

        var table = Tables.All.FirstOrDefault(one => one.Name == file.Table || one.HistoryName == file.Table);
        if (table is not null)
        {
            var expected = table.Columns.Select(column => column.Name).Concat(file.Attributes).Append("delivery_id").ToHashSet(StringComparer.Ordinal);
            var found = reader.Schema.DataFields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
            var (lacking, further) = (expected.Except(found).ToList(), found.Except(expected).ToList());
            if (lacking.Count + further.Count > 0)
            {
                findings.Add(new(file.Path, "columns", $"lacks {Names(lacking)} and has {Names(further)} beside the columns of {table.Name}; expected just those"));
            }
        }

        return findings;
    }

    private static string Names(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => $"'{name}'"));

    private static List<StoreFinding> OfReceipt(ClaimStore store, string delivery)
    {
        var path = $"deliveries/{delivery}.json";
        IngestReceipt receipt;
        try
        {
            receipt = StoreJson.Read<IngestReceipt>(store.ReceiptFile(delivery));
        }
        catch (Exception problem) when (problem is IOException or System.Text.Json.JsonException)
        {
            return [new(path, "receipt", $"the receipt cannot be read ({problem.Message.Split('\n')[0]}); take it from a copy of the store")];
        }

        var findings = new List<StoreFinding>();
        void Expect(string what, long found, long expected)
        {
            if (found != expected)
            {
                findings.Add(new(path, "receipt", $"{what}: found {found}, expected {expected}"));
            }
        }

        Expect("its counts together are not the rows read", receipt.Stored + receipt.Superseded + receipt.AlreadyKnown + receipt.NotClosed + receipt.Quarantined, receipt.Read);
        Expect("its files together are not the rows read", receipt.Files.Sum(part => part.Counts.Read), receipt.Read);
        var forgotten = store.Manifest.Forgotten.SelectMany(vehicle => vehicle.Aside).Where(one => one.Delivery == delivery).ToList();
        Expect("rows in quarantine", RowsAside(store, Quarantine.Name, delivery) + forgotten.Sum(one => one.Quarantined), receipt.Quarantined);
        Expect("rows set aside as not closed", RowsAside(store, Quarantine.NotClosedName, delivery) + forgotten.Sum(one => one.NotClosed), receipt.NotClosed);
        return findings;
    }

    /// <summary>Rows that a delivery left in a table of what was set aside; a row with several problems stands there several times.</summary>
    private static long RowsAside(ClaimStore store, string table, string delivery)
    {
        var files = store.LiveFiles(table).Where(file => Path.GetFileNameWithoutExtension(file.Path) == delivery).Select(file => store.Absolute(file.Path)).Where(File.Exists).ToList();
        if (files.Count == 0)
        {
            return 0;
        }

        try
        {
            using var connection = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"select count(distinct row) from {Sql.Parquet(files)}";
            return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (DuckDB.NET.Data.DuckDBException)
        {
            // Said already of the file itself.
            return 0;
        }
    }

    private static IEnumerable<StoreFinding> Strays(ClaimStore store) => StrayFiles(store)
        .Select(path => new StoreFinding(path, "stray", "no manifest names it: an ingest that was stopped left it behind; it is read by nobody, and compact removes it"));

    /// <summary>Files in the store's own folders that no manifest names: what a killed ingest leaves behind; paths within the store.</summary>
    internal static IEnumerable<string> StrayFiles(ClaimStore store)
    {
        var known = store.Manifest.Files.Select(file => file.Path).Concat(store.Manifest.Retired).ToHashSet(StringComparer.Ordinal);
        return Tables.All.SelectMany(table => new[] { table.Name, table.HistoryName }).Append(Quarantine.Name).Append(Quarantine.NotClosedName)
            .Select(store.Absolute).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(store.Folder, file).Replace('\\', '/'))
            .Where(path => !known.Contains(path));
    }
}
