using ClaimInsights.Ingest;

namespace ClaimInsights.Analysis;

/// <summary>A table of the contract as the store holds it: which files, and which attributes beyond the contract's columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Files">Parquet files, in order; empty where the store has no such table.</param>
/// <param name="Attributes">Columns beyond the contract's, VARCHAR, sorted.</param>
/// <param name="Rows">Rows in the files.</param>
internal sealed record StoredTable(Table Table, IReadOnlyList<string> Files, IReadOnlyList<string> Attributes, long Rows = 0)
{
    /// <summary>
    /// Up to so many rows are read once and kept: opening hundreds of monthly files for every question costs more than their rows.
    /// </summary>
    private const long MostKept = 200_000;

    /// <summary>A table of a store.</summary>
    public static StoredTable Of(ClaimStore store, Table table) => new(
        table, store.FilesOf(table), store.AttributesOf(table), store.Manifest.Files.Where(file => file.Table == table.Name).Sum(file => file.Rows));

    /// <summary>The statement that makes the relation <c>stored_NAME</c>, kept in memory where it is small and of many files.</summary>
    public string Create() => CreateAs(Files.Count > 1 && Rows <= MostKept ? "table" : "view");

    /// <summary>The statement that makes the view <c>stored_NAME</c>; typed and empty where there is no file.</summary>
    public string CreateView() => CreateAs("view");

    private string CreateAs(string kind)
    {
        var columns = Table.Columns.Select(column => $"cast({Column(column.Name)} as {column.SqlType}) as {Quoted(column.Name)}")
            .Concat(Attributes.Select(name => $"cast({Column(name)} as varchar) as {Quoted(name)}"));
        var from = Files.Count == 0
            ? "where false"
            : $"from read_parquet([{string.Join(", ", Files.Select(Literal))}], union_by_name = true, hive_partitioning = false)";
        return $"create {kind} stored_{Table.Name} as select {string.Join(", ", columns)} {from};";

        string Column(string name) => Files.Count == 0 ? "null" : Quoted(name);
    }

    /// <summary>The statement that makes the relation <c>NAME_attributes</c> (key, attribute, value), one row per value that is there.</summary>
    public string CreateAttributes(string key)
    {
        var names = Attributes.Count == 0 ? "cast([] as varchar[])" : $"[{string.Join(", ", Attributes.Select(Literal))}]";
        var values = Attributes.Count == 0 ? "cast([] as varchar[])" : $"[{string.Join(", ", Attributes.Select(Quoted))}]";
        return $"create view {Table.Name}_attributes as select {key}, attribute, value " +
            $"from (select {key}, unnest({names}) as attribute, unnest({values}) as value from stored_{Table.Name}) where value is not null;";
    }

    /// <summary>
    /// The statement that makes the view <c>described_NAME</c>: the contract's columns, and <c>further</c>, all attributes beyond them as one text:
    /// name and value parted by character 31, pairs by character 30; null where there is none.
    /// </summary>
    public string CreateDescribed()
    {
        var pairs = Attributes.Select(name => $", {Literal(name)} || chr(31) || {Quoted(name)}");
        var further = Attributes.Count == 0 ? "cast(null as varchar)" : $"nullif(concat_ws(chr(30){string.Concat(pairs)}), '')";
        return $"create view described_{Table.Name} as select {string.Join(", ", Table.Columns.Select(column => Quoted(column.Name)))}, {further} as further from stored_{Table.Name};";
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
