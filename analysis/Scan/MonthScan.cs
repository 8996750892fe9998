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

    /// <summary>No hypothesis is looked at with fewer claims.</summary>
    private const int FewestLate = 3;

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
        var results = charts.Select(one => new ChartMonth(one.Chart, one.Claims, one.Dealers, ScanResult.Nothing)).ToArray();
        var fits = new ChartNull?[charts.Count];
        Scan(scanned, 0, i => fits[i] = ChartNull.Fit(data.Fleet, paced[exposures[i]], charts[i].Claims, month));
        if (prior.LateInLife > 0 && month >= ChartScan.LateAge)
        {
            var late = scanned.ToDictionary(i => i, i => FromAge(charts[i].Claims, ChartScan.LateAge));
            var all = results.Select(one => one.Scan).ToArray();
            scanned.ForEach(i => results[i] = results[i] with { Scan = ScanResult.Nothing });
            Scan([.. scanned.Where(i => late[i].Count >= FewestLate)], ChartScan.LateAge, i => fits[i]!);
            scanned.ForEach(i => results[i] = results[i] with { Scan = ScanResult.Mix(all[i], 1 - prior.LateInLife, results[i].Scan) });
        }

        return results;

        void Scan(List<int> asked, int age, Func<int, ChartNull> fit) => Parallel.For(0, (asked.Count + ExpectedTables.Lanes - 1) / ExpectedTables.Lanes, batch =>
        {
            var own = buffers.TryTake(out var free) ? free : (new ExpectedTables(data.Fleet), new ChartScan(data.Fleet, prior));
            var (tables, scan) = own;
            var lanes = asked.Skip(batch * ExpectedTables.Lanes).Take(ExpectedTables.Lanes).ToList();
            for (var lane = 0; lane < ExpectedTables.Lanes; lane++)
            {
                tables.Set(lane, lane < lanes.Count ? charts[lanes[lane]].Chart : null, lane < lanes.Count ? fit(lanes[lane]) : null, pace, 1, age);
            }

            tables.AddUp(month);
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                var (chart, claims) = (charts[lanes[lane]].Chart, FromAge(charts[lanes[lane]].Claims, age));
                var result = scan.Run(chart, claims, tables, lane, isAsked: isAsked is null ? null : rule => isAsked(chart, rule), age: age);
                results[lanes[lane]] = results[lanes[lane]] with { Scan = data.Discount(chart, claims, result) };
            }

            buffers.Add(own);
        });
    }

    internal static IReadOnlyList<ChartClaim> FromAge(IReadOnlyList<ChartClaim> claims, int age) => age == 0 ? claims : [.. claims.Where(claim => claim.Age >= age)];

    private static IReadOnlyList<ChartClaim> Without(IReadOnlyList<ChartClaim> claims, IReadOnlyList<DealerPattern> dealers) =>
        dealers.Count == 0 ? claims : [.. claims.Where(claim => dealers.All(pattern => pattern.Dealer != claim.Dealer))];
}
