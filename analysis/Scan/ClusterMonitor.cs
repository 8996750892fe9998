using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace ClaimInsights.Analysis.Scan;

/// <summary>A cluster at the as-of date with its history.</summary>
/// <param name="Track">Its history.</param>
/// <param name="Described">Its population and figures; of a cluster that is listed no longer, those of its last population.</param>
/// <param name="QValue">Of its chart.</param>
/// <param name="IsListed">Listed at the as-of date; else it is fading.</param>
internal sealed record MonitoredCluster(ClusterTrack Track, DescribedCluster Described, double QValue, bool IsListed);

/// <summary>A dealer who stands out in a chart at the as-of date.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Pattern">His claims.</param>
/// <param name="FirstAlert">First month end of the unbroken run of months at which he stood out.</param>
internal sealed record MonitoredDealer(ScanChart Chart, DealerPattern Pattern, int FirstAlert);

/// <summary>A cluster as it was listed at a month end.</summary>
/// <param name="Month">Of the scan.</param>
/// <param name="Track">The cluster.</param>
/// <param name="IsAlarm">Whether it was an alarm by then.</param>
/// <param name="Population">Its population then.</param>
/// <param name="Claims">Its claims then.</param>
/// <param name="Expected">Claims expected then.</param>
internal sealed record Listing(int Month, ClusterTrack Track, bool IsAlarm, Population Population, int Claims, double Expected)
{
    /// <summary>The claims, by <see cref="ChartClaim.Claim"/>, where the monitor was told to keep them: those of all months may be many.</summary>
    public required IReadOnlySet<ulong> Names { get; init; }
}

/// <summary>
/// Looks at the store at every month end up to the as-of date, as it was known then: when was each cluster first listed, is
/// it the same as a month ago, is it still there? A function of the store and the as-of date alone.
/// </summary>
internal sealed class ClusterMonitor
{
    /// <summary>Of the level at which clusters are listed: so sure, one month is enough for an alarm.</summary>
    internal const double BeyondDoubt = 0.5;

    /// <summary>ln e from which on a chart is looked at in every month.</summary>
    private const double NearAlarm = -1;

    /// <summary>Months from one look at every chart to the next.</summary>
    private const int Step = 6;

    /// <summary>Questions that are answered side by side before the memory is given back.</summary>
    private const int Together = 64;

    private readonly ScanData data;
    private readonly Scope scope;
    private readonly MonthScan scan;
    private readonly Dictionary<int, List<ClusterTrack>> tracks = [];
    private readonly Dictionary<(int Chart, int Dealer), int> dealersSince = [];
    private readonly List<Listing> listings = [];
    private readonly Dictionary<int, double> smallestP = [];
    private readonly LifeEvidence lifeEvidence = new();

    /// <summary>Descriptions of the as-of date that no thread uses now.</summary>
    private readonly ConcurrentBag<ClusterDescription> descriptions = [];

    private readonly bool keepsNames;
    private readonly Action settle;

    private ClusterMonitor(ScanData data, Scope scope, HypothesisPrior prior, bool keepsNames, Action settle) =>
        (this.data, this.scope, Prior, this.keepsNames, this.settle, scan) = (data, scope, prior, keepsNames, settle, new MonthScan(data, prior, scope.SmallestCount));

    /// <summary>The first month end that is looked at.</summary>
    private int First => Math.Max(0, data.FirstKnown);

    public HypothesisPrior Prior { get; }

    /// <summary>Every chart at the as-of date.</summary>
    public IReadOnlyList<ChartMonth> Charts { get; private set; } = [];

    /// <summary>Their q-values.</summary>
    public IReadOnlyList<double> QValues { get; private set; } = [];

    public IReadOnlyList<MonitoredCluster> Clusters { get; private set; } = [];

    /// <summary>Every listing of every month end, in order: for measuring against a known truth.</summary>
    public IReadOnlyList<Listing> Listings => listings;

    /// <summary>Of each chart that was ever scanned, by its index, the smallest p-value of any month end.</summary>
    public IReadOnlyDictionary<int, double> SmallestP => smallestP;

    /// <summary>Of each chart that was ever scanned, by its index, the false-discovery rate over all month ends so far.</summary>
    public IReadOnlyDictionary<int, double> LifeQValues { get; private set; } = new Dictionary<int, double>();

