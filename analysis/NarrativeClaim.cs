namespace ClaimInsights.Analysis;

/// <summary>A claim's codes and what it says; source: <c>NarrativeClaims.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="CausalPart">As coded.</param>
/// <param name="FailureMode">As coded.</param>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="MonthsInService">Whole months from the sale to the failure; null: not known.</param>
/// <param name="Words">Complaint, cause and correction.</param>
public sealed record NarrativeClaim(string ClaimId, string CausalPart, string FailureMode, DateOnly Month, int? MonthsInService, string Words);
