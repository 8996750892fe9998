namespace ClaimInsights.Analysis.Insights;

/// <summary>One insight table of the product: its name, and how it is read back.</summary>
/// <typeparam name="TRow">The record of its rows.</typeparam>
/// <param name="Name">lower_snake_case.</param>
public sealed record Insight<TRow>(string Name)
{
    /// <summary>The table with these rows; see <see cref="InsightTable.Of"/>.</summary>
    public InsightTable Table(IEnumerable<TRow> rows) => InsightTable.Of(Name, rows);

    /// <summary>Reads the rows that a run wrote into that folder.</summary>
    /// <exception cref="AnalysisException">It wrote none, or they are of another version.</exception>
    public IReadOnlyList<TRow> Read(string folder) => [.. Stream(folder)];

    /// <summary>The same rows one at a time, for tables of which nobody needs all at once.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Read"/>; at once, and not only when rows are asked for.</exception>
    public IEnumerable<TRow> Stream(string folder) => InsightParquet.Stream<TRow>(Path.Combine(folder, InsightTable.FileName(Name, InsightFormat.Parquet)));
}
