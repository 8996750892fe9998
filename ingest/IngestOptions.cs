namespace ClaimInsights.Ingest;

/// <summary>How one delivery is taken in.</summary>
public sealed record IngestOptions
{
    /// <summary>The day to which the delivery is complete; later dates are wrong in it, later closings not closed yet. Null: none, or the mapping's.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>A mapping for the files that do not bear the contract's names; null: <c>NAME.mapping.json</c> beside a file, if there.</summary>
    public string? MappingFile { get; init; }

    /// <summary>What is said about encoding, delimiter and sheet; it goes before what a mapping says.</summary>
    public ReadingOptions Reading { get; init; } = new();

    /// <summary>Greatest share of rows that may be quarantined, percent, itself included; 0–100.</summary>
    public double MaxQuarantinePercent { get; init; } = 5;

    /// <summary>The key with which VINs are made pseudonyms before anything of them is kept; null: VINs are kept. A store has one key, or none, from its first delivery on.</summary>
    public Pseudonyms? Pseudonyms { get; init; }

    /// <summary>Everything is judged and counted, nothing is written into the store.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>How long to wait for another process that writes the store, seconds; 0: not at all.</summary>
    public int WaitSeconds { get; init; }

    /// <summary>From which size on a file's rows are sorted by month while they are read, bytes; smaller ones have little to gain.</summary>
    internal long SortAbove { get; init; } = 16L << 20;

    /// <summary>When the delivery was received; goes to the receipt and changes nothing else.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
