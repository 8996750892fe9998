using ClaimInsights.Analysis.Guarantees;

namespace ClaimInsights.Analysis.Dossiers;

/// <summary>Everything known about one claim and its vehicle, or about one vehicle.</summary>
/// <param name="AsOf">What is known is known on that day.</param>
/// <param name="Claim">The claim argued, its current version; null: the dossier is of a vehicle.</param>
/// <param name="Vin">The vehicle; null: the claim names none.</param>
/// <param name="Vehicle">What is known of it; null: the store does not know it.</param>
/// <param name="Versions">Every version of every claim of the vehicle, by day and version.</param>
/// <param name="Services">Its services, by day.</param>
/// <param name="LikeClaims">How like claims were decided; empty for a vehicle.</param>
/// <param name="Guarantees">Each clause of its rule set with the largest count; empty: no rule set is for it, or nothing was repaired.</param>
public sealed record Dossier(
    DateOnly AsOf,
    DossierClaim? Claim,
    string? Vin,
    DossierVehicle? Vehicle,
    IReadOnlyList<DossierClaim> Versions,
    IReadOnlyList<DossierService> Services,
    IReadOnlyList<LikeClaim> LikeClaims,
    IReadOnlyList<ThreeGuarantee> Guarantees)
{
    /// <summary>The current version of each claim of the vehicle, by day.</summary>
    public IEnumerable<DossierClaim> Claims => Versions.Where(one => one.IsCurrent);

    /// <summary>The dossier of a claim.</summary>
    /// <param name="warehouse">What is known.</param>
    /// <param name="claimId">The claim.</param>
    /// <param name="table">The rules on replacement and refund.</param>
    /// <param name="currency">The store's currency.</param>
    /// <exception cref="AnalysisException">No such claim is closed at the as-of date.</exception>
    public static Dossier OfClaim(Warehouse warehouse, string claimId, GuaranteeTable table, string currency)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        warehouse.Ask(claimId, vin: null);
        var known = Analyses.DossierClaims.Run(warehouse);
        if (known.FirstOrDefault(one => one.IsCurrent) is not { } claim)
        {
            throw new AnalysisException($"claim '{claimId}': the store has no such claim closed by {warehouse.Scope.AsOf:yyyy-MM-dd}; expected a claim_id as delivered. Name another claim, a later --as-of, or a vehicle with --vin");
        }

        warehouse.Ask(claimId, claim.Vin);
        return Of(warehouse, claimId, claim.Vin, Analyses.LikeClaims.Run(warehouse), table, currency);
    }

    /// <summary>The dossier of a vehicle.</summary>
    /// <param name="warehouse">What is known.</param>
    /// <param name="vin">The vehicle.</param>
    /// <param name="table">The rules on replacement and refund.</param>
    /// <param name="currency">The store's currency.</param>
    /// <exception cref="AnalysisException">The store knows neither the vehicle nor a claim of it.</exception>
    public static Dossier OfVehicle(Warehouse warehouse, string vin, GuaranteeTable table, string currency)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        warehouse.Ask(claimId: null, vin);
        var dossier = Of(warehouse, null, vin, [], table, currency);
        return dossier.Vehicle is null && dossier.Versions.Count == 0
            ? throw new AnalysisException($"vehicle '{vin}': the store knows neither it nor a claim of it by {warehouse.Scope.AsOf:yyyy-MM-dd}; expected a vin as delivered. Name another vehicle or a later --as-of")
            : dossier;
    }

    private static Dossier Of(Warehouse warehouse, string? claimId, string? vin, IReadOnlyList<LikeClaim> likes, GuaranteeTable table, string currency)
    {
        var versions = Analyses.DossierClaims.Run(warehouse);
        return new Dossier(
            warehouse.Scope.AsOf, versions.FirstOrDefault(one => one.IsCurrent && one.ClaimId == claimId), vin, Analyses.DossierVehicles.Run(warehouse) is [var vehicle, ..] ? vehicle : null,
            versions, Analyses.DossierServices.Run(warehouse), likes, vin is null ? [] : ThreeGuaranteesWatch.OfVehicle(warehouse, vin, table, currency));
    }
}
