namespace ClaimInsights.Analysis.Fairness;

/// <summary>A decision that the warranty's rules, applied to the data, do not bear out. An insight table: the parameters are its columns.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="Direction"><c>paid_against_rule</c> (leakage) or <c>rejected_though_covered</c> (unfairness).</param>
/// <param name="Rule">What the rule says no for, or the stated reason that the data contradict, as a reason of rejection.</param>
/// <param name="RuleSet">The set of rules in force on the day of the failure.</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="HappenedOn">Day of the failure, else of the report.</param>
/// <param name="ClosedOn">Day of closing.</param>
/// <param name="LastDay">Last day of the term that applies; null: not known or no limit.</param>
/// <param name="DaysPast">Days past it, 0 inside; null: time cannot be judged.</param>
/// <param name="LimitKm">Distance limit of the term that applies, kilometres; null: none.</param>
/// <param name="KmPast">Kilometres past it, 0 inside; null: distance cannot be judged.</param>
/// <param name="DuplicateOf">The claim already paid; null: none within the rule's days.</param>
/// <param name="LastServicedOn">Last service on or before the failure; null: none known.</param>
/// <param name="Amount">Approved (leakage) or claimed (unfairness), in the store's currency.</param>
public sealed record RuleDisagreement(
    string ClaimId,
    int Version,
    string Direction,
    string Rule,
    string RuleSet,
    string DealerCode,
    string CausalPart,
    DateOnly HappenedOn,
    DateOnly ClosedOn,
    DateOnly? LastDay,
    int? DaysPast,
    int? LimitKm,
    int? KmPast,
    string? DuplicateOf,
    DateOnly? LastServicedOn,
    decimal Amount);
