using System.IO.Compression;
using System.Reflection;
using DuckDB.NET.Data;
using Parquet;
using Parquet.Schema;

namespace ClaimInsights.Analysis.Insights;

/// <summary>Insight tables as Parquet (zstd): written by Parquet.Net, read back through DuckDB with every name and type checked.</summary>
public static class InsightParquet
{
    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Fastest,
        UseDateOnlyTypeForDates = true,
    };

    /// <summary>Rows of a row group, and so many are held at a time.</summary>
    private const int RowsOfGroup = 65_536;

    /// <summary>Of the engine that reads and sorts a table.</summary>
    private const string MemoryLimit = "1GB";

    /// <summary>Writes the rows, in their order, and says how many they were.</summary>
    public static int Write<TRow>(string path, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = InsightColumns.Of<TRow>();
        var fields = columns.Select(Field).ToArray();
        using var stream = File.Create(path);
        return WriteAsync(stream, columns, fields, rows).GetAwaiter().GetResult();
    }

    /// <summary>Reads the rows back, in their order.</summary>
    /// <exception cref="AnalysisException">There is no such file, or it is not a table of these rows.</exception>
    public static IReadOnlyList<TRow> Read<TRow>(string path) => [.. Stream<TRow>(path)];

    /// <summary>The same one at a time.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Read{TRow}"/>; at once, and not only when rows are asked for.</exception>
    public static IEnumerable<TRow> Stream<TRow>(string path)
    {
        if (!File.Exists(path))
        {
            throw new AnalysisException($"{path}: there is no such insight table. Write it with: claiminsights analyse (and train, score)");
        }

        // Names and types first, of no row.
        _ = Rows<TRow>(path, " limit 0").Any();
        return Rows<TRow>(path, "");
    }

    /// <summary>The rows in the order of some of their columns (texts by their bytes), one at a time; what is too large to sort in memory is sorted in the machine's temporary folder.</summary>
    /// <param name="path">A table of these rows.</param>
    /// <param name="by">Properties of the record, and whether the largest comes first.</param>
    /// <exception cref="AnalysisException">As in <see cref="Read{TRow}"/>.</exception>
    public static IEnumerable<TRow> Sorted<TRow>(string path, params IReadOnlyList<(string Property, bool IsFalling)> by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var columns = InsightColumns.Of<TRow>().ToDictionary(column => column.Property.Name, column => column.Name, StringComparer.Ordinal);
        return Rows<TRow>(path, $" order by {string.Join(", ", by.Select(one => $"{columns[one.Property]} {(one.IsFalling ? "desc" : "asc")}"))}");
    }

    private static IEnumerable<TRow> Rows<TRow>(string path, string which)
    {
        using var connection = Warehouse.Connect(Warehouse.SpillFolder, MemoryLimit);
        using var command = connection.CreateCommand();
        command.CommandText = $"select * from read_parquet($path){which}";
        command.Parameters.Add(new DuckDBParameter("path", path));
        command.UseStreamingMode = true;
        using var reader = Begin(command, path);
        foreach (var row in RowReader<TRow>.Stream(reader, path, "It was written by another version of the program. Write it again: claiminsights analyse (and train, score)"))
        {
            yield return row;
        }
    }

    private static DuckDBDataReader Begin(DuckDBCommand command, string path)
    {
        try
        {
            return command.ExecuteReader();
        }
        catch (DuckDBException problem)
        {
            throw new AnalysisException($"{path}: not a readable Parquet file ({problem.Message}). Write it again: claiminsights analyse", problem);
        }
    }

    private static DataField Field(InsightColumn column) => column.Type == typeof(decimal)
        ? new DecimalDataField(column.Name, 18, 2, isNullable: column.MayBeNull)
        : new DataField(column.Name, column.Type, isNullable: column.MayBeNull);

    private static async Task<int> WriteAsync<TRow>(Stream stream, IReadOnlyList<InsightColumn> columns, DataField[] fields, IEnumerable<TRow> rows)
    {
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, Options).ConfigureAwait(false);
        var write = columns.Zip(fields, ColumnWriter<TRow>.Of).ToList();
        var written = 0;
        // A table without rows has one group without rows.
        foreach (var part in rows.Chunk(RowsOfGroup).DefaultIfEmpty([]).OneAhead())
        {
            using var group = writer.CreateRowGroup();
            foreach (var column in write)
            {
                await column(group, part).ConfigureAwait(false);
            }

            group.CompleteValidate();
            written += part.Length;
        }

        return written;
    }

    /// <summary>Writes a column of records: its getter is called as it is, and not looked up for each row.</summary>
    private static class ColumnWriter<TRow>
    {
        public static Func<ParquetRowGroupWriter, TRow[], Task> Of(InsightColumn column, DataField field)
        {
            if (column.Type == typeof(string))
            {
                var text = Getter<string?>(column);
                return (group, rows) => Awaited(group.WriteAsync(field, Array.ConvertAll(rows, row => text(row)!)));
            }

            var make = typeof(ColumnWriter<TRow>).GetMethod(column.MayBeNull ? nameof(OfNullable) : nameof(OfValues), BindingFlags.NonPublic | BindingFlags.Static)!;
            return (Func<ParquetRowGroupWriter, TRow[], Task>)make.MakeGenericMethod(column.Type).Invoke(null, [column, field])!;
        }

        private static Func<ParquetRowGroupWriter, TRow[], Task> OfValues<TValue>(InsightColumn column, DataField field)
            where TValue : struct
        {
            var value = Getter<TValue>(column);
            return (group, rows) => Awaited(group.WriteAsync<TValue>(field, Array.ConvertAll(rows, row => value(row)).AsMemory()));
        }

        private static Func<ParquetRowGroupWriter, TRow[], Task> OfNullable<TValue>(InsightColumn column, DataField field)
            where TValue : struct
        {
            var value = Getter<TValue?>(column);
            return (group, rows) => Awaited(group.WriteAsync<TValue>(field, Array.ConvertAll(rows, row => value(row)).AsMemory()));
        }

        private static Func<TRow, TValue> Getter<TValue>(InsightColumn column) => column.Property.GetMethod!.CreateDelegate<Func<TRow, TValue>>();
    }

    private static async Task Awaited(Task task) => await task.ConfigureAwait(false);
}
