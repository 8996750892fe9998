using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>The reporting lag of a store: days from failure to the first closing, by its counted claims.</summary>
internal static class StoreLag
{
    /// <summary>A lag at which fewer claims were at risk says nothing: one old, slow claim would halve the completeness.</summary>
    private const int FewestAtRisk = 30;

    public static ReportingLag Of(Warehouse warehouse) =>
        ReportingLag.Fit(Analyses.ReportingLags.Run(warehouse).Select(one => new LagCount(one.Lag, one.Truncation, one.Claims)), FewestAtRisk);
}
