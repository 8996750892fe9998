namespace ClaimInsights.Analysis.Fairness;

/// <summary>Decided claims of one dealer, province or clerk that are alike in part, months in service, attribution and kind of shop.</summary>
/// <param name="Kind"><c>dealer</c>, <c>province</c> or <c>clerk</c>.</param>
/// <param name="Unit">Its code or name.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="MonthsInService"><c>0-11</c>, <c>12-23</c>, <c>24-35</c>, <c>36+</c> or <c>unknown</c>.</param>
/// <param name="Attribution">The cause as coded.</param>
/// <param name="Authorised">The shop is authorised by the maker, or not said to be none: repair elsewhere is itself a cause of rejection.</param>
/// <param name="Decided">Claims paid, partly paid, goodwill or rejected; at least 1.</param>
/// <param name="Rejected">Of them rejected.</param>
public sealed record UnitRejectionCell(
    string Kind, string Unit, string CausalPart, string MonthsInService, string Attribution, bool Authorised, long Decided, long Rejected);
