namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Two near-identical claims that were decided differently: the same part, failure mode, model, half-year in service and kind, closed one after the
/// other in their group within the months that are scored. At most 200, the largest amounts first; <see cref="Consistency"/> counts all pairs.
/// An insight table: the parameters are its columns.
/// </summary>
/// <param name="CausalPart">The part of both.</param>
/// <param name="FailureMode">Their failure mode.</param>
/// <param name="Model">Model of both vehicles.</param>
/// <param name="MonthsFrom">Whole months in service of both lie within this and the next five.</param>
/// <param name="Kind">Terms, attribution, kind of shop and evidence of both, joined by a bar.</param>
/// <param name="PaidClaim">The claim that was paid, in full, in part or as goodwill.</param>
/// <param name="RejectedClaim">The claim that was rejected.</param>
/// <param name="PaidDealer">Dealer of the paid claim.</param>
/// <param name="RejectedDealer">Dealer of the rejected claim.</param>
/// <param name="PaidBy">Clerk who decided the paid claim; null: not said.</param>
/// <param name="RejectedBy">Clerk who decided the rejected claim; null: not said.</param>
/// <param name="RejectionReason">Why it was rejected.</param>
/// <param name="PaidAmount">Claimed amount of the paid claim, in the store's currency.</param>
/// <param name="RejectedAmount">Claimed amount of the rejected claim.</param>
public sealed record LikePair(
    string CausalPart,
    string FailureMode,
    string Model,
    int MonthsFrom,
    string Kind,
    string PaidClaim,
    string RejectedClaim,
    string PaidDealer,
    string RejectedDealer,
    string? PaidBy,
    string? RejectedBy,
    string RejectionReason,
    decimal PaidAmount,
    decimal RejectedAmount);
