namespace ClaimInsights.Analysis;

/// <summary>A claim, and by what alerts on it can be told apart. Null: not known.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="ClosedOn">Day of closing.</param>
/// <param name="PartGroup">The part up to its first colon.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Model">Model.</param>
/// <param name="ModelYear">Model year.</param>
/// <param name="Plant">Plant.</param>
/// <param name="Line">Line.</param>
/// <param name="Powertrain">Powertrain.</param>
/// <param name="UsageClass">Private or commercial.</param>
/// <param name="Climate">Climate.</param>
/// <param name="SupplierCode">Supplier of the part.</param>
/// <param name="PartBatch">Batch of the part.</param>
public sealed record KeyedClaim(
    string ClaimId,
    DateOnly ClosedOn,
    string PartGroup,
    string FailureMode,
    string? Model,
    string? ModelYear,
    string? Plant,
    string? Line,
    string? Powertrain,
    string? UsageClass,
    string? Climate,
    string? SupplierCode,
    string? PartBatch)
{
    /// <summary>The columns that may be keys, as a delivery names them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["causal_part", "failure_mode", "model", "model_year", "plant", "line", "powertrain", "use", "climate", "supplier_code", "part_batch"];

    /// <summary>The claim's value of a key; empty where it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of <see cref="Keys"/>.</exception>
    public string Value(string key) => (key switch
    {
        "causal_part" => PartGroup,
        "failure_mode" => FailureMode,
        "model" => Model,
        "model_year" => ModelYear,
        "plant" => Plant,
        "line" => Line,
        "powertrain" => Powertrain,
        "use" => UsageClass,
        "climate" => Climate,
        "supplier_code" => SupplierCode,
        "part_batch" => PartBatch,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    }) ?? "";
}
