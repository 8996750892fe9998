namespace ClaimInsights.Models;

/// <summary>
/// A current paid claim coded <i>manufacturing</i>, and how suspicious it is that a review would find it owner-caused.
/// Never a verdict. An insight table: the parameters are its columns.
/// </summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version.</param>
/// <param name="Score">0–1: calibrated probability that a review finds owner_caused; uncalibrated where <paramref name="ModelId"/> is <c>rules</c>.</param>
/// <param name="Rank">By score, 1 = most suspicious.</param>
/// <param name="ExpectedRecovery">Score × approved amount, the store's currency.</param>
/// <param name="Reason1">Code of the strongest reason, with its numbers: <c>code|number|number</c>; null: no reason.</param>
/// <param name="Reason2">The second.</param>
/// <param name="Reason3">The third.</param>
/// <param name="Reason1Effect">Contribution of the strongest reason to the score's log-odds.</param>
/// <param name="Reason2Effect">Of the second.</param>
/// <param name="Reason3Effect">Of the third.</param>
/// <param name="ClusterId">The open cluster that the claim belongs to; such a claim ranks lower. Null: none.</param>
/// <param name="Queue"><c>model</c>, <c>random</c> or <c>none</c>.</param>
/// <param name="SelectionProbability">Overall chance with which the claim was selected; 0–1.</param>
/// <param name="ModelId">The model that scored, <c>rules</c> before one is trained.</param>
public sealed record Suspicion(
    string ClaimId,
    int Version,
    double Score,
    long Rank,
    decimal ExpectedRecovery,
    string? Reason1,
    string? Reason2,
    string? Reason3,
    double? Reason1Effect,
    double? Reason2Effect,
    double? Reason3Effect,
    string? ClusterId,
    string Queue,
    double SelectionProbability,
    string ModelId)
{
    /// <summary>Whether it is in the review queue, by whichever way.</summary>
    public bool IsQueued => Queue != "none";
}
