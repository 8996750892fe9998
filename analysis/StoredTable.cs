using ClaimInsights.Ingest;

namespace ClaimInsights.Analysis;

/// <summary>A table of the contract as the store holds it: which files, and which attributes beyond the contract's columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Files">Parquet files, in order; empty where the store has no such table.</param>
/// <param name="Attributes">Columns beyond the contract's, VARCHAR, sorted.</param>
internal sealed record StoredTable(Table Table, IReadOnlyList<string> Files, IReadOnlyList<string> Attributes)
{
    /// <summary>A table of a store.</summary>
    public static StoredTable Of(ClaimStore store, Table table) => new(table, store.FilesOf(table), store.AttributesOf(table));

    /// <summary>The statement that makes the relation <c>stored_NAME</c>; typed and empty where there is no file.</summary>
    public string CreateView()
    {
        var columns = Table.Columns.Select(column => $"cast({Column(column.Name)} as {column.SqlType}) as {Quoted(column.Name)}")
            .Concat(Attributes.Select(name => $"cast({Column(name)} as varchar) as {Quoted(name)}"));
        var from = Files.Count == 0
            ? "where false"
            : $"from read_parquet([{string.Join(", ", Files.Select(Literal))}], union_by_name = true, hive_partitioning = false)";
        return $"create view stored_{Table.Name} as select {string.Join(", ", columns)} {from};";

        string Column(string name) => Files.Count == 0 ? "null" : Quoted(name);
    }

    /// <summary>The statement that makes the relation <c>NAME_attributes</c> (key, attribute, value), one row per value that is there.</summary>
    public string CreateAttributes(string key)
    {
        var rows = Attributes.Select(name =>
            $"select {key}, {Literal(name)} as attribute, {Quoted(name)} as value from stored_{Table.Name} where {Quoted(name)} is not null");
        var empty = $"select {key}, cast(null as varchar) as attribute, cast(null as varchar) as value from stored_{Table.Name} where false";
        return $"create view {Table.Name}_attributes as {string.Join(" union all ", rows.Prepend(empty))};";
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
