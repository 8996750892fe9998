namespace ClaimInsights.Ingest;

/// <summary>What is said about how a file is to be read; what is not said is found out from the file.</summary>
/// <param name="Encoding">The text's encoding by its usual name; null: its mark, else what its bytes are.</param>
/// <param name="Delimiter">What separates fields, one ASCII character; null: by the header.</param>
/// <param name="Sheet">A workbook's sheet; null: the first.</param>
public sealed record ReadingOptions(string? Encoding = null, char? Delimiter = null, string? Sheet = null)
{
    /// <summary>What is said here, else what a mapping says.</summary>
    internal ReadingOptions Else(Mapping? mapping) =>
        new(Encoding ?? mapping?.Encoding, Delimiter ?? mapping?.Delimiter, Sheet ?? mapping?.Sheet);

    /// <summary>Part of what names a delivery; empty where nothing is said.</summary>
    internal string Mark => this == new ReadingOptions() ? "" : $" {Encoding} {Delimiter} {Sheet}";
}
