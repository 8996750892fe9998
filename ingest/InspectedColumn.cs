namespace ClaimInsights.Ingest;

/// <summary>One column of an inspected file.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Type">What nearly all of its values are: empty, vin, date, int, decimal, bool or text.</param>
/// <param name="Minimum">Its smallest value, by number or day where it holds those; null where it is empty.</param>
/// <param name="Maximum">Its greatest value.</param>
/// <param name="MissingShare">Share of rows without a value, 0…1.</param>
/// <param name="Examples">At most three of the values of its first thousand lines, the smallest.</param>
public sealed record InspectedColumn(
    string Name, string Type, string? Minimum, string? Maximum, double MissingShare, IReadOnlyList<string> Examples)
{
    /// <summary>The contract's column that it most likely is; null: none is likely.</summary>
    public string? Target { get; init; }

    /// <summary>How likely, 0…1: by its header (1 the contract's own, 0.9 known or written alike, 0 unknown) and the share of its values that the column could hold.</summary>
    public double Confidence { get; init; }

    /// <summary>Share of its values that the target column could hold, 0…1, in any known way to write them.</summary>
    public double ValuesMatch { get; init; }

    /// <summary>Day formats in which its values are written, the commonest first; empty where they are ISO days or no days.</summary>
    internal IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The mark between thousands, and the decimal mark; null: none, or a point.</summary>
    internal string? Thousands { get; init; }

    internal string? Decimal { get; init; }
}
