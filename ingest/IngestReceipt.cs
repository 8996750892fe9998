using System.Text.Json.Serialization;

namespace ClaimInsights.Ingest;

/// <summary>What became of a delivery; <c>read = stored + superseded + already_known + not_closed + quarantined</c>, always.</summary>
public sealed record IngestReceipt
{
    /// <summary>The delivery, named by its content: the same bytes, mapping and as-of date have the same id.</summary>
    [JsonPropertyName("delivery")]
    public required string DeliveryId { get; init; }

    /// <summary>Rows read.</summary>
    public long Read { get; init; }

    /// <summary>New rows and rows that amend or replace one.</summary>
    public long Stored { get; init; }

    /// <summary>Rows older than one that is known; kept as history.</summary>
    public long Superseded { get; init; }

    /// <summary>Rows that bring nothing new.</summary>
    public long AlreadyKnown { get; init; }

    /// <summary>Rows that are not closed yet; set aside.</summary>
    public long NotClosed { get; init; }

    /// <summary>Rows that break a rule; set aside with every problem.</summary>
    public long Quarantined { get; init; }

    /// <summary>Rows per problem code (<see cref="Problem"/>); a row with several problems counts under each.</summary>
    public IReadOnlyDictionary<string, long> Problems { get; init; } = new Dictionary<string, long>();

    /// <summary>One part for each file, in the order in which they were taken in.</summary>
    public IReadOnlyList<ReceiptPart> Files { get; init; } = [];

    /// <summary>The as-of date used; null: none.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>When it was received, as given.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The same delivery's receipt when it comes again: nothing is new.</summary>
    internal IngestReceipt Again(DateTimeOffset receivedAt) => From(
        DeliveryId, [.. Files.Select(part => part with { Counts = part.Counts.Again })], Problems, AsOf, receivedAt);

    internal static IngestReceipt From(
        string id, IReadOnlyList<ReceiptPart> parts, IReadOnlyDictionary<string, long> problems, DateOnly? asOf, DateTimeOffset receivedAt)
    {
        var sum = default(IngestCounts);
        foreach (var part in parts)
        {
            part.Counts.Check(part.File);
            sum += part.Counts;
        }

        return new IngestReceipt
        {
            DeliveryId = id,
            Read = sum.Read,
            Stored = sum.Stored,
            Superseded = sum.Superseded,
            AlreadyKnown = sum.AlreadyKnown,
            NotClosed = sum.NotClosed,
            Quarantined = sum.Quarantined,
            Problems = problems,
            Files = parts,
            AsOf = asOf,
            ReceivedAt = receivedAt,
        };
    }
}
