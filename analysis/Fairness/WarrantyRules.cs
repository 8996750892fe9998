using System.Collections.Immutable;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>What the maintenance rule asks for.</summary>
/// <param name="Months">Longest time since the last service, or the sale, before a failure; at least 1.</param>
/// <param name="Required">A gap alone excludes a claim; otherwise it only confirms or contradicts a rejection for lack of maintenance.</param>
public sealed record MaintenanceRule(int Months, bool Required = false);

/// <summary>The warranty's rules over a span of days; a claim is judged by the set of the day on which it failed.</summary>
/// <param name="Id">Names the set.</param>
/// <param name="Warranty">Terms of a vehicle that brings none of its own.</param>
/// <param name="From">First day, itself included; null: from the beginning.</param>
/// <param name="Commercial">Terms of vehicles in commercial use; null: as in private use.</param>
/// <param name="Wear">Terms of parts of class wear; null: their rule is not known, so it is not judged.</param>
/// <param name="AuthorisedOnly">A repair at a shop that is not authorised is not covered.</param>
/// <param name="DuplicateWithinDays">The same part and failure of one vehicle, failed within so many days, is paid once; null: not judged.</param>
/// <param name="Maintenance">Null: not judged.</param>
/// <param name="StageTargets">Days that a stage may take, by the stage of <see cref="StageTime"/>.</param>
public sealed record WarrantyRuleSet(
    string Id,
    WarrantyPeriod Warranty,
    DateOnly? From = null,
    WarrantyPeriod? Commercial = null,
    WarrantyPeriod? Wear = null,
    bool AuthorisedOnly = true,
    int? DuplicateWithinDays = null,
    MaintenanceRule? Maintenance = null,
    ImmutableSortedDictionary<string, int>? StageTargets = null)
{
    /// <summary>The terms of a vehicle: those of commercial use where it is used so and the set has any, else its own, else the set's.</summary>
    /// <param name="months">The vehicle's own term; null: the set's.</param>
    /// <param name="km">The vehicle's own term; null: the set's.</param>
    /// <param name="usageClass">private or commercial; null: not known.</param>
    internal WarrantyPeriod TermsOf(int? months, int? km, string? usageClass) =>
        usageClass == "commercial" && Commercial is { } shorter ? shorter : new(months ?? Warranty.Months, km ?? Warranty.Km);
}

/// <summary>The versioned table of the warranty's rules; each set holds until the next begins.</summary>
/// <param name="Version">Of the form of the table; 1.</param>
/// <param name="RuleSets">At least one; one of them without a first day.</param>
public sealed record WarrantyRules(int Version, ImmutableArray<WarrantyRuleSet> RuleSets)
{
    /// <summary>The rules in force on a day.</summary>
    public WarrantyRuleSet On(DateOnly day) =>
        RuleSets.Where(set => set.From is null || set.From <= day).MaxBy(set => set.From ?? DateOnly.MinValue)!;

    /// <summary>Days that a stage may take by the rules of a day; null: no target.</summary>
    public int? Target(string stage, DateOnly day) => On(day).StageTargets is { } targets && targets.TryGetValue(stage, out var days) ? days : null;
}
