using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace ClaimInsights.Bench;

/// <summary>What a notebook's author would write in C#: lines split at commas, values parsed, one Parquet file; no check, no quotes, no store.</summary>
internal static class PlainReader
{
    private const int GroupRows = 100_000;

    public static async Task Run(string file, string target)
    {
        using var reader = new StreamReader(file);
        var header = (await reader.ReadLineAsync().ConfigureAwait(false))!.Split(',');
        var fields = header.Select(Field).ToArray();
        await using var output = File.Create(target);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), output).ConfigureAwait(false);
        var rows = new List<string[]>(GroupRows);
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            rows.Add(line.Split(','));
            if (rows.Count == GroupRows)
            {
                await WriteGroup(writer, fields, rows).ConfigureAwait(false);
            }
        }

        await WriteGroup(writer, fields, rows).ConfigureAwait(false);
    }

    private static DataField Field(string name) =>
        name.EndsWith("_on", StringComparison.Ordinal) ? new DataField<DateOnly?>(name)
        : name.EndsWith("_amount", StringComparison.Ordinal) || name.EndsWith("_hours", StringComparison.Ordinal) ? new DecimalDataField(name, 18, 2, isNullable: true)
        : name is "version" or "odometer_km" or "photos" ? new DataField<int?>(name)
        : new DataField<string>(name);

    private static async Task WriteGroup(ParquetWriter writer, DataField[] fields, List<string[]> rows)
    {
        using var group = writer.CreateRowGroup();
        for (var index = 0; index < fields.Length; index++)
        {
            var field = fields[index];
            await (field.ClrType == typeof(DateOnly) ? Write(group, field, rows, index, text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                : field.ClrType == typeof(decimal) ? Write(group, field, rows, index, text => decimal.Parse(text, CultureInfo.InvariantCulture))
                : field.ClrType == typeof(int) ? Write(group, field, rows, index, text => int.Parse(text, CultureInfo.InvariantCulture))
                : group.WriteAsync(field, rows.Select(row => row[index]).ToArray())).ConfigureAwait(false);
        }

        rows.Clear();
    }

    private static Task Write<T>(ParquetRowGroupWriter group, DataField field, List<string[]> rows, int index, Func<string, T> parse)
        where T : struct => group.WriteAsync<T>(field, rows.Select(row => row[index].Length == 0 ? (T?)null : parse(row[index])).ToArray().AsMemory());
}
