namespace ClaimInsights.Ingest;

/// <summary>More rows than allowed would be quarantined; nothing was committed.</summary>
/// <param name="message">How many of how many, the commonest problems with an example each, what to do.</param>
/// <param name="read">Rows read.</param>
/// <param name="quarantined">Rows that would be quarantined.</param>
/// <param name="problems">Rows per problem code.</param>
public sealed class QuarantineExceededException(
    string message, long read, long quarantined, IReadOnlyDictionary<string, long> problems) : Exception(message.ReplaceLineEndings(" "))
{
    /// <summary>Rows read.</summary>
    public long Read { get; } = read;

    /// <summary>Rows that would be quarantined; at most <see cref="Read"/>.</summary>
    public long Quarantined { get; } = quarantined;

    /// <summary>Rows per problem code.</summary>
    public IReadOnlyDictionary<string, long> Problems { get; } = problems;
}
