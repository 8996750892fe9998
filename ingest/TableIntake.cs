namespace ClaimInsights.Ingest;

/// <summary>
/// One table of a delivery on the workbench: the view <c>incoming</c> of its sound rows, sorted ones only where they have to be judged, the view <c>stored</c> of the store's live
/// rows, and the table <c>outcome</c> of every incoming row that is not simply new.
/// </summary>
internal sealed class TableIntake
{
    /// <summary>Outcomes that a judge may give; a row without one is new and stored.</summary>
    public const string Superseded = "superseded", Known = "known", Conflict = "conflict", Amends = "amends";

    /// <summary>The engine's type of a list of problems.</summary>
    public const string ProblemsType = "struct(problem varchar, \"column\" varchar, value varchar)[]";

    public TableIntake(Workbench bench, ClaimStore store, Table table, IReadOnlyList<DeliveryPart> parts, Staging staging)
    {
        (Bench, Store, Table, Parts) = (bench, store, table, parts);
        PartFiles = [.. parts.Select(staging.FileOf)];
        Sorted = [.. parts.SelectMany(staging.SortedOf)];
        StoreFiles = [.. store.LiveFiles(table.Name)];
        IncomingAttributes = AttributesGiven();
        Attributes = [.. IncomingAttributes.Concat(store.AttributesOf(table.Name)).Concat(store.AttributesOf(table.HistoryName))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Columns = [.. table.Columns.Select(column => column.Name), .. Attributes];
        CreateViews();
    }

    public Workbench Bench { get; }

    public ClaimStore Store { get; }

    public Table Table { get; }

    public IReadOnlyList<DeliveryPart> Parts { get; }

    public IReadOnlyList<string> PartFiles { get; }

    /// <summary>Rows that lie by month in the store's form already.</summary>
    public IReadOnlyList<SortedFile> Sorted { get; }

    public IReadOnlyList<StoreFile> StoreFiles { get; }

    /// <summary>Attributes that the delivery gives at least one value of.</summary>
    public IReadOnlyList<string> IncomingAttributes { get; }

    /// <summary>Attributes of delivery and store together, sorted.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The contract's columns, then the attributes.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>SQL that compares two rows' keys; an empty cell of a key equals an empty one.</summary>
    public string SameKey(string one, string other) =>
        string.Join(" and ", Table.Key.Select(key =>
            Table.Find(key) is { Required: true } or { Default: not null }
                ? $"{one}.{Sql.Name(key)} = {other}.{Sql.Name(key)}"
                : $"{one}.{Sql.Name(key)} is not distinct from {other}.{Sql.Name(key)}"));

    /// <summary>A select list of all columns; what a relation lacks is null.</summary>
    public string Select(IEnumerable<string> attributesThere) => string.Join(", ",
        Table.Columns.Select(column => Sql.Name(column.Name)).Concat(Attributes.Select(attribute =>
            attributesThere.Contains(attribute, StringComparer.Ordinal) ? Sql.Name(attribute) : $"null::varchar as {Sql.Name(attribute)}")));

    private List<string> AttributesGiven()
    {
        var named = Parts.SelectMany(part => part.Layout.Attributes).Select(attribute => attribute.Name).Distinct(StringComparer.Ordinal).ToList();
        if (!named.Contains(Layout.VinPrefix, StringComparer.Ordinal) || Table != Tables.Claims)
        {
            return named;
        }

        // Every claims file may give prefixes; a store gets the column only with the first of them.
        var given = Bench.Count($"select count({Layout.VinPrefix}) from {Sql.Parquet(PartFiles)}");
        return given > 0 ? named : [.. named.Where(name => name != Layout.VinPrefix)];
    }

    private void CreateViews()
    {
        var stored = StoreFiles.Count == 0
            ? $"select {string.Join(", ", Table.Columns.Select(column => $"null::{column.SqlType} as {Sql.Name(column.Name)}").Concat(Attributes.Select(name => $"null::varchar as {Sql.Name(name)}")))}, null::varchar as delivery_id, null::varchar as _file where false"
            : $"select {Select(Store.AttributesOf(Table.Name))}, delivery_id, _file from {Sql.Parquet(StoreFiles.Select(file => Store.Absolute(file.Path)), withFileName: true)}";
        Bench.Execute($"create or replace temp view stored as {stored}");
        SortedRows.Prepare(Bench, Sorted, PartFiles);
        var incoming = $"select {Select(IncomingAttributes)}, _ord, _line, _place, false as _sorted from {Sql.Parquet(PartFiles)} where _problems is null and not _open";
        if (Bench.Count("select count(*) from judged") > 0)
        {
            // Written once: every question after this one would otherwise read all that is sorted again.
            var judged = Bench.PathOf("judged.parquet");
            var columns = Select(Sorted.SelectMany(file => file.Attributes));
            Bench.Execute($"copy ({SortedRows.Relation(Sorted, columns)}) to {Sql.Text(judged)} (format parquet, parquet_version v1)");
            incoming += $" union all by name from {Sql.Parquet([judged])}";
        }

        Bench.Execute($"create or replace temp view incoming as {incoming}");
        Bench.Execute($"create or replace temp table keys as select {Sql.Names(Table.Key)}, count(*) as rows from incoming group by all");
        if (StoreFiles.Count > 0)
        {
            // What the store has of the same keys, of claims in whatever version: however large the store, no more is held against the delivery.
            var met = Bench.PathOf("met.parquet");
            var same = Table.Policy == RowPolicy.Versioned ? "stored.claim_id = keys.claim_id" : SameKey("stored", "keys");
            Bench.Execute($"copy (select stored.* from stored semi join keys on {same}) to {Sql.Text(met)} (format parquet, parquet_version v1)");
            Bench.Execute($"create or replace temp view stored as from {Sql.Parquet([met])}");
        }

        Bench.Execute($"""
            create or replace temp table outcome (_ord bigint, outcome varchar, problems {ProblemsType});
            create or replace temp table replaced (_file varchar, {string.Join(", ", Table.Key.Select(key => $"{Sql.Name(key)} {Table.Find(key)!.SqlType}"))});
            """);
    }
}
