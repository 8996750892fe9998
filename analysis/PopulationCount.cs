namespace ClaimInsights.Analysis;

/// <summary>Claims of one population and problem in one year, in a store without vehicles.</summary>
/// <param name="Model">Attribute <c>model</c> of the claims; null: they carry none.</param>
/// <param name="ModelYear">Attribute <c>model_year</c>.</param>
/// <param name="Plant">Attribute <c>plant</c>.</param>
/// <param name="Powertrain">Attribute <c>powertrain</c>.</param>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="ClosedYear">Year of closing.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="Cost">Approved amounts.</param>
public sealed record PopulationCount(
    string? Model,
    string? ModelYear,
    string? Plant,
    string? Powertrain,
    string CausalPart,
    string FailureMode,
    long ClosedYear,
    long Claims,
    decimal Cost);
