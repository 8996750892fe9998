using System.Globalization;
using ClaimInsights.Ingest;
using Parquet;
using Parquet.Schema;

namespace ClaimInsights.Tests.Ingest;

/// <summary>What is stored comes back equal, from DuckDB and from Parquet.Net, for every type of column.</summary>
public sealed class RoundTripTests(RoundTripTests.EveryTable every) : IClassFixture<RoundTripTests.EveryTable>
{
    private readonly GivenStore given = every.Given;

    /// <summary>A store with two rows of every table.</summary>
    public sealed class EveryTable : IDisposable
    {
        public EveryTable()
        {
            foreach (var table in Tables.All)
            {
                Given.Write($"in/{table.Name}.csv", Csv(table));
            }

            Receipt = Given.TakeFiles([Path.Combine(Given.Root, "in")]);
        }

        internal GivenStore Given { get; } = new();

        internal IngestReceipt Receipt { get; }

        public void Dispose() => Given.Dispose();
    }

    [Fact]
    public void every_table_has_the_contracts_columns_and_types_in_its_order()
    {
        foreach (var table in Tables.All)
        {
            var expected = table.Columns.Select(column => $"{column.Name} {column.SqlType}").Append("delivery_id VARCHAR");
            Assert.Equal(expected, given.Rows(table, "select column_name || ' ' || column_type from (describe from live)"));
        }
    }

    [Fact]
    public void every_value_reads_back_equal_with_duckdb()
    {
        foreach (var table in Tables.All)
        {
            var csv = Csv(table);

            Assert.Equal(2, every.Receipt.Files.Single(part => part.Table == table.Name).Counts.Stored);
            var texts = string.Join(", ", table.Columns.Select(column => column.Type == ColumnType.Timestamp ? $"strftime({column.Name}, '%Y-%m-%dT%H:%M:%S')" : $"cast(\"{column.Name}\" as varchar)"));
            Assert.Equal(
                csv.Split('\n')[1..3].Select(line => line.Replace(',', '|')).Order(StringComparer.Ordinal),
                given.Rows(table, $"select {texts} from live").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task every_value_reads_back_equal_with_parquet_net()
    {
        foreach (var table in Tables.All)
        {
            var expected = Csv(table).Split('\n')[1..3].Order(StringComparer.Ordinal);
            var rows = new List<string>();
            foreach (var file in given.Store.FilesOf(table))
            {
                rows.AddRange(await ReadAsync(file, table));
            }

            Assert.Equal(expected, rows.Order(StringComparer.Ordinal));
        }
    }

    private static async Task<IEnumerable<string>> ReadAsync(string file, Table table)
    {
        await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var cells = new List<string[]>();
        foreach (var column in table.Columns)
        {
            cells.Add(await TextsAsync(group, reader.Schema.FindDataField(column.Name), column));
        }

        return Enumerable.Range(0, cells[0].Length).Select(row => string.Join(',', cells.Select(column => column[row])));
    }

    private static Task<string[]> TextsAsync(ParquetRowGroupReader group, DataField field, Column column) => column.Type switch
    {
        ColumnType.Date => ValuesAsync<DateTime>(group, field, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ColumnType.Timestamp => ValuesAsync<DateTime>(group, field, moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        ColumnType.Int => ValuesAsync<int>(group, field, number => number.ToString(CultureInfo.InvariantCulture)),
        ColumnType.Decimal => ValuesAsync<decimal>(group, field, number => number.ToString(CultureInfo.InvariantCulture)),
        ColumnType.Real => ValuesAsync<double>(group, field, number => number.ToString(CultureInfo.InvariantCulture)),
        ColumnType.Bool => ValuesAsync<bool>(group, field, truth => truth ? "true" : "false"),
        _ => StringsAsync(group, field),
    };

    private static async Task<string[]> ValuesAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync(field, values.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return [.. values.Select(value => value is { } there ? text(there) : "")];
    }

    private static async Task<string[]> StringsAsync(ParquetRowGroupReader group, DataField field)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(field, values.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return [.. values.Select(value => value ?? "")];
    }

    // One row with a value in every column, one with the required ones only.
    private static string Csv(Table table)
    {
        var header = string.Join(',', table.Columns.Select(column => column.Name));
        string Row(int number, bool full) => string.Join(',', table.Columns.Select(column =>
            !full && !column.Required && column.Default is null ? "" : Value(column, number)));
        return $"{header}\n{Row(1, true)}\n{Row(2, false)}\n";
    }

    private static string Value(Column column, int number) => column switch
    {
        { Type: ColumnType.Vin } => $"LSVAB2BR0EN00000{number}",
        { Type: ColumnType.Code } => column.Codes[0],
        { Type: ColumnType.Date } => "2025-03-02",
        { Type: ColumnType.Timestamp } => "2025-03-02T13:14:15",
        { Name: "model_year" } => "2025",
        { Type: ColumnType.Int } => "1",
        { Type: ColumnType.Decimal, Name: "claimed_amount" } => "1234567890123456.78",
        { Type: ColumnType.Decimal, Name: "parts_amount" } => "1234567890123456.00",
        { Type: ColumnType.Decimal, Name: "labour_amount" } => "0.70",
        { Type: ColumnType.Decimal, Name: "sublet_amount" } => "0.03",
        { Type: ColumnType.Decimal } => "0.05",
        { Type: ColumnType.Real } => "0.125",
        { Type: ColumnType.Bool } => "true",
        _ => $"{column.Name}-{number} 异响 é",
    };
}
