namespace ClaimInsights.Ingest;

/// <summary>How a later row of a known key is treated.</summary>
public enum RowPolicy
{
    /// <summary>Versions: the highest is current, empty cells may be filled, other changes conflict (claims).</summary>
    Versioned,

    /// <summary>A later row of a known key replaces it; history is kept (vehicles, parts, services …).</summary>
    Replaced,

    /// <summary>Rows are only ever added (verdicts, decisions).</summary>
    Added,
}

/// <summary>One table of the contract: what a delivery may bring and the store holds.</summary>
/// <param name="Name">Its name, and its folder in the store.</param>
/// <param name="Policy">How a later row of a known key is treated.</param>
/// <param name="Key">Columns that identify a row.</param>
/// <param name="Columns">Every column, in the store's order.</param>
/// <param name="TakesAttributes">Columns that are not known become attributes (vehicles), instead of being refused.</param>
public sealed record Table(
    string Name, RowPolicy Policy, IReadOnlyList<string> Key, IReadOnlyList<Column> Columns, bool TakesAttributes = false)
{
    /// <summary>Where superseded rows of a <see cref="RowPolicy.Replaced"/> table are kept.</summary>
    public string HistoryName => Name + "_history";

    /// <summary>Columns without which a file is not a delivery of this table.</summary>
    public IEnumerable<Column> RequiredColumns => Columns.Where(column => column.Required);

    /// <summary>The column of that name, or null where the table has none.</summary>
    public Column? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
