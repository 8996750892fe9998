using ClaimInsights.Analysis;
using ClaimInsights.Models;

namespace ClaimInsights.Reports;

/// <summary>The insight tables on what lies behind each cluster.</summary>
public sealed record ClusterTables
{
    /// <summary>What technical appraisals found on its claims, beside the other claims of its part and failure mode.</summary>
    public IReadOnlyList<ClusterAppraisal> Appraisals { get; init; } = [];

    /// <summary>Further parts replaced in its repairs, the surest lift first.</summary>
    public IReadOnlyList<ClusterPart> Parts { get; init; } = [];

    /// <summary>What reviews found among its claims; empty where nothing is scored.</summary>
    public IReadOnlyList<ClusterReview> Reviews { get; init; } = [];
}
