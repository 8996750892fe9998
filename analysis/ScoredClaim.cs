namespace ClaimInsights.Analysis;

/// <summary>What a reviewer sees of a claim that may be scored for suspicion.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="ApprovedAmount">Approved amount, the store's currency.</param>
/// <param name="ClosedOn">Day of closing.</param>
public sealed record ScoredClaim(
    string ClaimId, int Version, string DealerCode, string CausalPart, string FailureMode, decimal ApprovedAmount, DateOnly ClosedOn);
