using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace ClaimInsights.Analysis.Insights;

/// <summary>Insight tables as Arrow IPC files, in record batches of 65,536 rows, for pandas, R and others.</summary>
public static class InsightArrow
{
    /// <summary>Rows of a record batch, and so many are held at a time.</summary>
    private const int RowsOfBatch = 65_536;

    /// <summary>Writes the rows, in their order, and says how many they were.</summary>
    public static int Write<TRow>(string path, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = InsightColumns.Of<TRow>();
        using var stream = File.Create(path);
        ArrowFileWriter? writer = null;
        var written = 0;
        // A table without rows has one batch without rows.
        foreach (var part in rows.Chunk(RowsOfBatch).DefaultIfEmpty([]))
        {
            var arrays = columns.Select(column => Array(column, [.. part.Select(row => column.Property.GetValue(row))])).ToList();
            var schema = new Schema(columns.Zip(arrays, (column, array) => new Field(column.Name, array.Data.DataType, column.MayBeNull)), metadata: null);
            using var batch = new RecordBatch(schema, arrays, part.Length);
            (writer ??= new ArrowFileWriter(stream, schema)).WriteRecordBatch(batch);
            written += part.Length;
        }

        writer!.WriteEnd();
        writer.Dispose();
        return written;
    }

    private static IArrowArray Array(InsightColumn column, IReadOnlyList<object?> values)
    {
        if (column.Type == typeof(string))
        {
            var builder = new StringArray.Builder();
            return values.Aggregate(builder, (all, value) => value is null ? all.AppendNull() : all.Append((string)value)).Build();
        }

        if (column.Type == typeof(bool))
        {
            return values.Aggregate(new BooleanArray.Builder(), (all, value) => value is null ? all.AppendNull() : all.Append((bool)value)).Build();
        }

        if (column.Type == typeof(DateOnly))
        {
            var days = new Date32Array.Builder();
            return values.Aggregate(days, (all, value) => value is null ? all.AppendNull() : all.Append((DateOnly)value)).Build();
        }

        if (column.Type == typeof(decimal))
        {
            var money = new Decimal128Array.Builder(new Decimal128Type(18, 2));
            return values.Aggregate(money, (all, value) => value is null ? all.AppendNull() : all.Append((decimal)value)).Build();
        }

        return Number(column.Type, values);
    }

    private static IArrowArray Number(Type type, IReadOnlyList<object?> values)
    {
        if (type == typeof(double))
        {
            return values.Aggregate(new DoubleArray.Builder(), (all, value) => value is null ? all.AppendNull() : all.Append((double)value)).Build();
        }

        if (type == typeof(long))
        {
            return values.Aggregate(new Int64Array.Builder(), (all, value) => value is null ? all.AppendNull() : all.Append((long)value)).Build();
        }

        if (type == typeof(int))
        {
            return values.Aggregate(new Int32Array.Builder(), (all, value) => value is null ? all.AppendNull() : all.Append((int)value)).Build();
        }

        throw new InvalidOperationException($"no Arrow form for {type.Name}");
    }
}
