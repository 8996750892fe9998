namespace ClaimInsights.Analysis;

/// <summary>Decided claims of one month of closing that are alike, by what became of them; see <see cref="RejectionCauses"/>.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Kind">What makes them alike: terms, attribution, shop, evidence.</param>
/// <param name="Reason">Reason of rejection; empty: not rejected.</param>
/// <param name="Claims">At least 1.</param>
public sealed record RejectionCell(DateOnly Month, string Kind, string Reason, long Claims);
