using System.Globalization;
using System.Security.Cryptography;

namespace ClaimInsights.Ingest;

/// <summary>
/// The Parquet files that a delivery adds: written to the workbench's folder, hashed and flushed to the disk, and moved to where the
/// manifest will name them only when everything else is done.
/// </summary>
internal sealed class NewFiles(Workbench bench, string delivery)
{
    /// <summary>How every Parquet file of a store is written.</summary>
    public const string Format = "format parquet, compression zstd, parquet_version v1, row_group_size 32768";
    private readonly List<(StoreFile File, string Where)> written = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public IEnumerable<StoreFile> All => written.Select(pair => pair.File);

    /// <summary>Writes one file in a table's folder; none where there are no rows.</summary>
    public void Write(string table, string folder, string select, IReadOnlyList<string> attributes, string? name = null)
    {
        var file = name ?? NextName(table);
        var where = bench.PathOf($"new-{written.Count}.parquet");
        bench.Execute($"copy ({select}) to {Sql.Text(where)} ({Format})");
        Add(table, attributes, [($"{folder}/{file}.parquet", where)]);
    }

    /// <summary>Writes one file, or several, for each month of closing.</summary>
    public void WriteByMonth(Table table, string select, IReadOnlyList<string> attributes)
    {
        var where = bench.PathOf($"new-{table.Name}");
        bench.Execute($"""
            copy (select *, strftime(closed_on, '%Y-%m') as closed_month from ({select}))
            to {Sql.Text(where)} ({Format}, partition_by (closed_month), write_partition_columns false)
            """);
        if (!Directory.Exists(where) || Directory.GetFiles(where, "*.parquet", SearchOption.AllDirectories).Length == 0)
        {
            return;
        }

        Add(table.Name, attributes, [.. Directory.GetFiles(where, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => ($"{table.Name}/{Path.GetFileName(Path.GetDirectoryName(file))}/{NextName(table.Name)}.parquet", file))]);
    }

    /// <summary>Adds a file of claims closed in one month that is written already.</summary>
    public void AddMonth(SortedFile file) => Add(
        Tables.Claims.Name, file.Attributes,
        [(string.Create(CultureInfo.InvariantCulture, $"{Tables.Claims.Name}/closed_month={file.Month / 100:0000}-{file.Month % 100:00}/{NextName(Tables.Claims.Name)}.parquet"), file.Path)]);

    /// <summary>Moves the files to their places in the store; nothing names them yet.</summary>
    public void MoveInto(ClaimStore store)
    {
        foreach (var (file, where) in written)
        {
            var target = store.Absolute(file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(where, target, overwrite: true);
        }

        // A folder that is new is a name in the folder above it.
        var folders = written.Select(file => Path.GetDirectoryName(store.Absolute(file.File.Path))!).Distinct(StringComparer.Ordinal).ToList();
        foreach (var folder in folders.Concat(folders.Select(folder => Path.GetDirectoryName(folder)!)).Append(store.Folder).Distinct(StringComparer.Ordinal))
        {
            FolderFlush.Flush(folder);
        }
    }

    private void Add(string table, IReadOnlyList<string> attributes, IReadOnlyList<(string Path, string Where)> files)
    {
        var rows = bench.Rows(
            $"select file_name, sum(num_rows)::bigint from parquet_file_metadata([{Sql.TextList(files.Select(file => file.Where))}]) group by file_name",
            reader => (File: reader.GetString(0), Rows: reader.GetInt64(1))).ToDictionary(file => file.File, file => file.Rows, StringComparer.Ordinal);
        foreach (var (path, where) in files.Where(file => rows[file.Where] > 0))
        {
            written.Add((new StoreFile(table, path, rows[where], HashAndFlush(where), [.. attributes]), where));
        }
    }

    private string NextName(string table)
    {
        var number = numbers.GetValueOrDefault(table) + 1;
        numbers[table] = number;
        return $"{delivery}-{number}";
    }

    private static string HashAndFlush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Flush(flushToDisk: true);
        return hash;
    }
}
