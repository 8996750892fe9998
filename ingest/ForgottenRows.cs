namespace ClaimInsights.Ingest;

/// <summary>Rows removed from what a delivery left aside.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Quarantined">Rows that were quarantined.</param>
/// <param name="NotClosed">Rows that were not closed.</param>
public sealed record ForgottenRows(string Delivery, long Quarantined, long NotClosed);
