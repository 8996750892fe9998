namespace ClaimInsights.Analysis.Fairness;

/// <summary>Decided claims of one quarter and one part, model, dealer or province, by why they were not paid in full.</summary>
/// <param name="Quarter">First day of the quarter of closing.</param>
/// <param name="Dimension"><c>part</c>, <c>model</c>, <c>dealer</c> or <c>province</c>.</param>
/// <param name="Value">Its code or name.</param>
/// <param name="Reason">Reason; empty: paid in full, or goodwill.</param>
/// <param name="Rejected">Claims rejected.</param>
/// <param name="PartlyPaid">Claims partly paid.</param>
/// <param name="Claims">All claims of the row; at least 1.</param>
/// <param name="UnpaidAmount">Claimed less approved, of claims rejected or partly paid.</param>
public sealed record BreakdownCell(DateOnly Quarter, string Dimension, string Value, string Reason, long Rejected, long PartlyPaid, long Claims, decimal UnpaidAmount);
