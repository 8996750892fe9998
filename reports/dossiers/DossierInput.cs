using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Dossiers;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Models;

namespace ClaimInsights.Reports.Dossiers;

/// <summary>Everything that a dossier says.</summary>
/// <param name="Dossier">Claim, vehicle, services, like claims, clauses.</param>
/// <param name="Rules">The rules by which clauses were counted.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Currency">Of every amount; empty: amounts are left out.</param>
/// <param name="WordReason">Words for a reason of <see cref="Suspicion.Reason1"/>, in the dossier's language.</param>
/// <param name="PartNames">Names of causal parts, where known.</param>
/// <param name="Suspicion">The claim's score and reasons; null: it is not scored.</param>
/// <param name="Cluster">The defect cluster that the claim belongs to; null: none.</param>
/// <param name="FontFile">A font file to draw with; null: a font of the machine.</param>
public sealed record DossierInput(
    Dossier Dossier,
    GuaranteeTable Rules,
    Language Language,
    string Currency,
    Func<string, string> WordReason,
    IReadOnlyDictionary<string, string> PartNames,
    Suspicion? Suspicion = null,
    DefectCluster? Cluster = null,
    string? FontFile = null);
