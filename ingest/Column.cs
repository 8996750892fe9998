namespace ClaimInsights.Ingest;

/// <summary>One column of the contract: its name, type, and what its values may be.</summary>
/// <param name="Name">lower_snake_case.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Meaning">One line for a reader: meaning and unit.</param>
public sealed record Column(string Name, ColumnType Type, string Meaning)
{
    /// <summary>A row without a value in this column is quarantined.</summary>
    public bool Required { get; init; }

    /// <summary>The value that an empty cell stands for, in the form of a delivery; null: stays empty.</summary>
    public string? Default { get; init; }

    /// <summary>The codes that a <see cref="ColumnType.Code"/> column may hold; empty for every other type.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Smallest value allowed, itself included; null: no lower limit.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Greatest value allowed, itself included; null: no upper limit.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Decimals that a <see cref="ColumnType.Decimal"/> column holds; 0–6.</summary>
    public int Scale { get; init; }

    /// <summary>The column's type in DuckDB and so in the Parquet store; text, VIN and codes are VARCHAR.</summary>
    public string SqlType => Type switch
    {
        ColumnType.Date => "DATE",
        ColumnType.Timestamp => "TIMESTAMP",
        ColumnType.Int => "INTEGER",
        ColumnType.Decimal => $"DECIMAL(18,{Scale})",
        ColumnType.Real => "DOUBLE",
        ColumnType.Bool => "BOOLEAN",
        _ => "VARCHAR",
    };
}
