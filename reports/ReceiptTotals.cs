namespace ClaimInsights.Reports;

/// <summary>What became of all rows that were delivered; <paramref name="Read"/> is the sum of the others.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Stored">Rows taken in.</param>
/// <param name="Superseded">Rows older than one already there.</param>
/// <param name="AlreadyKnown">Rows with nothing new in them.</param>
/// <param name="NotClosed">Claims set aside until they are closed.</param>
/// <param name="Quarantined">Rows that break a rule, set aside with the reason.</param>
public sealed record ReceiptTotals(long Read, long Stored, long Superseded, long AlreadyKnown, long NotClosed, long Quarantined);
