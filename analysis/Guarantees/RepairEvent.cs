namespace ClaimInsights.Analysis.Guarantees;

/// <summary>One repair of a watched vehicle, with what is known of the vehicle.</summary>
/// <param name="Vin">The vehicle.</param>
/// <param name="Model">Its model.</param>
/// <param name="Province">Where it is at home.</param>
/// <param name="UsageClass"><c>private</c>, <c>commercial</c>; null: not known.</param>
/// <param name="StartsOn">Day of the invoice, else of the sale; null: not known.</param>
/// <param name="LastKm">The latest reading of its odometer, kilometres; null: none.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="RepairOrderNo">The workshop's order; claims that share it are one repair.</param>
/// <param name="HappenedOn">Day of the failure, else of the report.</param>
/// <param name="OdometerKm">Reading at the repair.</param>
/// <param name="RepairInOn">Day into the workshop.</param>
/// <param name="RepairOutOn">Day out of it.</param>
/// <param name="CausalPart">The part that failed.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="SafetyClass">Of that failure; null: not known.</param>
/// <param name="Remedy">What was done; null: not known.</param>
/// <param name="ReplacedParts">Further parts replaced, separated by <c>;</c>.</param>
public sealed record RepairEvent(
    string Vin, string? Model, string? Province, string? UsageClass, DateOnly? StartsOn, int? LastKm, string ClaimId, string? RepairOrderNo, DateOnly HappenedOn,
    int? OdometerKm, DateOnly? RepairInOn, DateOnly? RepairOutOn, string CausalPart, string FailureMode, string? SafetyClass, string? Remedy, string? ReplacedParts)
{
    /// <summary>Part and failure mode: two repairs of one problem have the same.</summary>
    public string Problem => $"{CausalPart} {FailureMode}";

    /// <summary>Whether the causal part was replaced; null: not known.</summary>
    public bool? ReplacesCausalPart => Remedy is null ? null : Remedy is "replace_part" or "replace_assembly";

    /// <summary>Further parts replaced in the same repair.</summary>
    public IEnumerable<string> FurtherParts => ReplacedParts?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
