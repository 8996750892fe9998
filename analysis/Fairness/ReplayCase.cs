namespace ClaimInsights.Analysis.Fairness;

/// <summary>What the data say about a decided claim, to decide it again by rule.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="Vin">The vehicle; null: not given.</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="Verdict">paid, partly_paid or rejected.</param>
/// <param name="RejectionReason">As coded; null where paid.</param>
/// <param name="HappenedOn">Day of the failure, else of the report.</param>
/// <param name="ClosedOn">Day of closing.</param>
/// <param name="OdometerKm">Reading at repair, kilometres; null: not known.</param>
/// <param name="Authorised">The shop is authorised; null: not known.</param>
/// <param name="MaintenanceRecord">A record of services was shown; null: not known.</param>
/// <param name="IsListed">The vehicle is in the table of vehicles.</param>
/// <param name="UsageClass">private or commercial; null: not known.</param>
/// <param name="InServiceOn">Day of the sale; null: not known.</param>
/// <param name="WarrantyMonths">The vehicle's own term; null: the rule's.</param>
/// <param name="WarrantyKm">The vehicle's own term; null: the rule's.</param>
/// <param name="PartClass">As the table of parts says; null: not known.</param>
/// <param name="DaysApart">Days since the failure of the nearest paid claim for the same part and failure; null: there is none.</param>
/// <param name="DuplicateOf">That claim.</param>
/// <param name="LastServicedOn">Last service on or before the failure; null: none is known.</param>
/// <param name="ClaimedAmount">In the store's currency.</param>
/// <param name="ApprovedAmount">In the store's currency.</param>
public sealed record ReplayCase(
    string ClaimId,
    int Version,
    string? Vin,
    string DealerCode,
    string CausalPart,
    string Verdict,
    string? RejectionReason,
    DateOnly HappenedOn,
    DateOnly ClosedOn,
    int? OdometerKm,
    bool? Authorised,
    bool? MaintenanceRecord,
    bool IsListed,
    string? UsageClass,
    DateOnly? InServiceOn,
    int? WarrantyMonths,
    int? WarrantyKm,
    string? PartClass,
    int? DaysApart,
    string? DuplicateOf,
    DateOnly? LastServicedOn,
    decimal ClaimedAmount,
    decimal ApprovedAmount);

/// <summary>The narrowest limits of a table of rules, which decide what is looked at: the relation <c>replay_limits</c>.</summary>
/// <param name="Months">Shortest term in months.</param>
/// <param name="Km">Shortest term in kilometres.</param>
/// <param name="DuplicateDays">Longest span of a duplicate, days; -1: none is judged.</param>
/// <param name="NeedsMaintenance">Some set excludes a claim for a gap of services alone.</param>
internal sealed record ReplayLimits(int Months, int Km, int DuplicateDays, bool NeedsMaintenance)
{
    private const int NoLimitMonths = 1200;

    public static ReplayLimits Of(WarrantyRules rules)
    {
        var terms = rules.RuleSets.SelectMany(set => new[] { set.Warranty, set.Commercial }).OfType<WarrantyPeriod>().ToList();
        return new(
            terms.Min(term => term.Months ?? NoLimitMonths),
            terms.Min(term => term.Km ?? int.MaxValue),
            rules.RuleSets.Max(set => set.DuplicateWithinDays ?? -1),
            rules.RuleSets.Any(set => set.Maintenance is { Required: true }));
    }
}
