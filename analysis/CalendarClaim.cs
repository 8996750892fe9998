namespace ClaimInsights.Analysis;

/// <summary>Counted claims of one chart, closed first in one month, on vehicles of one model and powertrain at one age; without those of listed clusters.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Model">Model.</param>
/// <param name="Powertrain">Powertrain; null: not known.</param>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="MonthsInService">Whole months from the sale to the failure.</param>
/// <param name="Claims">At least 1.</param>
public sealed record CalendarClaim(
    string CausalPart, string FailureMode, string Model, string? Powertrain, DateOnly Month, int MonthsInService, long Claims);
