using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>How many verdicts are of use to training, and why the others are not. Source: <c>VerdictUse.sql</c>.</summary>
/// <param name="Use">
/// <c>taught</c>; or <c>unclear</c>, <c>not_reviewable</c> (not paid, or not coded manufacturing), <c>earlier_version</c>,
/// <c>unknown_version</c> and <c>unknown_claim</c> (the store has no such version or claim: deliver it, or correct the verdict).
/// </param>
/// <param name="Verdicts">How many; above 0.</param>
public sealed record VerdictUse(string Use, long Verdicts)
{
    internal static Analysis<VerdictUse> Analysis { get; } = new("VerdictUse.sql");

    /// <summary>Uses that occur, by name.</summary>
    public static IReadOnlyList<VerdictUse> In(Warehouse warehouse) => Analysis.Run(warehouse);
}
