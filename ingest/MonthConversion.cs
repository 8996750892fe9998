using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>
/// Makes a store's Parquet files of the text files that <see cref="MonthSorter"/> left. Two engines of one thread each share the months:
/// one thread keeps the order of the rows, and one file a month costs far less than an engine that partitions.
/// </summary>
internal static class MonthConversion
{
    private const int Workers = 2;

    /// <summary>Converts every month of a part; the texts are deleted.</summary>
    public static IReadOnlyList<SortedFile> Run(
        Workbench bench, DeliveryPart part, IReadOnlyList<(int Month, string Text, long Rows)> months, string delivery, VehicleNames names)
    {
        var next = -1;
        var files = new SortedFile[months.Count];
        var workers = Enumerable.Range(0, Math.Min(Workers, months.Count)).Select(worker => Task.Run(() =>
        {
            using var engine = bench.OpenEngine($"spill-{worker}", threads: 1, memory: "256MB");
            names.Register(engine);
            int index;
            while ((index = Interlocked.Increment(ref next)) < months.Count)
            {
                files[index] = Convert(engine, part, months[index], delivery, names);
            }
        })).ToArray();
        Task.WhenAll(workers).GetAwaiter().GetResult();
        return files;
    }

    private static SortedFile Convert(DuckDBConnection engine, DeliveryPart part, (int Month, string Text, long Rows) month, string delivery, VehicleNames names)
    {
        var target = Path.ChangeExtension(month.Text, ".parquet");
        using var command = engine.CreateCommand();
        command.CommandText = SqlOf(part, month.Text, target, delivery, names);
        var rows = command.ExecuteNonQuery();
        if (rows != month.Rows)
        {
            throw new InvalidOperationException($"{part.File.Name}: {month.Rows} records were counted for {month.Month}, but the engine read {rows}");
        }

        File.Delete(month.Text);
        return new SortedFile(part.Number, month.Month, target, MonthSorter.PlacesOf(month.Text), rows, [.. AttributesOf(part).Select(one => one.Name)]);
    }

    // Every cell that is used is read as its column's type: the sieve let pass only what that reads without loss.
    private static string SqlOf(DeliveryPart part, string text, string target, string delivery, VehicleNames names)
    {
        var cellOf = RowSieve.CellsOf(part)!;
        var typeOf = cellOf.ToDictionary(pair => pair.Value, pair => part.Table.Find(pair.Key)!.SqlType);
        var columns = string.Join(", ", part.Header.Select((_, cell) => $"'{TextExpressions.Cell(cell)}': '{typeOf.GetValueOrDefault(cell, "VARCHAR")}'"));
        var vin = cellOf.TryGetValue("vin", out var at) ? TextExpressions.Cell(at) : null;
        var values = part.Table.Columns.Select(column => $"{names.Sql(column, Value(column, cellOf), vin)} as {Sql.Name(column.Name)}")
            .Concat(AttributesOf(part).Select(one => $"{names.Sql(null, one.Expression, vin)} as {Sql.Name(one.Name)}")).Append($"{Sql.Text(delivery)} as delivery_id");
        return $$"""
            copy (
                select {{string.Join(", ", values)}}
                from read_csv({{Sql.Text(text)}}, columns = {{{columns}}}, auto_detect = false, header = false,
                    delim = {{Sql.Text(((char)part.Delimiter).ToString())}}, quote = '"', escape = '"', new_line = '\n', strict_mode = true, max_line_size = 1048576, buffer_size = 4194304)
            ) to {{Sql.Text(target)}} ({{NewFiles.Format}})
            """;
    }

    private static string Value(Column column, IReadOnlyDictionary<string, int> cellOf)
    {
        var typed = cellOf.TryGetValue(column.Name, out var cell) ? TextExpressions.Cell(cell) : $"null::{column.SqlType}";
        return column.Default is null ? typed : $"coalesce({typed}, {Sql.Text(column.Default)}::{column.SqlType})";
    }

    private static IEnumerable<(string Name, string Expression)> AttributesOf(DeliveryPart part) => part.Layout.Attributes
        .Where(attribute => attribute.Cell is not null).OrderBy(attribute => attribute.Name, StringComparer.Ordinal)
        .Select(attribute => (attribute.Name, TextExpressions.Cell(attribute.Cell!.Value)));
}
