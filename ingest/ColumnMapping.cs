namespace ClaimInsights.Ingest;

/// <summary>How one column of the contract is made from a file's columns.</summary>
/// <param name="Target">The contract's column.</param>
public sealed record ColumnMapping(Column Target)
{
    /// <summary>The file's columns; several are joined. Empty where a constant is given.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>What stands between several columns' values; empty cells are passed over.</summary>
    public string? Join { get; init; }

    /// <summary>Date formats, tried in order: yyyy, MM, M, dd, d, HH, mm, ss and any other character as it is.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The mark between thousands, taken out where it groups digits by three.</summary>
    public string? Thousands { get; init; }

    /// <summary>The decimal mark, made a point.</summary>
    public string? Decimal { get; init; }

    /// <summary>A number is multiplied by this, and rounded half away from zero to the decimals that the column holds.</summary>
    public decimal? Factor { get; init; }

    /// <summary>Translations of values, from the file's to the contract's.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The value taken where <see cref="Values"/> has no translation; null: the row is quarantined.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The same value in every row.</summary>
    public string? Constant { get; init; }
}
