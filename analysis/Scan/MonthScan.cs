using System.Collections.Concurrent;

namespace ClaimInsights.Analysis.Scan;

/// <summary>What a chart looked like at the end of a month.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Month">Of the scan.</param>
/// <param name="Count">Its claims, dealers' patterns taken out.</param>
/// <param name="Dealers">Dealers who stand out.</param>
/// <param name="Scan">What the scan came to.</param>
internal sealed record ChartMonth(ScanChart Chart, int Month, int Count, List<DealerPattern> Dealers, ScanResult Scan)
{
    /// <summary>The claims that <see cref="Count"/> counts, in order of build days, picked anew each time: all charts' of many months would be too many to hold.</summary>
    public List<ChartClaim> Claims()
    {
        var claims = new List<ChartClaim>(Count);
        Claims(claims);
        return claims;
    }

    /// <summary>The same in place of what a list held.</summary>
    public void Claims(List<ChartClaim> into)
    {
        into.Clear();
        into.EnsureCapacity(Count);
        foreach (var claim in Chart.Claims)
        {
            if (Has(claim))
            {
                into.Add(claim);
            }
        }
    }

    /// <summary>Whether so many of them lie in a stretch of life.</summary>
    public bool Holds(LifeBand band, int fewest)
    {
        foreach (var claim in Chart.Claims)
        {
            if (Has(claim) && band.Holds(claim) && --fewest == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it counts one of the chart's claims.</summary>
    public bool Has(ChartClaim claim) => claim.IsCurrentAt(Month) && !IsPattern(claim.Dealer);

    /// <summary>Whether a dealer's claims are taken out.</summary>
    public bool IsPattern(int dealer)
    {
        for (var i = 0; i < Dealers.Count; i++)
        {
            if (Dealers[i].Dealer == dealer)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Scans every chart of a store as it was known at the end of a month; charts with fewer claims than can make a cluster are left alone.</summary>
internal sealed class MonthScan(ScanData data, HypothesisPrior prior, int fewest)
{
    /// <summary>So few charts cannot tell how busily everybody closes claims from what is wrong in one of them: the pace is even.</summary>
    private const int FewCharts = 10;

    /// <summary>Buffers that no thread uses now.</summary>
    private readonly ConcurrentBag<Buffers> buffers = [];

    /// <summary>The vehicles at the end of the month at hand: all of life or high mileage, build weeks or days.</summary>
    private readonly Dictionary<(bool IsFar, bool IsByDay), MonthCells> cells = [];

    public ScanData Data => data;

    private readonly Dictionary<int, ClosingPace> paces = [];

    /// <summary>How busily claims were closed, by place and month, as known at the end of a month that was scanned.</summary>
    public ClosingPace PaceAt(int month) => paces[month];

    /// <param name="month">Of the scan.</param>
    /// <param name="isScanned">Which charts are scanned; the others come back with nothing. Null: all.</param>
    /// <param name="isAsked">Rules that take part, by chart; null: all.</param>
    public IReadOnlyList<ChartMonth> Run(int month, Func<ScanChart, bool>? isScanned = null, Func<ScanChart, Hypothesis, bool>? isAsked = null)
    {
        var known = data.Charts.AsParallel().AsOrdered().Select(chart => DealerCounts.Of(chart, month)).ToList();
        var dealers = DealerPatterns.Find(known, data.Dealers.Count);
        var all = data.Charts.Select((chart, i) => new ChartMonth(chart, month, (int)(known[i].All - dealers[i].Sum(pattern => pattern.Claims)), dealers[i], ScanResult.Nothing)).ToList();
        var charts = all.Where(one => one.Count >= fewest || one.Dealers.Count > 0).ToList();
        var pace = paces[month] = known.Count(chart => chart.All > 0) <= FewCharts ? ClosingPace.Even(data.Fleet, month) : ClosingPace.Fit(data.Everything, all, month);
        var scanned = Enumerable.Range(0, charts.Count).Where(i => isScanned is null || isScanned(charts[i].Chart)).ToList();
        var paced = scanned.DistinctBy(i => charts[i].Chart.IsFitted).ToDictionary(i => charts[i].Chart.IsFitted, i => data.GridOf(charts[i].Chart).Paced(pace));
        var fits = new ChartNull[charts.Count];
        var results = Scan(scanned, LifeBand.Whole, (i, claims) => fits[i] = ChartNull.Fit(data.Fleet, paced[charts[i].Chart.IsFitted], claims, pace));
        foreach (var (band, share) in prior.Bands(month))
        {
            var told = scanned.Where(i => charts[i].Holds(band, Evidence.FewestClaims)).ToList();
            results = [.. results.Zip(Scan(told, band, (i, _) => fits[i]), (others, own) => ScanResult.Mix(others, 1 - share, own))];
        }

        return [.. charts.Zip(results, (one, result) => one with { Scan = result })];

        // By chart; nothing of those that are not asked.
        ScanResult[] Scan(List<int> asked, LifeBand band, Func<int, IReadOnlyList<ChartClaim>, ChartNull> fit)
        {
            var found = Enumerable.Repeat(ScanResult.Nothing, charts.Count).ToArray();
            // Parts whose lots are known are asked by build day, the others by week.
            foreach (var alike in asked.GroupBy(i => charts[i].Chart.Lots is not null))
            {
                Batches([.. alike], CellsOf(month, band.IsFar, alike.Key));
            }

            return found;

            void Batches(List<int> asked, MonthCells vehicles) => Parallel.For(0, (asked.Count + ExpectedTables.Lanes - 1) / ExpectedTables.Lanes, batch =>
            {
                var own = buffers.TryTake(out var free) ? free : new Buffers(data.Fleet, prior);
                var lanes = asked.Skip(batch * ExpectedTables.Lanes).Take(ExpectedTables.Lanes).ToList();
                for (var lane = 0; lane < ExpectedTables.Lanes; lane++)
                {
                    if (lane < lanes.Count)
                    {
                        charts[lanes[lane]].Claims(own.Claims[lane]);
                    }

                    own.Tables.Set(lane, lane < lanes.Count ? charts[lanes[lane]].Chart : null, lane < lanes.Count ? fit(lanes[lane], own.Claims[lane]) : null, pace, 1, band);
                }

                if (band.IsFar)
                {
                    var ofIntensities = own.Tables.ByIntensity(vehicles);
                    for (var lane = 0; lane < lanes.Count; lane++)
                    {
                        own.Tables.Intensify(lane, band.Of(own.Claims[lane], own.InBand), ofIntensities, pace.Intensities);
                    }
                }

                own.Tables.AddUp(vehicles);
                for (var lane = 0; lane < lanes.Count; lane++)
                {
                    var (chart, inBand) = (charts[lanes[lane]].Chart, band.Of(own.Claims[lane], own.InBand));
                    found[lanes[lane]] = own.Discount.Of(chart, inBand, own.Scan.Run(chart, inBand, own.Tables, lane, isAsked: isAsked is null ? null : rule => isAsked(chart, rule), band: band));
                }

                buffers.Add(own);
            });
        }
    }

    /// <summary>The vehicles as they are at the end of a month; as long as no other month is asked for. Any thread may ask.</summary>
    /// <param name="month">Of the scan.</param>
    /// <param name="isFar">Only vehicles at high mileage, and since then.</param>
    /// <param name="isByDay">Keeps build days apart.</param>
    public MonthCells CellsOf(int month, bool isFar, bool isByDay)
    {
        lock (cells)
        {
            if (!cells.TryGetValue((isFar, isByDay), out var known))
            {
                cells[(isFar, isByDay)] = known = new MonthCells(data.Fleet);
            }

            if (known.Month != month)
            {
                known.Fill(month, isFar, isByDay);
            }

            return known;
        }
    }

    /// <summary>What one thread works with, chart after chart and month after month: claims of large charts, made anew each time, would fill the memory with what is no longer needed.</summary>
    private sealed class Buffers(ScanFleet fleet, HypothesisPrior prior)
    {
        public ExpectedTables Tables { get; } = new(fleet);

        public ChartScan Scan { get; } = new(fleet, prior);

        public VehicleDiscount Discount { get; } = new(fleet);

        /// <summary>Claims of each lane's chart.</summary>
        public List<ChartClaim>[] Claims { get; } = [.. Enumerable.Range(0, ExpectedTables.Lanes).Select(_ => new List<ChartClaim>())];

        /// <summary>Those of one chart in a stretch of life.</summary>
        public List<ChartClaim> InBand { get; } = [];
    }
}
