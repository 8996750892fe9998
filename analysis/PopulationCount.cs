namespace ClaimInsights.Analysis;

/// <summary>Newly closed claims of one population and problem, in a store without vehicles.</summary>
/// <param name="Model">Attribute <c>model</c> of the claims; null: they carry none.</param>
/// <param name="ModelYear">Attribute <c>model_year</c>.</param>
/// <param name="Plant">Attribute <c>plant</c>.</param>
/// <param name="Powertrain">Attribute <c>powertrain</c>.</param>
/// <param name="CausalPart">The group of parts: the part up to its first colon.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="ToldClaims">Claims that say, by class, mark or words, whether the failure is dangerous.</param>
/// <param name="DangerousClaims">Those of them that say it is.</param>
/// <param name="Cost">Approved amounts.</param>
public sealed record PopulationCount(
    string? Model,
    string? ModelYear,
    string? Plant,
    string? Powertrain,
    string CausalPart,
    string FailureMode,
    long Claims,
    long ToldClaims,
    long DangerousClaims,
    decimal Cost)
{
    /// <summary>
    /// Worth an engineer's time: it costs money, or at least half of the claims that tell are dangerous, or none tells.
    /// </summary>
    public bool Matters => Cost > 0 || 2 * DangerousClaims >= ToldClaims;
}
