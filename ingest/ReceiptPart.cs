namespace ClaimInsights.Ingest;

/// <summary>One file's part of a receipt.</summary>
/// <param name="File">The file as named to the command, or within the folder that was.</param>
/// <param name="Table">The contract's table that it was taken for.</param>
/// <param name="Counts">What became of its rows.</param>
/// <param name="ColumnsLeftOut">Columns of the file that were not taken in, in its order.</param>
/// <param name="Mapping">File name of the mapping used; null: the columns bear the contract's names.</param>
public sealed record ReceiptPart(
    string File, string Table, IngestCounts Counts, IReadOnlyList<string> ColumnsLeftOut, string? Mapping)
{
    /// <summary>What the file was delivered in: <c>utf-8</c>, <c>gb18030</c>, <c>utf-16le</c> …, <c>xlsx</c> or <c>parquet</c>.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>What separates its fields; null for JSON lines, workbooks and Parquet.</summary>
    public string? Delimiter { get; init; }
}