    /// <summary>Of each chart that was ever scanned, by its index, the false-discovery rate over all month ends so far that holds under any dependence, whenever one stops.</summary>
    public IReadOnlyDictionary<int, double> AnytimeQValues { get; private set; } = new Dictionary<int, double>();

    public IReadOnlyList<MonitoredDealer> Dealers { get; private set; } = [];

    /// <summary>Asks something about charts and populations at the as-of date, several at a time; the answers come in the order of what was asked.</summary>
    /// <param name="of">What is asked about.</param>
    /// <param name="ask">Answers by a description that no other thread uses.</param>
    public IReadOnlyList<TAnswer> Ask<TOne, TAnswer>(IEnumerable<TOne> of, Func<ClusterDescription, TOne, TAnswer> ask)
    {
        var answers = new List<TAnswer>();
        foreach (var some in of.ToList().Chunk(Together))
        {
            // One may take many times as long as another: each thread takes the next, instead of half of them.
            var answered = new TAnswer[some.Length];
            Parallel.For(0, some.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                var own = descriptions.TryTake(out var free) ? free : new ClusterDescription(data, Prior, scan, data.Fleet.Months - 1);
                answered[i] = ask(own, some[i]);
                descriptions.Add(own);
            });
            answers.AddRange(answered);
            settle();
        }

