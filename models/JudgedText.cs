using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>A claim refused as the owner's, or paid as a defect, and what it said. Source: <c>JudgedText.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Vin">The vehicle; null: not given.</param>
/// <param name="JudgedOn">Decision, else closing.</param>
/// <param name="MonthOfYear">Of the report; 1–12.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Companions">Other parts claimed on the order or replaced along, separated by <c>;</c>; empty: none.</param>
/// <param name="IsRefusedAsOwners">Refused as the owner's or external; else paid as a defect.</param>
/// <param name="RejectionReason">Why it was refused; null: it was paid.</param>
/// <param name="Complaint">What the customer said; null: nothing.</param>
/// <param name="Cause">What the technician found; null: nothing.</param>
/// <param name="Correction">What was done; null: nothing.</param>
internal sealed record JudgedText(
    string ClaimId,
    string? Vin,
    DateOnly JudgedOn,
    int MonthOfYear,
    string CausalPart,
    string FailureMode,
    string? Companions,
    bool IsRefusedAsOwners,
    string? RejectionReason,
    string? Complaint,
    string? Cause,
    string? Correction)
{
    internal static Analysis<JudgedText> Analysis { get; } = new("JudgedText.sql");

    /// <summary>The companions one by one, each once.</summary>
    public IReadOnlyList<string> CompanionParts => string.IsNullOrEmpty(Companions)
        ? []
        : [.. Companions.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part != CausalPart).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// How the owner damaged it: by the reason of the refusal where that says so, and by what the texts speak of, traces
    /// included. None: paid, or refused as the owner's without a word how.
    /// </summary>
    public DamageCause OwnersCause { get; } = !IsRefusedAsOwners ? DamageCause.None
        : OwnerDamageWords.In(Complaint) | OwnerDamageWords.In(Cause) | OwnerDamageWords.In(Correction) | RejectionReason switch
        {
            "accident" => DamageCause.Impact,
            "lack_of_maintenance" => DamageCause.Neglect,
            _ => DamageCause.None,
        };
}
