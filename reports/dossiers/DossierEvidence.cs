using System.Globalization;
using ClaimInsights.Analysis.Dossiers;

namespace ClaimInsights.Reports.Dossiers;

/// <summary>One piece of evidence.</summary>
/// <param name="Name">What it is.</param>
/// <param name="State">Key of its state: there, missing, not recorded.</param>
/// <param name="Remark">What is known of it.</param>
internal sealed record DossierEvidence(string Name, string State, string Remark)
{
    private const string There = "dossier.there", Missing = "dossier.missing_piece", NotRecorded = "dossier.not_recorded";

    public bool IsThere => State == There;

    /// <summary>What a claim can be argued with.</summary>
    public static IReadOnlyList<DossierEvidence> Of(DossierClaim claim, int services, Words words) =>
    [
        new(words["evidence.photos"], claim.Photos is { } photos ? (photos > 0 ? There : Missing) : NotRecorded, claim.Photos?.ToString(CultureInfo.InvariantCulture) ?? ""),
        new(words["evidence.old_part"], StateOf(claim.OldPartReturned), Figures.Known(claim.PartReturnedOn)),
        new(words["evidence.analysis"], claim.PartAnalysedOn is null ? NotRecorded : There, Figures.Known(claim.PartAnalysedOn)),
        new(words["evidence.fault_codes"], StateOf(claim.FaultCodesRead), ""),
        new(words["evidence.maintenance"], StateOf(claim.MaintenanceRecord), words.Say("evidence.services", Figures.Count(services))),
        new(words["evidence.appraisal"], claim.Appraisal is null ? NotRecorded : claim.Appraisal == "none" ? Missing : There, claim.Appraisal is { } finding ? words.Code("appraisal", finding) : ""),
        new(words["evidence.three_texts"], new[] { claim.Complaint, claim.Cause, claim.Correction }.All(text => !string.IsNullOrWhiteSpace(text)) ? There : Missing, ""),
        new(words["evidence.odometer"], claim.OdometerKm is null ? NotRecorded : There, claim.OdometerKm is { } km ? words.Say("dossier.km", Figures.Count(km)) : ""),
    ];

    private static string StateOf(bool? value) => value switch
    {
        true => There,
        false => Missing,
        _ => NotRecorded,
    };
}