        return answers;
    }

    /// <param name="data">The store as the scan reads it.</param>
    /// <param name="scope">What to look at.</param>
    /// <param name="prior">Weights of hypotheses.</param>
    /// <param name="keepsNames">Keeps <see cref="Listing.Names"/>.</param>
    /// <param name="settle">Called after each large step: gives back what it needed; null: the collector does in its time.</param>
    public static ClusterMonitor Run(ScanData data, Scope scope, HypothesisPrior prior, bool keepsNames = false, Action? settle = null)
    {
        var monitor = new ClusterMonitor(data, scope, prior, keepsNames, settle ?? (() => { }));
        monitor.LookAt(data.Fleet.Months - 1);
        return monitor;
    }

    /// <summary>
    /// Every chart is scanned at the end of each half-year and at the as-of date; in the months between only those that came
    /// near an alarm at the half-year's end before or after. Evidence grows over months: what another chart may come to in between is gone by then.
    /// </summary>
    private void LookAt(int last)
    {
        var full = Enumerable.Range(First, last - First + 1).Where(month => month == last || (data.Fleet.FirstMonth + month) % Step == Step - 1)
            .ToDictionary(month => month, Full);
        var month = First;
        foreach (var (ends, charts) in full.OrderBy(one => one.Key))
        {
            var near = charts.Concat(full.GetValueOrDefault(ends - Step) ?? []).Where(one => one.Scan.LogEvidence > NearAlarm).Select(one => one.Chart.Index).ToHashSet();
            for (; month < ends; month++)
            {
                Look(month, scan.Run(month, chart => near.Contains(chart.Index)));
            }

            if (ends < last)
            {
                Look(month++, charts);
            }
        }

        Conclude(last, full[last]);
        LifeQValues = Detection.LifeQValues(smallestP, last - First + 1);
        AnytimeQValues = lifeEvidence.QValues();
    }

    private IReadOnlyList<ChartMonth> Full(int month)
    {
        var charts = scan.Run(month);
        settle();
        return charts;
    }

    private void Look(int month, IReadOnlyList<ChartMonth> charts)
    {
        var q = Detection.QValues(charts);
        Remember(charts, month);
        FollowDealers(charts, month);
        for (var i = 0; i < charts.Count; i++)
        {
            if (Detection.IsListed(charts[i].Scan, q[i], scope))
            {
                var population = Population.Of(data.Fleet, charts[i].Chart, charts[i].Scan.Best.What);
                Follow(charts[i].Chart, population, Names(charts[i].Scan.Best.What.Band.Of(charts[i].Claims()).Where(population.Holds)), charts[i].Scan.Best.Expected, month, q[i]);
            }
        }
    }

    private void Conclude(int month, IReadOnlyList<ChartMonth> charts)
    {
        Charts = charts;
        var q = Detection.QValues(Charts);
        QValues = q;
        Remember(Charts, month);
        FollowDealers(Charts, month);
        // What is left of a chart stands out when it would be listed in its place.
        var level = scope.Alpha * q.Count(one => one <= scope.Alpha) / Math.Max(1, q.Length);
        var clusters = new List<MonitoredCluster>();
        var listed = Enumerable.Range(0, Charts.Count).Where(i => Detection.IsListed(Charts[i].Scan, q[i], scope)).ToList();
        foreach (var (i, found) in listed.Zip(Ask(listed, (description, i) => description.Describe(Charts[i], scope.SmallestCount, left => Detection.PValue(left) <= level))))
        {
            foreach (var described in found)
            {
                var track = Follow(Charts[i].Chart, described.Population, Names(described.Claims), described.Expected, month, q[i]);
                clusters.Add(new MonitoredCluster(track, described, q[i], IsListed: true));
            }
        }

        var placeOf = Enumerable.Range(0, Charts.Count).ToDictionary(i => Charts[i].Chart.Index);
        var fading = tracks.Values.SelectMany(one => one).Where(track => track.FirstAlert is not null && track.LastListed < month
            && track.LastListed >= month - ClusterTrack.Remembered && placeOf.ContainsKey(track.Chart.Index)).OrderByDescending(track => track.LastListed).ToList();
        var faded = new List<(ScanChart Chart, HashSet<ulong> Claims)>();
        // Two that have come to hold mostly the same claims are one by now: the one that is listed, or was last.
        bool IsTold(ScanChart chart, HashSet<ulong> claims) => clusters.Exists(one => one.IsListed && one.Track.Chart == chart && one.Track.IsSame(claims))
            || faded.Exists(one => one.Chart == chart && ClusterTrack.AreSame(one.Claims, claims));
        foreach (var (track, described) in fading.Zip(Ask(fading, (description, track) => description.Measure(Charts[placeOf[track.Chart.Index]], track.Population))))
        {
            var claims = Names(described.Claims);
            if (Prior.IsWorth(described.Claims.Count, described.Expected) && described.Claims.Count >= scope.SmallestCount
                && !IsTold(track.Chart, claims))
            {
                faded.Add((track.Chart, claims));
                clusters.Add(new MonitoredCluster(track, described, q[placeOf[track.Chart.Index]], IsListed: false));
            }
        }

        Clusters = clusters;
        Dealers = [.. Charts.SelectMany(chart => chart.Dealers.Select(pattern => new MonitoredDealer(chart.Chart, pattern, dealersSince[(chart.Chart.Index, pattern.Dealer)])))];
    }

    private void Remember(IReadOnlyList<ChartMonth> charts, int month)
    {
        foreach (var one in charts)
        {
            smallestP[one.Chart.Index] = Math.Min(smallestP.GetValueOrDefault(one.Chart.Index, 1), Detection.PValue(one.Scan));
            lifeEvidence.Add(one.Chart.Index, month - First + 1, one.Scan.LogEvidence);
        }
    }

    private ClusterTrack Follow(ScanChart chart, Population population, HashSet<ulong> claims, double expected, int month, double q)
    {
        var known = Kept.Of(tracks, chart.Index, () => []);
        var track = known.Where(one => one.LastListed >= month - ClusterTrack.Remembered && one.IsSame(claims))
            .OrderBy(one => one.LastListed == month).ThenByDescending(one => one.LastListed).FirstOrDefault();
        if (track is null || track.LastListed == month)
        {
            var (from, _) = population.Window(data.Fleet);
            var id = ClusterWriter.IdOf(chart.CausalPart, chart.FailureMode, population.Rule, from);
            // The same place a second time, long after the first was over.
            id = known.Exists(one => one.ClusterId == id) ? ClusterWriter.IdOf(chart.CausalPart, chart.FailureMode, $"{population.Rule}\n{known.Count}", from) : id;
            track = new ClusterTrack(id, chart, month);
            known.Add(track);
        }

        track.List(month, population, claims, q <= scope.Alpha * BeyondDoubt);
        listings.Add(new Listing(month, track, track.FirstAlert is not null, population, claims.Count, expected) { Names = keepsNames ? claims : FrozenSet<ulong>.Empty });
        return track;
    }

    private void FollowDealers(IReadOnlyList<ChartMonth> charts, int month)
    {
        var now = charts.SelectMany(chart => chart.Dealers.Select(pattern => (chart.Chart.Index, pattern.Dealer))).ToHashSet();
        foreach (var gone in dealersSince.Keys.Except(now).ToList())
        {
            dealersSince.Remove(gone);
        }

        foreach (var one in now)
        {
            dealersSince.TryAdd(one, month);
        }
    }

    private static HashSet<ulong> Names(IEnumerable<ChartClaim> claims) => claims.Select(claim => claim.Claim).ToHashSet();
}
