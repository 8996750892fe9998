using ClaimInsights.Analysis.Dossiers;

namespace ClaimInsights.Reports.Dossiers;

/// <summary>Something that happened.</summary>
/// <param name="Day">When.</param>
/// <param name="Km">Reading then, kilometres; null: none.</param>
/// <param name="Claim">The claim it belongs to; empty: none.</param>
/// <param name="Event">What.</param>
internal sealed record DossierFact(DateOnly Day, int? Km, string Claim, string Event);

/// <summary>The facts of a dossier in order of time: the vehicle's days, its services, every stage of the claim, every version, the other claims.</summary>
internal sealed class DossierFacts(Dossier dossier, Words words)
{
    /// <summary>The facts; on one day, in the order in which a claim passes its stages.</summary>
    public IEnumerable<DossierFact> InOrder() => OfVehicle().Concat(OfServices()).Concat(dossier.Claims.SelectMany(OfClaim)).Concat(OfVersions())
        .OrderBy(fact => fact.Day);

    /// <summary>An outcome in words, with its reason.</summary>
    public static string Outcome(string verdict, string? reason, Words words) => verdict is "rejected" or "partly_paid" && reason is not null
        ? words.Say("dossier.outcome_reason", words.Code("verdict", verdict), words.Code("reason", reason))
        : words.Code("verdict", verdict);

    private IEnumerable<DossierFact> OfVehicle()
    {
        if (dossier.Vehicle is not { } vehicle)
        {
            return [];
        }

        (string Key, DateOnly? Day)[] days =
        [
            ("fact.built", vehicle.BuiltOn), ("fact.invoiced", vehicle.InvoicedOn), ("fact.in_service", vehicle.InServiceOn),
            ("fact.warranty_ends", vehicle.WarrantyEndsOn), ("fact.out_of_service", vehicle.OutOfServiceOn),
        ];
        return days.Where(one => one.Day is not null).Select(one => new DossierFact(one.Day!.Value, null, "", words[one.Key]));
    }

    private IEnumerable<DossierFact> OfServices() => dossier.Services.Select(service => new DossierFact(
        service.ServicedOn, service.OdometerKm, "", Shop(words.Say("fact.serviced", service.DealerCode ?? Figures.None), service.Authorised)));

    /// <summary>Each stage of the claim argued; of another claim only what became of it.</summary>
    private IEnumerable<DossierFact> OfClaim(DossierClaim claim)
    {
        if (claim.ClaimId != dossier.Claim?.ClaimId)
        {
            return [new(claim.HappenedOn, claim.OdometerKm, claim.ClaimId, words.Say("fact.other", $"{claim.CausalPart} {claim.FailureMode}", Outcome(claim.Verdict, claim.RejectionReason, words)))];
        }

        (string Key, DateOnly? Day)[] stages =
        [
            ("fact.failed", claim.FailedOn), ("fact.reported", claim.ReportedOn), ("fact.into_workshop", claim.RepairInOn), ("fact.inspected", claim.InspectedOn),
            ("fact.out_of_workshop", claim.RepairOutOn), ("fact.part_returned", claim.PartReturnedOn), ("fact.part_analysed", claim.PartAnalysedOn),
            ("fact.decided", claim.DecidedOn), ("fact.paid", claim.PaidOn), ("fact.closed", claim.ClosedOn), ("fact.followed_up", claim.FollowedUpOn),
        ];
        var repaired = claim.RepairInOn ?? claim.HappenedOn;
        return stages.Where(one => one.Day is not null).Select(one => new DossierFact(
            one.Day!.Value, one.Day == repaired && one.Key is "fact.into_workshop" or "fact.failed" ? claim.OdometerKm : null, claim.ClaimId, words[one.Key]));
    }

    /// <summary>How each version of the claim argued was closed.</summary>
    private IEnumerable<DossierFact> OfVersions() => dossier.Versions.Where(one => one.ClaimId == dossier.Claim?.ClaimId).Select(version => new DossierFact(
        version.ClosedOn, null, version.ClaimId, Appeal(
            words.Say("fact.version", Figures.Count(version.Version), Outcome(version.Verdict, version.RejectionReason, words), Figures.Number((double)version.ApprovedAmount, 2)),
            version.Appeal)));

    private string Shop(string text, bool? authorised) => authorised == false ? words.Say("fact.not_authorised", text) : text;

    private string Appeal(string text, string? appeal) => appeal is "upheld" or "overturned" ? words.Say("fact.appeal", text, words.Code("appeal", appeal)) : text;
}
