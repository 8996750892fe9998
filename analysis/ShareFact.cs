namespace ClaimInsights.Analysis;

/// <summary>Claims of one population, part, failure mode and dealer, in a store without vehicles.</summary>
/// <param name="Model">Attribute <c>model</c> of the claims; null: they carry none.</param>
/// <param name="ModelYear">Attribute <c>model_year</c>.</param>
/// <param name="Plant">Attribute <c>plant</c>.</param>
/// <param name="Powertrain">Attribute <c>powertrain</c>.</param>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="DealerCode">The dealer.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="LastClosedOn">Day of the latest closing.</param>
/// <param name="LastClaims">The latest five claims, the latest first, joined by <c>;</c>.</param>
public sealed record ShareFact(
    string? Model,
    string? ModelYear,
    string? Plant,
    string? Powertrain,
    string CausalPart,
    string FailureMode,
    string DealerCode,
    long Claims,
    DateOnly LastClosedOn,
    string LastClaims);
