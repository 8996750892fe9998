using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using DuckDB.NET.Data;

namespace ClaimInsights.Tests;

/// <summary>One row of a table as a test says it: only what matters is named, the rest is ordinary.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Values">Column (or attribute) → value in the form of a delivery; null: empty.</param>
public sealed record Row(Table Table, IReadOnlyDictionary<string, string?> Values);

/// <summary>A warehouse in memory that holds the rows that a test names.</summary>
internal static class Given
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    /// <summary>A warehouse over these rows, as of <see cref="AsOf"/> or the scope's own day; told that there are so many claims, it takes the store for a large one.</summary>
    public static Warehouse Rows(IEnumerable<Row> rows, Scope? scope = null, long? claims = null)
    {
        var all = rows.ToList();
        return Warehouse.Over(
            connection => Tables.All.ToList().ForEach(table => Fill(connection, table, all)),
            Tables.All.Select(table => new StoredTable(table, [], AttributesOf(table, all))),
            scope ?? new Scope(AsOf), claims);
    }

    /// <summary>An ordinary paid claim; <paramref name="change"/> names columns that differ.</summary>
    public static Row Claim(string id, params (string Column, string? Value)[] change) => Make(Tables.Claims, change,
        ("claim_id", id), ("version", "1"), ("dealer_code", "D001"), ("failed_on", "2026-03-01"), ("reported_on", "2026-03-02"),
        ("decided_on", "2026-03-05"), ("closed_on", "2026-03-10"), ("causal_part", "P-100"), ("failure_mode", "leak"),
        ("attribution", "manufacturing"), ("verdict", "paid"), ("claimed_amount", "100.00"), ("approved_amount", "100.00"));

    /// <summary>An ordinary private vehicle, sold; <paramref name="change"/> names columns that differ.</summary>
    public static Row Vehicle(string vin, params (string Column, string? Value)[] change) => Make(Tables.Vehicles, change,
        ("vin", vin), ("model", "M1"), ("model_year", "2025"), ("built_on", "2025-01-10"), ("in_service_on", "2025-02-01"),
        ("plant", "A"), ("powertrain", "ICE"), ("use", "private"), ("warranty_months", "36"), ("warranty_km", "100000"));

    /// <summary>A row of any table.</summary>
    public static Row Make(Table table, IEnumerable<(string Column, string? Value)> change, params (string Column, string? Value)[] ordinary)
    {
        var values = ordinary.ToDictionary(one => one.Column, one => one.Value);
        foreach (var (column, value) in change)
        {
            values[column] = value;
        }

        return new Row(table, values);
    }

    private static List<string> AttributesOf(Table table, List<Row> rows) =>
        [.. rows.Where(row => row.Table == table).SelectMany(row => row.Values.Keys).Where(name => table.Find(name) is null).Distinct().Order(StringComparer.Ordinal)];

    private static void Fill(DuckDBConnection connection, Table table, List<Row> rows)
    {
        var columns = table.Columns.Select(column => (column.Name, column.SqlType))
            .Concat(AttributesOf(table, rows).Select(name => (Name: name, SqlType: "VARCHAR"))).ToList();
        using var command = connection.CreateCommand();
        command.CommandText = $"create table given_{table.Name} ({string.Join(", ", columns.Select(one => $"\"{one.Name}\" varchar"))})";
        command.ExecuteNonQuery();
        using (var appender = connection.CreateAppender($"given_{table.Name}"))
        {
            foreach (var row in rows.Where(row => row.Table == table))
            {
                var line = appender.CreateRow();
                columns.ForEach(one => line.AppendValue(row.Values.GetValueOrDefault(one.Name)));
                line.EndRow();
            }
        }

        var typed = columns.Select(one => $"cast(\"{one.Name}\" as {one.SqlType}) as \"{one.Name}\"");
        command.CommandText = $"create table stored_{table.Name} as select {string.Join(", ", typed)} from given_{table.Name}";
        command.ExecuteNonQuery();
    }
}
