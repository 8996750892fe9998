namespace ClaimInsights.Simulator;

/// <summary>What a simulation wrote.</summary>
/// <param name="DeliveryFolder">The folder of the delivery's CSV files.</param>
/// <param name="TruthFolder">The folder of the truth files, apart from the delivery.</param>
/// <param name="AsOf">The day the delivery speaks of.</param>
/// <param name="Vehicles">Rows of vehicles.csv.</param>
/// <param name="Claims">Claims, each counted once whatever its versions.</param>
/// <param name="ClaimRows">Rows of claims.csv: versions.</param>
/// <param name="Services">Rows of services.csv.</param>
/// <param name="Verdicts">Rows of verdicts.csv.</param>
/// <param name="PlantedDefects">Rows of planted_defects.csv.</param>
/// <param name="PlantedClaims">Rows of planted_claims.csv.</param>
/// <param name="OwnerDamageClaims">Rows of planted_owner_damage.csv: claims coded manufacturing that the owner caused.</param>
public sealed record SimulationSummary(
    string DeliveryFolder,
    string TruthFolder,
    DateOnly AsOf,
    long Vehicles,
    long Claims,
    long ClaimRows,
    long Services,
    long Verdicts,
    int PlantedDefects,
    long PlantedClaims,
    long OwnerDamageClaims);
