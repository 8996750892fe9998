using ClaimInsights.Ingest;

namespace ClaimInsights.Analysis.Backtests;

/// <summary>
/// Replays the monitor month end by month end: what <c>analyse</c> would have listed on that day, knowing only what was closed by
/// then. A key alerts once, when a cluster that covers it is first listed; the year before the first month is replayed too, so
/// that what had been listed before is not taken for new.
/// </summary>
public static class Backtest
{
    private const int WarmUpMonths = 12;

    /// <summary>Runs the replay.</summary>
    /// <param name="store">What is there now; its later claims take no part in earlier months.</param>
    /// <param name="request">What to replay.</param>
    /// <param name="report">Told what is being done, and how much of it is done, 0–1.</param>
    /// <exception cref="AnalysisException">The store has no claims, or none before the last month's end.</exception>
    public static BacktestRun Run(ClaimStore store, BacktestRequest request, Action<string, double>? report = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var first = StoreSpan.Of(store).FirstClosedOn;
        var last = request.At(request.To);
        if (last.AsOf < first)
        {
            throw new AnalysisException($"--to {request.To:yyyy-MM}: the store's first closing is {first:yyyy-MM-dd}; expected a month from then on. Choose a later --to");
        }

        using var warehouse = Warehouse.Open(store, last);
        return Run(warehouse, request, first, report ?? ((_, _) => { }));
    }

    /// <summary>The same over an open warehouse, whose scope it moves.</summary>
    internal static BacktestRun Run(Warehouse warehouse, BacktestRequest request, DateOnly firstClosedOn, Action<string, double> report)
    {
        warehouse.Move(request.At(request.To));
        var claims = Analyses.KeyedClaims.Run(warehouse);
        var claimOf = claims.ToDictionary(claim => claim.ClaimId, StringComparer.Ordinal);
        var (known, covered) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var (alerts, months) = (new List<Alert>(), new List<ReplayedMonth>());
        var start = request.From.AddMonths(-WarmUpMonths);
        var count = CalendarMonths.Between(start, request.To) + 1;
        for (var i = 0; i < count; i++)
        {
            var scope = request.At(start.AddMonths(i));
            if (scope.AsOf < firstClosedOn)
            {
                continue;
            }

            report($"{scope.AsOf:yyyy-MM}", (double)i / count);
            warehouse.Move(scope);
            var clusters = DefectFindings.In(warehouse).Clusters;
            var given = New(warehouse, clusters.Where(cluster => known.Add(cluster.ClusterId) && !cluster.DealerDominated).ToList(), request, claimOf)
                .Where(alert => covered.Add(string.Join('\n', alert.Key))).ToList();
            if (scope.AsOf >= request.From)
            {
                alerts.AddRange(given);
                months.Add(new ReplayedMonth(scope.AsOf, clusters.Count, given.Count));
            }
        }

        return new BacktestRun(request, alerts, months, claims);
    }

    private static IEnumerable<Alert> New(
        Warehouse warehouse, List<DefectCluster> clusters, BacktestRequest request, Dictionary<string, KeyedClaim> claimOf)
    {
        if (clusters.Count == 0)
        {
            yield break;
        }

        warehouse.List(clusters);
        var members = Analyses.ClusterMembers.Run(warehouse).ToLookup(one => one.ClusterId, one => one.ClaimId);
        foreach (var cluster in clusters)
        {
            IReadOnlyList<string> claims = [.. members[cluster.ClusterId]];
            IEnumerable<IReadOnlyList<string>> keys = request.Keys.Count == 0
                ? [[cluster.ClusterId]]
                : claims.Where(claimOf.ContainsKey).Select(id => request.Keys.Select(claimOf[id].Value).ToList())
                    .DistinctBy(key => string.Join('\n', key)).OrderBy(key => string.Join('\n', key), StringComparer.Ordinal);
            foreach (var key in keys)
            {
                yield return new Alert(warehouse.Scope.AsOf, key, cluster, claims);
            }
        }
    }
}
