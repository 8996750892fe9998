using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>A review of a judged claim with a clear finding. Source: <c>JudgedReview.sql</c>.</summary>
/// <param name="DealerCode">The claim's dealer.</param>
/// <param name="FoundOn">Day of the finding.</param>
/// <param name="IsOwnerCaused">It found owner_caused.</param>
internal sealed record JudgedReview(string DealerCode, DateOnly FoundOn, bool IsOwnerCaused)
{
    internal static Analysis<JudgedReview> Analysis { get; } = new("JudgedReview.sql");
}
