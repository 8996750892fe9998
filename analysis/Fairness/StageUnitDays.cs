namespace ClaimInsights.Analysis.Fairness;

/// <summary>Claims of a dealer or province whose stage took that many days.</summary>
/// <param name="Stage">See <see cref="StageTime"/>.</param>
/// <param name="Kind"><c>dealer</c> or <c>province</c>.</param>
/// <param name="Unit">Its code or name.</param>
/// <param name="Quarter">First day of the quarter of closing.</param>
/// <param name="Days">Whole days; at least 0.</param>
/// <param name="Claims">At least 1.</param>
public sealed record StageUnitDays(string Stage, string Kind, string Unit, DateOnly Quarter, int Days, long Claims);
