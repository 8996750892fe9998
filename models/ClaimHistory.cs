using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>What the vehicle, and the same repair, had already been claimed for. Source: <c>ClaimHistory.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="EarlierClaims">The vehicle's claims judged before.</param>
/// <param name="EarlierSamePart">Of them for the same part.</param>
/// <param name="EarlierWithin180Days">Of them failed within 180 days before this failure.</param>
/// <param name="EarlierRefusedAsOwners">Of them refused as the owner's or external.</param>
/// <param name="DaysSinceClaim">From the latest of their failures to this one; null: none.</param>
/// <param name="ClaimsOnOrder">Claims of the same repair order, this one included; at least 1.</param>
public sealed record ClaimHistory(
    string ClaimId,
    int EarlierClaims,
    int EarlierSamePart,
    int EarlierWithin180Days,
    int EarlierRefusedAsOwners,
    int? DaysSinceClaim,
    int ClaimsOnOrder)
{
    internal static Analysis<ClaimHistory> Analysis { get; } = new("ClaimHistory.sql");
}
