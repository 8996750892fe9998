namespace ClaimInsights.Analysis.Guarantees;

/// <summary>A vehicle near or past a trigger of the rules on replacement and refund. An insight table: the parameters are its columns.</summary>
/// <param name="Vin">The vehicle.</param>
/// <param name="Model">Its model.</param>
/// <param name="RuleSet">Id of the rule set, chosen by place and day of the invoice.</param>
/// <param name="Clause">Id of the clause; <c>extended_warranty</c>: the maker's own offer.</param>
/// <param name="Article">Where the law says so; empty for an offer.</param>
/// <param name="Subject">What the counter is about: a part and failure mode, a part, a system; empty: the vehicle.</param>
/// <param name="Counter">Repairs, replacements or days that are sure to count; at least 0.</param>
/// <param name="CounterAtMost">The same if everything of an unknown class counted; null: it has no bound.</param>
/// <param name="Limit">The count that triggers the clause.</param>
/// <param name="Remaining">What is missing to it; 0: reached.</param>
/// <param name="Standing"><c>owed</c>, <c>one_step</c>, <c>extended_warranty_candidate</c>; <c>unknown_class</c>: owed or not by classes that are not known;
/// <c>unknown_start</c>: reached, but no day of the invoice tells whether in time; <c>remedied</c>: replaced, refunded or extended already.</param>
/// <param name="Unknown">What is not known, joined by <c>;</c>: <c>safety_class</c>, <c>part_class</c>, <c>system</c>, <c>remedy</c>, <c>use</c>, <c>start</c>, <c>repair_days</c>.</param>
/// <param name="StartsOn">Day of the invoice, else of the sale.</param>
/// <param name="EndsOn">Last day of the clause's window.</param>
/// <param name="EndsAtKm">Last kilometre of the clause's window.</param>
/// <param name="LastKm">The vehicle's latest reading.</param>
/// <param name="ReachedOn">The day on which the limit was reached; null: it is not.</param>
/// <param name="ClaimIds">The claims that prove it, in order of time, joined by <c>;</c>.</param>
public sealed record ThreeGuarantee(
    string Vin,
    string? Model,
    string RuleSet,
    string Clause,
    string Article,
    string Subject,
    int Counter,
    int? CounterAtMost,
    int Limit,
    int Remaining,
    string Standing,
    string? Unknown,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    int? EndsAtKm,
    int? LastKm,
    DateOnly? ReachedOn,
    string ClaimIds);
