using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;
using DuckDB.NET.Data;

namespace ClaimInsights.Tests.Models;

/// <summary>A simulated delivery opened without a store, and the truth that lies apart from it.</summary>
internal static class SimulatedFleet
{
    public static Warehouse Open(SimulationSummary simulated) => Warehouse.Over(
        connection => Tables.All.ToList().ForEach(table => Read(connection, table, Path.Combine(simulated.DeliveryFolder, table.Name + ".csv"))),
        Tables.All.Select(table => new StoredTable(table, [], [])),
        new Scope(simulated.AsOf));

    /// <summary>Claims that the owner caused.</summary>
    public static IReadOnlySet<string> OwnerDamage(SimulationSummary simulated) =>
        File.ReadLines(Path.Combine(simulated.TruthFolder, "planted_owner_damage.csv")).Skip(1).Select(line => line.Split(',')[0]).ToHashSet(StringComparer.Ordinal);

    private static void Read(DuckDBConnection connection, Table table, string file)
    {
        string[] header = File.Exists(file) ? File.ReadLines(file).First().Split(',') : [];
        var columns = table.Columns.Select(column =>
            $"cast({(header.Contains(column.Name) ? $"\"{column.Name}\"" : column.Default ?? "null")} as {column.SqlType}) as \"{column.Name}\"");
        var from = header.Length == 0 ? "where false" : $"from read_csv('{file}', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')";
        using var command = connection.CreateCommand();
        command.CommandText = $"create table stored_{table.Name} as select {string.Join(", ", columns)} {from}";
        command.ExecuteNonQuery();
    }
}
