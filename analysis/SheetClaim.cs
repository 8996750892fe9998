namespace ClaimInsights.Analysis;

/// <summary>What a review sheet shows of a claim.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="Vin">The vehicle; null: the claim names none.</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="PartName">Its name, as delivered; null: not known.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="ApprovedAmount">Approved amount, the store's currency.</param>
public sealed record SheetClaim(
    string ClaimId, int Version, string? Vin, string DealerCode, string CausalPart, string? PartName, string FailureMode, decimal ApprovedAmount);
