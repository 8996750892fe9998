namespace ClaimInsights.Ingest;

/// <summary>The kinds of file that are read.</summary>
internal enum FileKind
{
    /// <summary>Delimited text.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>An XLSX workbook, of which one sheet is read.</summary>
    Workbook,

    /// <summary>Parquet.</summary>
    Parquet,
}
