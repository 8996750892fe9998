namespace ClaimInsights.Analysis.Backtests;

/// <summary>A cluster that is new in the list of a month end, for one combination of keys that it covers.</summary>
/// <param name="AlertedOn">The month end; nothing closed later takes part in it.</param>
/// <param name="Key">Values of the request's keys, in their order; the cluster's id where there are none.</param>
/// <param name="Cluster">The cluster as it was listed.</param>
/// <param name="ClaimIds">The cluster's claims that were known.</param>
public sealed record Alert(DateOnly AlertedOn, IReadOnlyList<string> Key, DefectCluster Cluster, IReadOnlyList<string> ClaimIds);

/// <summary>A month end of the replay.</summary>
/// <param name="MonthEnd">The as-of date.</param>
/// <param name="Listed">Clusters listed.</param>
/// <param name="Alerts">Alerts given.</param>
public sealed record ReplayedMonth(DateOnly MonthEnd, int Listed, int Alerts);

/// <summary>What a replay gave.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Alerts">In order of time, then of the list.</param>
/// <param name="Months">Every month end from the first to the last.</param>
/// <param name="Claims">Every claim that could have taken part, by day of closing.</param>
public sealed record BacktestRun(
    BacktestRequest Request, IReadOnlyList<Alert> Alerts, IReadOnlyList<ReplayedMonth> Months, IReadOnlyList<KeyedClaim> Claims)
{
    /// <summary>The key of alerts on a claim, in the order of the request's keys; by part and failure mode where there are none.</summary>
    internal IReadOnlyList<string> KeyOf(KeyedClaim claim) =>
        [.. (Request.Keys.Count == 0 ? ["causal_part", "failure_mode"] : Request.Keys).Select(claim.Value)];
}
