using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Analysis;

/// <summary>What the search for defect clusters found, and how much it looked at.</summary>
/// <param name="Clusters">Listed clusters, the surest first.</param>
/// <param name="BuildMonths">Every build month of each chart with a cluster.</param>
/// <param name="Ages">Each cluster and the rest of its chart by months in service.</param>
/// <param name="Charts">Charts looked at: parts × failure modes with claims.</param>
/// <param name="Tests">Charts with enough claims to be scanned, or populations tested: what the q-values are corrected for.</param>
/// <param name="Basis"><c>rate</c>; <c>share</c> in a store without vehicles.</param>
/// <param name="NewestCompleteness">Share of the as-of month's claims that is known by now; 0–1, 1 where basis is share.</param>
public sealed record DefectFindings(
    IReadOnlyList<DefectCluster> Clusters,
    IReadOnlyList<BuildMonth> BuildMonths,
    IReadOnlyList<ClusterAge> Ages,
    int Charts,
    int Tests,
    string Basis,
    double NewestCompleteness)
{
    /// <summary>Claims still to come of each cluster; empty where basis is share, and until <see cref="ClusterEvidence.Add"/>.</summary>
    public IReadOnlyList<ClusterForecast> Forecasts { get; init; } = [];

    /// <summary>The vehicles of each cluster's rule by build week; empty where basis is share.</summary>
    public IReadOnlyList<ClusterWeek> Weeks { get; init; } = [];

    /// <summary>Claims that fitted a cluster when they were decided; empty where basis is share.</summary>
    public IReadOnlyList<ClusterFit> Fits { get; init; } = [];

    /// <summary>The reporting lag; null where basis is share.</summary>
    public StoreLag? Lag { get; init; }

    /// <summary>The store as the scan read it; null where basis is share, and from <see cref="ClusterEvidence.Add"/> on: in a large store it is most of the memory.</summary>
    internal ScanData? Data { get; init; }

    /// <summary>What "looked at" means to a reader: charts; combinations of population and problem where basis is share. At least 0.</summary>
    public int LookedAt => Basis == "share" ? Tests : Charts;

    /// <summary>Looks for clusters: by rates where vehicles are known, else by shares of claims.</summary>
    /// <exception cref="AnalysisException">The store's rows do not allow it.</exception>
    public static DefectFindings In(Warehouse warehouse) => In(warehouse, new HypothesisPrior());

    /// <summary>The same with an edited table of prior weights.</summary>
    /// <exception cref="AnalysisException">The store's rows do not allow it.</exception>
    public static DefectFindings In(Warehouse warehouse, HypothesisPrior prior)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(prior);
        var builds = Analyses.BuildCounts.Run(warehouse);
        return builds.Count > 0 ? RateClusters.Find(warehouse, builds, prior) : ShareClusters.Find(warehouse);
    }
}
