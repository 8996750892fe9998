using ClaimInsights.Analysis.Dossiers;

namespace ClaimInsights.Reports.Dossiers;

/// <summary>What would change the outcome: where the data speak against the decision, and which evidence is still missing.</summary>
internal sealed class DossierOutlook(Dossier dossier, Words words)
{
    /// <summary>Claims of one problem so close together may be one repair billed twice, or a repair that did not hold.</summary>
    private const int DaysOfRepeat = 30;

    /// <summary>One sentence each; none for a vehicle.</summary>
    public IReadOnlyList<string> Sentences() => dossier.Claim is not { } claim ? []
        : [.. (claim.Verdict is "rejected" or "partly_paid" ? Reason(claim) : Paid(claim)), .. Repeats(claim), .. Evidence(claim)];

    private IEnumerable<string> Reason(DossierClaim claim)
    {
        var vehicle = dossier.Vehicle;
        switch (claim.RejectionReason)
        {
            case "out_of_time" when vehicle?.WarrantyEndsOn is { } last:
                return [words.Say(claim.HappenedOn <= last ? "outlook.in_time" : "outlook.out_of_time", Figures.Day(last), DossierTerms.Days(last, claim.HappenedOn, words))];
            case "out_of_mileage" when vehicle?.WarrantyKm is { } limit && claim.OdometerKm is { } at:
                return [words.Say(at <= limit ? "outlook.in_mileage" : "outlook.out_of_mileage", Figures.Count(limit), DossierTerms.Kilometres(limit, at, words))];
            case "out_of_time" or "out_of_mileage":
                return [words["outlook.term_unknown"]];
            case "unauthorised_shop":
                return [words[claim.Authorised switch { true => "outlook.authorised", false => "outlook.not_authorised", _ => "outlook.authorised_unknown" }]];
            case "commercial_use":
                return [words[vehicle?.UsageClass switch { "private" => "outlook.private_use", null => "outlook.use_unknown", _ => "outlook.commercial_use" }]];
            case "lack_of_maintenance":
                var before = dossier.Services.Where(one => one.ServicedOn <= claim.HappenedOn).ToList();
                return [before.Count == 0 ? words["outlook.no_service"] : words.Say("outlook.serviced", Figures.Count(before.Count), Figures.Day(before[^1].ServicedOn))];
            case "duplicate":
                var twin = dossier.Claims.FirstOrDefault(other => other.ClaimId != claim.ClaimId && other.CausalPart == claim.CausalPart && IsNear(other, claim));
                return [twin is null ? words["outlook.no_twin"] : words.Say("outlook.twin", twin.ClaimId, Figures.Day(twin.HappenedOn))];
            case "no_fault_found" or "owner_damage" or "accident" or "wear_item":
                return [words[claim.Appraisal switch { "confirmed_defect" => "outlook.defect_confirmed", null or "none" => "outlook.no_appraisal", _ => "outlook.appraisal_supports" }]];
            case "insufficient_evidence":
                return [words["outlook.evidence"]];
            default:
                return [words["outlook.other"]];
        }
    }

    private IEnumerable<string> Paid(DossierClaim claim)
    {
        if (dossier.Vehicle?.WarrantyEndsOn < claim.HappenedOn)
        {
            yield return words.Say("outlook.paid_late", DossierTerms.Days(dossier.Vehicle!.WarrantyEndsOn!.Value, claim.HappenedOn, words));
        }

        if (dossier.Vehicle?.WarrantyKm is { } limit && claim.OdometerKm is { } at && at > limit)
        {
            yield return words.Say("outlook.paid_far", DossierTerms.Kilometres(limit, at, words));
        }

        if (claim.Appraisal is "owner_caused" or "external" or "no_fault_found")
        {
            yield return words.Say("outlook.paid_appraisal", words.Code("appraisal", claim.Appraisal));
        }

        if (claim is { LabourHours: { } billed, StandardHours: { } standard } && billed > standard)
        {
            yield return words.Say("outlook.hours", Figures.Number(billed), Figures.Number(standard));
        }
    }

    private IEnumerable<string> Repeats(DossierClaim claim) => dossier.Claims
        .Where(other => other.ClaimId != claim.ClaimId && other.IsPaid && other.CausalPart == claim.CausalPart && other.FailureMode == claim.FailureMode && IsNear(other, claim))
        .Select(other => words.Say("outlook.repeat", other.ClaimId, Figures.Day(other.HappenedOn)));

    private IEnumerable<string> Evidence(DossierClaim claim)
    {
        var missing = DossierEvidence.Of(claim, dossier.Services.Count, words).Where(one => !one.IsThere).Select(one => one.Name).ToList();
        return missing.Count == 0 ? [words["outlook.complete"]] : [words.Say("outlook.missing", words.List(missing))];
    }

    private static bool IsNear(DossierClaim other, DossierClaim claim) => Math.Abs(other.HappenedOn.DayNumber - claim.HappenedOn.DayNumber) <= DaysOfRepeat;
}
