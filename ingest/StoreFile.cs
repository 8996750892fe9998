namespace ClaimInsights.Ingest;

/// <summary>One live Parquet file of a store.</summary>
/// <param name="Table">A table of the contract, its history (<c>vehicles_history</c>), <c>quarantine</c> or <c>not_closed</c>.</param>
/// <param name="Path">Path within the store, with forward slashes.</param>
/// <param name="Rows">Rows in it; at least 1.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hexadecimal.</param>
/// <param name="Attributes">Names of the columns that it holds beside the contract's, sorted.</param>
public sealed record StoreFile(string Table, string Path, long Rows, string Sha256, IReadOnlyList<string> Attributes);
