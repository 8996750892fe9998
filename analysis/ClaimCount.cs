namespace ClaimInsights.Analysis;

/// <summary>Counted claims of one part and failure mode, on vehicles of one model, powertrain and build month, at one age.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Model">Model.</param>
/// <param name="Powertrain">Powertrain; null: not known.</param>
/// <param name="BuildMonth">First day of the build month.</param>
/// <param name="MonthsInService">Whole months since the sale; 0 in the first month.</param>
/// <param name="Claims">At least 1.</param>
public sealed record ClaimCount(
    string CausalPart, string FailureMode, string Model, string? Powertrain, DateOnly BuildMonth, int MonthsInService, long Claims);
