namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Decides claims again by the table of rules. What the data do not say is not judged: an unknown day of sale leaves distance, an
/// unknown part class leaves the wear rule out. Goodwill is given beside the rules on purpose and is no leakage.
/// </summary>
public static class RuleReplay
{
    /// <summary>Every disagreement between a decision and the rules: leakage first, the largest amount first.</summary>
    /// <param name="warehouse">The store.</param>
    /// <param name="rules">The table of rules.</param>
    public static IReadOnlyList<RuleDisagreement> In(Warehouse warehouse, WarrantyRules rules)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(rules);
        warehouse.Replay(ReplayLimits.Of(rules));
        return
        [
            .. Analyses.ReplayCases.Stream(warehouse).Select(one => Judge(one, rules.On(one.HappenedOn))).OfType<RuleDisagreement>()
                .OrderBy(row => row.Direction, StringComparer.Ordinal).ThenByDescending(row => row.Amount).ThenBy(row => row.ClaimId, StringComparer.Ordinal),
        ];
    }

    /// <summary>One claim against one set of rules; null: they agree, or the data cannot say.</summary>
    public static RuleDisagreement? Judge(ReplayCase one, WarrantyRuleSet set)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(set);
        var against = Against(one, set);
        if (one.Verdict != "rejected")
        {
            return against is null ? null : Row(one, set, "paid_against_rule", against, one.ApprovedAmount);
        }

        return against is null && one.RejectionReason is { } reason && IsContradicted(one, set, reason)
            ? Row(one, set, "rejected_though_covered", reason, one.ClaimedAmount)
            : null;
    }

    /// <summary>The first rule that says no; null: none does.</summary>
    private static string? Against(ReplayCase one, WarrantyRuleSet set)
    {
        var terms = Terms(one, set);
        return set.AuthorisedOnly && one.Authorised == false ? "unauthorised_shop"
            : IsPast(one, terms) is { } past ? (IsShortenedByUse(one, set) && IsPast(one, Ordinary(one, set)) is null ? "commercial_use" : past)
            : one.PartClass == "wear" && set.Wear is { } wear && IsPast(one, wear) is not null ? "wear_item"
            : IsDuplicate(one, set) ? "duplicate"
            : set.Maintenance is { Required: true } && IsServiceMissing(one, set) == true ? "lack_of_maintenance"
            : null;
    }

    /// <summary>Whether the data say that the stated reason is not so.</summary>
    private static bool IsContradicted(ReplayCase one, WarrantyRuleSet set, string reason) => reason switch
    {
        "out_of_time" => Terms(one, set).DaysPast(one.InServiceOn, one.HappenedOn) == 0,
        "out_of_mileage" => Terms(one, set).KmPast(one.OdometerKm) == 0,
        "unauthorised_shop" => one.Authorised == true,
        "duplicate" => one.Vin is not null && set.DuplicateWithinDays is not null,
        "wear_item" => one.PartClass is not null && (one.PartClass != "wear" || (set.Wear is { } wear && IsKnownInside(one, wear))),
        "commercial_use" => one.UsageClass == "private" || (one.UsageClass == "commercial" && IsKnownInside(one, Terms(one, set))),
        "lack_of_maintenance" => IsServiceMissing(one, set) == false,
        _ => false,
    };

    private static string? IsPast(ReplayCase one, WarrantyPeriod terms) =>
        terms.DaysPast(one.InServiceOn, one.HappenedOn) > 0 ? "out_of_time" : terms.KmPast(one.OdometerKm) > 0 ? "out_of_mileage" : null;

    /// <summary>Each limit that there is can be judged and is kept.</summary>
    private static bool IsKnownInside(ReplayCase one, WarrantyPeriod terms) =>
        (terms.Months is null || terms.DaysPast(one.InServiceOn, one.HappenedOn) == 0) && (terms.Km is null || terms.KmPast(one.OdometerKm) == 0);

    private static bool IsDuplicate(ReplayCase one, WarrantyRuleSet set) => set.DuplicateWithinDays is { } days && one.DaysApart <= days;

    private static bool IsShortenedByUse(ReplayCase one, WarrantyRuleSet set) => one.UsageClass == "commercial" && set.Commercial is not null;

    private static WarrantyPeriod Terms(ReplayCase one, WarrantyRuleSet set) => set.TermsOf(one.WarrantyMonths, one.WarrantyKm, one.UsageClass);

    /// <summary>The vehicle's own terms, else the rule's.</summary>
    private static WarrantyPeriod Ordinary(ReplayCase one, WarrantyRuleSet set) => new(one.WarrantyMonths ?? set.Warranty.Months, one.WarrantyKm ?? set.Warranty.Km);

    /// <summary>Whether services lapsed before the failure: a record shown is none missing; null: the data cannot say.</summary>
    private static bool? IsServiceMissing(ReplayCase one, WarrantyRuleSet set) =>
        set.Maintenance is not { } rule ? null
        : one.MaintenanceRecord == true ? false
        : (one.LastServicedOn ?? one.InServiceOn) is { } last ? WarrantyPeriod.LastDayOf(last, rule.Months) < one.HappenedOn
        : null;

    private static RuleDisagreement Row(ReplayCase one, WarrantyRuleSet set, string direction, string rule, decimal amount)
    {
        var terms = rule == "wear_item" && one.PartClass == "wear" ? set.Wear! : Terms(one, set);
        return new(
            one.ClaimId, one.Version, direction, rule, set.Id, one.DealerCode, one.CausalPart, one.HappenedOn, one.ClosedOn,
            terms.LastDay(one.InServiceOn), terms.DaysPast(one.InServiceOn, one.HappenedOn), terms.Km, terms.KmPast(one.OdometerKm),
            IsDuplicate(one, set) ? one.DuplicateOf : null, one.LastServicedOn, amount);
    }
}
