namespace ClaimInsights.Analysis.Fairness;

/// <summary>What evidence came with the claims rejected for one reason.</summary>
/// <param name="Reason">Reason of rejection; empty: the claims that were not rejected.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="PhotosKnown">Of them those that say how many photos came.</param>
/// <param name="PhotosMissing">Of those without any.</param>
/// <param name="OldPartKnown">Those that say whether the old part came back.</param>
/// <param name="OldPartMissing">Of those not.</param>
/// <param name="FaultCodesKnown">Those that say whether fault codes were read.</param>
/// <param name="FaultCodesMissing">Of those not.</param>
/// <param name="MaintenanceKnown">Those that say whether a maintenance record was given.</param>
/// <param name="MaintenanceMissing">Of those not.</param>
public sealed record EvidenceCount(
    string Reason, long Claims, long PhotosKnown, long PhotosMissing, long OldPartKnown, long OldPartMissing,
    long FaultCodesKnown, long FaultCodesMissing, long MaintenanceKnown, long MaintenanceMissing)
{
    /// <summary>Each kind of evidence with its counts.</summary>
    internal IEnumerable<(string Fact, long Known, long Missing)> Facts =>
    [
        ("no_photos", PhotosKnown, PhotosMissing), ("old_part_not_returned", OldPartKnown, OldPartMissing),
        ("fault_codes_not_read", FaultCodesKnown, FaultCodesMissing), ("no_maintenance_record", MaintenanceKnown, MaintenanceMissing),
    ];
}
