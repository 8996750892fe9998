namespace ClaimInsights.Analysis.Fairness;

/// <summary>Decided claims of one month of closing that are alike, by dealer, part and what became of them; see <see cref="RejectionMoves"/>.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Kind">What makes them alike: terms, attribution, shop, evidence.</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="Reason">Reason of rejection; empty: not rejected.</param>
/// <param name="Claims">At least 1.</param>
public sealed record MoveCell(DateOnly Month, string Kind, string DealerCode, string CausalPart, string Reason, long Claims);
