using System.Collections.Concurrent;

namespace ClaimInsights.Analysis.Scan;

/// <summary>What a chart looked like at the end of a month.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Claims">Its claims, dealers' patterns taken out.</param>
/// <param name="Dealers">Dealers who stand out.</param>
/// <param name="Scan">What the scan came to.</param>
internal sealed record ChartMonth(ScanChart Chart, IReadOnlyList<ChartClaim> Claims, IReadOnlyList<DealerPattern> Dealers, ScanResult Scan);

/// <summary>Scans every chart of a store as it was known at the end of a month; charts with fewer claims than can make a cluster are left alone.</summary>
internal sealed class MonthScan(ScanData data, HypothesisPrior prior, int fewest)
{
    /// <summary>So few charts cannot tell how busily everybody closes claims from what is wrong in one of them: the pace is even.</summary>
    private const int FewCharts = 10;

    /// <summary>Buffers that no thread uses now.</summary>
    private readonly ConcurrentBag<(ExpectedTables Tables, ChartScan Scan)> buffers = [];

    public ScanData Data => data;

    private readonly Dictionary<int, ClosingPace> paces = [];

    /// <summary>How busily claims were closed, by place and month, as known at the end of a month that was scanned.</summary>
    public ClosingPace PaceAt(int month) => paces[month];

    /// <param name="month">Of the scan.</param>
    /// <param name="isScanned">Which charts are scanned; the others come back with nothing. Null: all.</param>
    /// <param name="isAsked">Rules that take part, by chart; null: all.</param>
    public IReadOnlyList<ChartMonth> Run(int month, Func<ScanChart, bool>? isScanned = null, Func<ScanChart, Hypothesis, bool>? isAsked = null)
    {
        var known = data.Charts.Select(chart => (IReadOnlyList<ChartClaim>)data.KnownAt(chart, month)).ToList();
        var dealers = DealerPatterns.Find(known, data.Dealers.Count);
        var charts = data.Charts.Select((chart, i) => (Chart: chart, Dealers: dealers[i], Claims: Without(known[i], dealers[i])))
            .Where(one => one.Claims.Count >= fewest || one.Dealers.Count > 0).ToList();
        var pace = paces[month] = known.Count(claims => claims.Count > 0) <= FewCharts
            ? ClosingPace.Even(data.Fleet, month)
            : ClosingPace.Fit(data.Everything, known.Zip(dealers).SelectMany(one => Without(one.First, one.Second)), month);
        var scanned = Enumerable.Range(0, charts.Count).Where(i => isScanned is null || isScanned(charts[i].Chart)).ToList();
        var exposures = charts.Select(one => ScanData.NameOf(one.Chart.IsFitted)).ToList();
        var paced = scanned.DistinctBy(i => exposures[i], StringComparer.Ordinal)
            .ToDictionary(i => exposures[i], i => data.GridOf(charts[i].Chart).Paced(pace), StringComparer.Ordinal);
        var fits = new ChartNull[charts.Count];
        var results = Scan(scanned, LifeBand.Whole, i => fits[i] = ChartNull.Fit(data.Fleet, paced[exposures[i]], charts[i].Claims, pace));
        foreach (var (band, share) in prior.Bands(month))
        {
            var told = scanned.Where(i => charts[i].Claims.Count(band.Holds) >= Evidence.FewestClaims).ToList();
            results = [.. results.Zip(Scan(told, band, i => fits[i]), (others, own) => ScanResult.Mix(others, 1 - share, own))];
        }

        return [.. charts.Zip(results, (one, result) => new ChartMonth(one.Chart, one.Claims, one.Dealers, result))];

        // By chart; nothing of those that are not asked.
        ScanResult[] Scan(List<int> asked, LifeBand band, Func<int, ChartNull> fit)
        {
            var found = Enumerable.Repeat(ScanResult.Nothing, charts.Count).ToArray();
            Parallel.For(0, (asked.Count + ExpectedTables.Lanes - 1) / ExpectedTables.Lanes, batch =>
            {
                var own = buffers.TryTake(out var free) ? free : (new ExpectedTables(data.Fleet), new ChartScan(data.Fleet, prior));
                var (tables, scan) = own;
                var lanes = asked.Skip(batch * ExpectedTables.Lanes).Take(ExpectedTables.Lanes).ToList();
                for (var lane = 0; lane < ExpectedTables.Lanes; lane++)
                {
                    tables.Set(lane, lane < lanes.Count ? charts[lanes[lane]].Chart : null, lane < lanes.Count ? fit(lanes[lane]) : null, pace, 1, band);
                }

                tables.AddUp(month, isFar: band.IsFar);
                for (var lane = 0; lane < lanes.Count; lane++)
                {
                    var (chart, claims) = (charts[lanes[lane]].Chart, band.Of(charts[lanes[lane]].Claims));
                    found[lanes[lane]] = data.Discount(chart, claims, scan.Run(chart, claims, tables, lane, isAsked: isAsked is null ? null : rule => isAsked(chart, rule), band: band));
                }

                buffers.Add(own);
            });
            return found;
        }
    }

    private static IReadOnlyList<ChartClaim> Without(IReadOnlyList<ChartClaim> claims, IReadOnlyList<DealerPattern> dealers) =>
        dealers.Count == 0 ? claims : [.. claims.Where(claim => dealers.All(pattern => pattern.Dealer != claim.Dealer))];
}
