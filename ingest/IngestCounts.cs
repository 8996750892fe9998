namespace ClaimInsights.Ingest;

/// <summary>What became of the rows read; each row is counted once.</summary>
/// <param name="Read">Rows read, damaged ones and each piece of a split row included; blank lines and headers are no rows.</param>
/// <param name="Stored">New rows and rows that amend or replace one.</param>
/// <param name="Superseded">Rows older than one that is known; kept as history.</param>
/// <param name="AlreadyKnown">Rows that bring nothing new.</param>
/// <param name="NotClosed">Rows that are not closed yet; set aside.</param>
/// <param name="Quarantined">Rows that break a rule; set aside with every problem.</param>
public readonly record struct IngestCounts(long Read, long Stored, long Superseded, long AlreadyKnown, long NotClosed, long Quarantined)
{
    /// <summary>The same counts as they come out when the delivery comes again.</summary>
    internal IngestCounts Again => new(Read, 0, 0, Stored + Superseded + AlreadyKnown, NotClosed, Quarantined);

    /// <summary>Adds column by column.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>The sums.</returns>
    public static IngestCounts operator +(IngestCounts one, IngestCounts other) => new(
        one.Read + other.Read,
        one.Stored + other.Stored,
        one.Superseded + other.Superseded,
        one.AlreadyKnown + other.AlreadyKnown,
        one.NotClosed + other.NotClosed,
        one.Quarantined + other.Quarantined);

    /// <summary>Adds column by column.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>The sums.</returns>
    public static IngestCounts Add(IngestCounts one, IngestCounts other) => one + other;

    /// <summary>Throws unless every row read became exactly one thing.</summary>
    /// <exception cref="InvalidOperationException">A row was lost or counted twice: our own bug.</exception>
    internal void Check(string what)
    {
        if (Read != Stored + Superseded + AlreadyKnown + NotClosed + Quarantined)
        {
            throw new InvalidOperationException($"{what}: the rows do not add up: {this}");
        }
    }
}
