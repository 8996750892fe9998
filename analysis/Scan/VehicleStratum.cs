namespace ClaimInsights.Analysis.Scan;

/// <summary>Vehicles alike in every attribute in which clusters are looked for.</summary>
/// <param name="Stratum">Its number, from 0 without gaps.</param>
/// <param name="Model">Model.</param>
/// <param name="Plant">Plant; null: not known, as for the others.</param>
/// <param name="Line">Line of the plant.</param>
/// <param name="Powertrain">Powertrain.</param>
/// <param name="UsageClass">private or commercial.</param>
/// <param name="Province">Province.</param>
/// <param name="Climate">Climate.</param>
/// <param name="Further">Attributes beyond the contract's columns: name and value parted by character 31, pairs by character 30.</param>
public sealed record VehicleStratum(
    int Stratum, string Model, string? Plant, string? Line, string? Powertrain, string? UsageClass, string? Province, string? Climate, string? Further);
