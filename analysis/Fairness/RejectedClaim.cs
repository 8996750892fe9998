namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// A claim behind the moves of <see cref="RejectionMove"/>: one row per claim rejected in the last two complete quarters or months, the latest
/// first. The claims of a bar are those of its dealer, reason or part and of its periods. An insight table: the parameters are its columns.
/// </summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="ClosedOn">Day of closing.</param>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="Kind">What it was compared by: terms, attribution, shop, evidence, joined by <c>|</c>.</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="DecidedBy">Who decided; null: not known.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="ClaimedAmount">Claimed, in the store's currency.</param>
public sealed record RejectedClaim(
    string ClaimId, int Version, DateOnly ClosedOn, string Reason, string Kind, string DealerCode, string? DecidedBy, string CausalPart, string FailureMode, decimal ClaimedAmount);
