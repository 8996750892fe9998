using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>A claim as others of its kind knew it once it was judged, and what it said. Source: <c>JudgedClaim.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Vin">The vehicle; null: not given.</param>
/// <param name="DealerCode">Who repaired and bills.</param>
/// <param name="JudgedOn">Decision, else closing.</param>
/// <param name="MonthOfYear">Of the report; 1–12.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="LabourOperation">What was done; null: not given.</param>
/// <param name="Model">The vehicle's model; null: not known.</param>
/// <param name="ClaimedAmount">Claimed, the store's currency; null: not given.</param>
/// <param name="LabourHours">Billed; null: not given.</param>
/// <param name="KmPerDay">Kilometres a day since the sale; null: not known, or less than 30 days in service.</param>
/// <param name="ReplacedParts">Parts replaced along, separated by <c>;</c>; null or empty: none.</param>
/// <param name="OrderCharts">Other parts claimed on the order and how they failed, part and mode parted by character 31, separated by <c>;</c>; null: none.</param>
/// <param name="IsOldPartMissing">The old part did not come back.</param>
/// <param name="IsPaid">Paid, in part or as goodwill.</param>
/// <param name="IsReviewable">Paid as a defect: owner-caused damage can hide there.</param>
/// <param name="IsRefusedAsOwners">Refused as the owner's or external.</param>
/// <param name="IsAsked">Its features are asked for.</param>
/// <param name="RejectionReason">Why it was refused as the owner's; null: it was not.</param>
/// <param name="Complaint">What the customer said; null: nothing, or it teaches nothing of owner-caused damage.</param>
/// <param name="Cause">What the technician found; null likewise.</param>
/// <param name="Correction">What was done; null likewise.</param>
/// <param name="OrderComplaint">What the customer said in other claims of the order; null: nothing, or there is none.</param>
/// <param name="OrderCause">What the technician found there; null likewise.</param>
/// <param name="OrderCorrection">What was done there; null likewise.</param>
internal sealed record JudgedClaim(
    string ClaimId,
    string? Vin,
    string DealerCode,
    DateOnly JudgedOn,
    int MonthOfYear,
    string CausalPart,
    string FailureMode,
    string? LabourOperation,
    string? Model,
    double? ClaimedAmount,
    double? LabourHours,
    double? KmPerDay,
    string? ReplacedParts,
    string? OrderCharts,
    bool IsOldPartMissing,
    bool IsPaid,
    bool IsReviewable,
    bool IsRefusedAsOwners,
    bool IsAsked,
    string? RejectionReason,
    string? Complaint,
    string? Cause,
    string? Correction,
    string? OrderComplaint,
    string? OrderCause,
    string? OrderCorrection)
{
    internal static Analysis<JudgedClaim> Analysis { get; } = new("JudgedClaim.sql");

    /// <summary>The parts replaced along, each once; the causal part, where it is named again, among them.</summary>
    public IReadOnlyList<string> Replaced => Named(ReplacedParts);

    /// <summary>Other parts claimed on the order or replaced along, each once.</summary>
    public IReadOnlyList<string> Companions => [.. Order.Select(chart => chart.Part).Concat(Named(ReplacedParts)).Where(part => part != CausalPart).Distinct(StringComparer.Ordinal)];

    /// <summary>Other parts claimed on the order and how they failed, each once.</summary>
    public IReadOnlyList<(string Part, string Mode)> Order => [.. Named(OrderCharts).Select(chart => chart.Split('\u001f')).Select(chart => (chart[0], chart[1]))];

    /// <summary>What it teaches of refusals once it is judged.</summary>
    public RefusalOutcome Outcome() => new(CausalPart, FailureMode, MonthOfYear, IsRefusedAsOwners, OwnersCause());

    /// <summary>
    /// How the owner damaged it: by the reason of the refusal where that says so, and by what the texts speak of, traces
    /// included. None: paid, or refused as the owner's without a word how.
    /// </summary>
    private DamageCause OwnersCause() => !IsRefusedAsOwners ? DamageCause.None
        : OwnerDamageWords.In(Complaint) | OwnerDamageWords.In(Cause) | OwnerDamageWords.In(Correction) | RejectionReason switch
        {
            "accident" => DamageCause.Impact,
            "lack_of_maintenance" => DamageCause.Neglect,
            _ => DamageCause.None,
        };

    private static IReadOnlyList<string> Named(string? parts) => string.IsNullOrEmpty(parts)
        ? []
        : [.. parts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
