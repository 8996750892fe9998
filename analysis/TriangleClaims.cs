namespace ClaimInsights.Analysis;

/// <summary>Claims that count of vehicles of one build month that have been in service equally long.</summary>
/// <param name="CausalPart">The part that causes the failure.</param>
/// <param name="FailureMode">How it fails.</param>
/// <param name="BuildMonth">First day of the month.</param>
/// <param name="MonthsReached">Whole months that the vehicle has been in service by the as-of date.</param>
/// <param name="MonthsInService">Whole months in service at the failure; at least 0.</param>
/// <param name="Claims">At least 1.</param>
public sealed record TriangleClaims(
    string CausalPart, string FailureMode, DateOnly BuildMonth, int MonthsReached, int MonthsInService, long Claims);
