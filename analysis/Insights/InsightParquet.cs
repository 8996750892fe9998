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
        Rows(0).ToList().Clear();
        return Rows(null);

        IEnumerable<TRow> Rows(int? most)
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"select * from read_parquet($path){(most is null ? "" : $" limit {most}")}";
            command.Parameters.Add(new DuckDBParameter("path", path));
            command.UseStreamingMode = true;
            using var reader = Begin(command, path);
            foreach (var row in RowReader<TRow>.Stream(reader, path))
            {
                yield return row;
            }
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
        var written = 0;
        // A table without rows has one group without rows.
        foreach (var part in rows.Chunk(RowsOfGroup).DefaultIfEmpty([]))
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < columns.Count; i++)
            {
                await WriteColumn(group, fields[i], columns[i], part).ConfigureAwait(false);
            }

            group.CompleteValidate();
            written += part.Length;
        }

        return written;
    }

    private static Task WriteColumn<TRow>(ParquetRowGroupWriter group, DataField field, InsightColumn column, IReadOnlyList<TRow> rows)
    {
        if (column.Type == typeof(string))
        {
            return Awaited(group.WriteAsync(field, rows.Select(row => (string)column.Property.GetValue(row)!).ToArray()));
        }

        var write = typeof(InsightParquet).GetMethod(nameof(WriteValues), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Task)write.MakeGenericMethod(typeof(TRow), column.Type).Invoke(null, [group, field, column, rows])!;
    }

    private static Task WriteValues<TRow, TValue>(ParquetRowGroupWriter group, DataField field, InsightColumn column, IReadOnlyList<TRow> rows)
        where TValue : struct => column.MayBeNull
            ? Awaited(group.WriteAsync<TValue>(field, rows.Select(row => (TValue?)column.Property.GetValue(row)).ToArray().AsMemory()))
            : Awaited(group.WriteAsync<TValue>(field, rows.Select(row => (TValue)column.Property.GetValue(row)!).ToArray().AsMemory()));

    private static async Task Awaited(Task task) => await task.ConfigureAwait(false);
}
