using ClaimInsights.Models;

namespace ClaimInsights.Reports;

/// <summary>The insight tables on what reviews teach; empty where nothing is scored.</summary>
public sealed record ReviewTables
{
    /// <summary>What reviews found, by quarter and selection.</summary>
    public IReadOnlyList<ReviewYield> Yields { get; init; } = [];

    /// <summary>How far the model has drifted, the score and the level first.</summary>
    public IReadOnlyList<ModelDrift> Drift { get; init; } = [];

    /// <summary>How much each group of claims is called to review.</summary>
    public IReadOnlyList<QueueFairness> QueueFairness { get; init; } = [];

    /// <summary>What helps the reviewer of each queued claim.</summary>
    public IReadOnlyList<ReviewAid> Aids { get; init; } = [];

    /// <summary>Dealers out of the ordinary, found without any verdict, the farthest first.</summary>
    public IReadOnlyList<PeerOutlier> Outliers { get; init; } = [];

    /// <summary>Reviewed claims for a second look.</summary>
    public IReadOnlyList<SecondLook> SecondLooks { get; init; } = [];
}
