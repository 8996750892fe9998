namespace ClaimInsights.Ingest;

/// <summary>What a file is, found out without taking it in.</summary>
public sealed record Inspection
{
    /// <summary>The file, as named.</summary>
    public required string File { get; init; }

    /// <summary>What it is written in: <c>utf-8</c>, <c>gb18030</c> …, <c>xlsx</c> or <c>parquet</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>What separates its fields; null for JSON lines, workbooks and Parquet.</summary>
    public string? Delimiter { get; init; }

    /// <summary>What stands around fields that hold the delimiter; null where there is no delimiter.</summary>
    public string? Quote => Delimiter is null ? null : "\"";

    /// <summary>The table that it most likely delivers.</summary>
    public required string Table { get; init; }

    /// <summary>Whether it is taken in without a mapping, and the suggested one would set no fewer rows aside.</summary>
    public bool NeedsNoMapping { get; init; }

    /// <summary>Rows, damaged ones included.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that no reader should be trusted with.</summary>
    public long DamagedRows { get; init; }

    /// <summary>Its columns, in its order.</summary>
    public required IReadOnlyList<InspectedColumn> Columns { get; init; }

    /// <summary>Required columns for which no column of the file was found; the suggested mapping has a <c>?</c> in their place.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Rows that would be quarantined, were it taken in by the suggested mapping (as it is, where it needs none); damaged ones included.</summary>
    public long Quarantined { get; init; }

    /// <summary>Rows per problem, were it taken in by the suggested mapping (as it is, where it needs none); empty where required columns are missing.</summary>
    public IReadOnlyDictionary<string, long> Problems { get; init; } = new Dictionary<string, long>();

    /// <summary>An example of each of the commonest problems.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>A mapping ready to edit, as JSON.</summary>
    public required string Mapping { get; init; }
}
