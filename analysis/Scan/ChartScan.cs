using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>Prior weight of a window of a rule.</summary>
/// <param name="Each">The weight; 0–1.</param>
/// <param name="Log">Its logarithm.</param>
/// <param name="Fewest">Fewest claims with which the window is worth looking at, of a whole kind or a part.</param>
internal readonly record struct WindowWeight(double Each, double Log, long Fewest);

/// <summary>
/// The prior-weighted mixture over every rule and build window of one chart: e = Σ π(h) · evidence(h), and the hypothesis
/// with the largest term. Sums over prefix arrays; one instance per thread.
/// </summary>
internal sealed class ChartScan(ScanFleet fleet, HypothesisPrior prior)
{
    /// <summary>So many claims as expected are added to those of the rest of a kind: kinds differ by about a seventh.</summary>
    public const double KindShrinkage = 50;

    /// <summary>ln of a term's share of the sum so far that is not worth it either: ten million such windows change e by less than a ten-thousandth.</summary>
    private static readonly double LogSmall = Math.Log(1e-12);

    private readonly WindowGrid windows = new(fleet.Weeks, prior);
    private readonly Evidence ofWhole = Evidence.Of(prior, isPart: false);
    private readonly Evidence ofPart = Evidence.Of(prior, isPart: true);
    private readonly bool[] hasOwnFactor = [.. fleet.Facets.Select(ChartNull.HasFactorOf)];
    private readonly int[] combinationBegins = new int[fleet.Facets.Max(facet => facet.Values.Count) + 1];
    private int[] claimStrata = [];
    private int[] claimWeeks = [];
    private int[] sortedWeeks = [];
    private readonly double[] expectedUpTo = new double[fleet.Weeks + 1];
    private readonly double[] observedUpTo = new double[fleet.Weeks + 1];
    private readonly double[] expectedInAll = new double[fleet.Weeks + 1];
    private readonly double[] observedInAll = new double[fleet.Weeks + 1];
    private readonly double[] nothing = new double[fleet.Weeks + 1];
    private double scaledBy = double.NaN;
    private WindowWeight upToWeight;
    private WindowWeight fromWeight;
    private WindowWeight[] betweenWeights = [];
    private int weeksBuilt;
    private long claims;
    private double expectedAll;
    private bool isKnown;
    private long ofKind;
    private double ofKindExpected;
    private double sum;
    private double negligible;
    private Candidate best;
    private Func<Hypothesis, bool>? asked;

    /// <param name="chart">The chart.</param>
    /// <param name="known">Its claims, in order of build days.</param>
    /// <param name="tables">What is expected, in lane <paramref name="lane"/>.</param>
    /// <param name="lane">Lane of the chart.</param>
    /// <param name="isExpectationKnown">The expectation comes from a reference, not from these claims themselves.</param>
    /// <param name="isAsked">Rules that take part, whatever the window; null: all.</param>
    /// <param name="band">Stretch of life in which claims and expectation are.</param>
    public ScanResult Run(ScanChart chart, IReadOnlyList<ChartClaim> known, ExpectedTables tables, int lane, bool isExpectationKnown = false, Func<Hypothesis, bool>? isAsked = null, LifeBand band = default)
    {
        (claims, sum, negligible, best, isKnown, weeksBuilt, asked) = (known.Count, 0, Evidence.LogNegligible, Candidate.None, isExpectationKnown, tables.Weeks, isAsked);
        tables.UpTo(lane, 0, 0, expectedUpTo.AsSpan(0, weeksBuilt + 1));
        expectedAll = expectedUpTo[weeksBuilt];
        if (claims == 0 || expectedAll <= 0)
        {
            return ScanResult.Nothing;
        }

        if (sortedWeeks.Length < known.Count)
        {
            (claimStrata, claimWeeks, sortedWeeks) = (new int[known.Count], new int[known.Count], new int[known.Count]);
        }

        for (var i = 0; i < known.Count; i++)
        {
            (claimStrata[i], claimWeeks[i]) = (known[i].Stratum, fleet.WeekOfDay[known[i].Day]);
        }

        var weights = Weights(chart);
        for (var facet = 0; facet < fleet.Facets.Count; facet++)
        {
            Facet(facet, weights[facet], tables, lane);
        }

        if (chart.Lots is { } lots)
        {
            Lots(lots, weights, known, tables, lane);
        }

        return sum > 0 ? new ScanResult(Math.Log(sum), best with { What = best.What with { Band = band } }, Claims: known.Count) : ScanResult.Nothing;
    }

    /// <summary>Prior weight of one combination of each facet; then of a batch, a supplier, a supplier in a plant. They add up to 1.</summary>
    internal double[] Weights(ScanChart chart)
    {
        var of = new double[fleet.Facets.Count + 3];
        var shares = new double[3];
        for (var facet = 0; facet < fleet.Facets.Count; facet++)
        {
            of[facet] = prior.OfAttributes(fleet.Facets[facet].Attributes);
            shares[fleet.Facets[facet].Attributes.Count] += of[facet];
        }

        double[] kinds = [prior.Window, prior.OneAttribute, prior.TwoAttributes];
        double[] ofLots = chart.Lots is null ? [0, 0, 0] : [prior.Batch, prior.Supplier, prior.SupplierInPlant];
        var total = kinds.Where((_, kind) => shares[kind] > 0).Sum() + ofLots.Sum();
        for (var facet = 0; facet < fleet.Facets.Count; facet++)
        {
            var count = fleet.Facets[facet].Attributes.Count;
            of[facet] *= shares[count] > 0 ? kinds[count] / total / shares[count] / fleet.Facets[facet].Values.Count : 0;
        }

        if (chart.Lots is { } lots)
        {
            of[^3] = ofLots[0] / total / Math.Max(1, lots.Batches.Count);
            of[^2] = ofLots[1] / total / Math.Max(1, lots.Suppliers.Count);
            of[^1] = ofLots[2] / total / Math.Max(1, lots.Suppliers.Count * fleet.Plants.Count);
        }

        return of;
    }

    private void Facet(int facet, double weight, ExpectedTables tables, int lane)
    {
        var (of, combinations) = (fleet.Facets[facet].Of, fleet.Facets[facet].Values.Count);
        // Claims by combination, each in order of weeks: where those of each begin.
        var begins = combinationBegins.AsSpan(0, combinations + 1);
        begins.Clear();
        foreach (var stratum in claimStrata.AsSpan(0, (int)claims))
        {
            begins[of[stratum] + 1]++;
        }

        begins[0] = 0;
        for (var combination = 1; combination <= combinations; combination++)
        {
            begins[combination] += begins[combination - 1];
        }

        for (var i = 0; i < claims; i++)
        {
            if (of[claimStrata[i]] is var combination && combination >= 0)
            {
                sortedWeeks[begins[combination]++] = claimWeeks[i];
            }
        }

        for (int combination = 0, begin = 0; combination < combinations; begin = begins[combination++])
        {
            var own = sortedWeeks.AsSpan(begin, begins[combination] - begin);
            if (own.Length >= Evidence.FewestClaims)
            {
                tables.UpTo(lane, facet, combination, expectedUpTo.AsSpan(0, weeksBuilt + 1));
                expectedUpTo.AsSpan(weeksBuilt + 1).Fill(expectedUpTo[weeksBuilt]);
                Windows(new Hypothesis(facet, combination, -1, false, 0, 0), weight, own, isEverything: facet == 0);
            }
        }
    }

    private void Lots(LotMap lots, double[] weights, IReadOnlyList<ChartClaim> known, ExpectedTables tables, int lane)
    {
        var batches = new (long Observed, double Expected, int From, int To)[lots.Batches.Count];
        Array.Fill(batches, (0, 0, int.MaxValue, -1));
        var bySupplier = new double[lots.Suppliers.Count * (fleet.Plants.Count + 1) * fleet.Weeks];
        var weeks = new List<int>?[lots.Suppliers.Count * (fleet.Plants.Count + 1)];
        for (var plant = 0; plant < fleet.Plants.Count; plant++)
        {
            for (var day = 0; day < fleet.Days; day++)
            {
                if (lots[plant, day] is var lot && lot >= 0)
                {
                    var expected = tables.OfPlantDay(lane, plant, day);
                    ref var batch = ref batches[lots.BatchOf[lot]];
                    batch.Expected += expected;
                    (batch.From, batch.To) = (Math.Min(batch.From, fleet.WeekOfDay[day]), Math.Max(batch.To, fleet.WeekOfDay[day]));
                    var row = lots.SupplierOf[lot] * (fleet.Plants.Count + 1);
                    bySupplier[((row + plant) * fleet.Weeks) + fleet.WeekOfDay[day]] += expected;
                    bySupplier[((row + fleet.Plants.Count) * fleet.Weeks) + fleet.WeekOfDay[day]] += expected;
                }
            }
        }

        foreach (var claim in known)
        {
            var plant = fleet.PlantOf[claim.Stratum];
            if (lots[plant, claim.Day] is var lot && lot >= 0)
            {
                batches[lots.BatchOf[lot]].Observed++;
                var row = lots.SupplierOf[lot] * (fleet.Plants.Count + 1);
                (weeks[row + plant] ??= []).Add(fleet.WeekOfDay[claim.Day]);
                (weeks[row + fleet.Plants.Count] ??= []).Add(fleet.WeekOfDay[claim.Day]);
            }
        }

        for (var batch = 0; batch < batches.Length; batch++)
        {
            if (lots.Batches[batch].Batch is not null)
            {
                var (observed, expected, from, to) = batches[batch];
                if (observed >= Evidence.FewestClaims && weights[^3] > 0 && asked?.Invoke(new Hypothesis(-1, batch, -1, true, 0, 0)) != false)
                {
                    Add(new Hypothesis(-1, batch, -1, true, from, to), weights[^3], Math.Log(weights[^3]), observed, expected);
                }
            }
        }

        for (var row = 0; row < weeks.Length; row++)
        {
            if (weeks[row] is { Count: >= Evidence.FewestClaims } own)
            {
                for (var week = 0; week < fleet.Weeks; week++)
                {
                    expectedUpTo[week + 1] = expectedUpTo[week] + bySupplier[(row * fleet.Weeks) + week];
                }

                var plant = row % (fleet.Plants.Count + 1);
                Windows(
                    new Hypothesis(-1, row / (fleet.Plants.Count + 1), plant == fleet.Plants.Count ? -1 : plant, false, 0, 0),
                    plant == fleet.Plants.Count ? weights[^2] : weights[^1], CollectionsMarshal.AsSpan(own), isEverything: lots.Suppliers.Count == 1 && plant == fleet.Plants.Count);
            }
        }
    }

    /// <summary>Every window of a rule; <paramref name="own"/> are the weeks of its claims, in order.</summary>
    private void Windows(Hypothesis rule, double weight, ReadOnlySpan<int> own, bool isEverything)
    {
        if (asked?.Invoke(rule) == false)
        {
            return;
        }

        negligible = Math.Max(Evidence.LogNegligible, Math.Log(sum) + LogSmall);
        (ofKind, ofKindExpected) = (own.Length, expectedUpTo[fleet.Weeks]);
        Array.Clear(observedUpTo);
        foreach (var week in own)
        {
            observedUpTo[week + 1]++;
        }

        for (var week = 0; week < fleet.Weeks; week++)
        {
            observedUpTo[week + 1] += observedUpTo[week];
        }

        // All vehicles and all builds is no population: its share goes to its windows.
        var scale = isEverything ? weight / Math.Max(1e-9, 1 - windows.AllBuilds) : weight;
        Scale(scale);
        if (!isEverything && windows.AllBuilds > 0)
        {
            var each = scale * windows.AllBuilds;
            Add(rule with { ToWeek = fleet.Weeks - 1 }, each, Math.Log(each), own.Length, ofKindExpected);
        }

        observedInAll.AsSpan().Fill(observedUpTo[fleet.Weeks]);
        expectedInAll.AsSpan().Fill(expectedUpTo[fleet.Weeks]);
        var weeks = 1..weeksBuilt;
        Sift(rule with { ToWeek = 0 }, (0, 1), upToWeight, observedUpTo.AsSpan(weeks), nothing.AsSpan(weeks), expectedUpTo.AsSpan(weeks), nothing.AsSpan(weeks));
        Sift(rule with { FromWeek = 1, ToWeek = fleet.Weeks - 1 }, (1, 0), fromWeight, observedInAll.AsSpan(weeks), observedUpTo.AsSpan(weeks), expectedInAll.AsSpan(weeks), expectedUpTo.AsSpan(weeks));
        for (var i = 0; i < windows.Lengths.Count; i++)
        {
            var length = windows.Lengths[i];
            var (from, end) = (Math.Max(0, own[0] - length + 1), Math.Min(weeksBuilt, fleet.Weeks - length + 1));
            if (from < end)
            {
                Sift(
                    rule with { FromWeek = from, ToWeek = from + length - 1 }, (1, 1), betweenWeights[i],
                    observedUpTo.AsSpan((from + length)..(end + length)), observedUpTo.AsSpan(from..end), expectedUpTo.AsSpan((from + length)..(end + length)), expectedUpTo.AsSpan(from..end));
            }
        }
    }

    /// <summary>
    /// Adds the windows of a row of them that may be worth it; claims and expectation of each are a difference. Most are not, and are passed by several at a
    /// time: O·ln(O ÷ E) − (O − E) ≤ (O − E)² ÷ E, since ln x ≤ x − 1; and ≤ (O − E)(√(O ÷ E) − 1), since ln x ≤ (x − 1) ÷ √x for x ≥ 1.
    /// </summary>
    /// <param name="first">The first window.</param>
    /// <param name="step">Weeks by which the first and the last week move from one window to the next.</param>
    /// <param name="weight">Of each.</param>
    /// <param name="observed">Claims up to the end of each.</param>
    /// <param name="observedBefore">Claims before it.</param>
    /// <param name="expected">Expectation up to the end of each.</param>
    /// <param name="expectedBefore">Expectation before it.</param>
    private void Sift(
        Hypothesis first, (int From, int To) step, WindowWeight weight,
        ReadOnlySpan<double> observed, ReadOnlySpan<double> observedBefore, ReadOnlySpan<double> expected, ReadOnlySpan<double> expectedBefore)
    {
        var fewest = weight.Fewest;
        if (ofKind < fewest)
        {
            return;
        }

        var (enough, needed, least) = (Vector512.Create((double)fewest), Vector512.Create(negligible - weight.Log), Vector512.Create(Evidence.LeastExpected));
        var at = 0;
        for (; at + Vector512<double>.Count <= observed.Length; at += Vector512<double>.Count)
        {
            var count = Vector512.Create(observed[at..]) - Vector512.Create(observedBefore[at..]);
            var mean = Vector512.Max(least, Vector512.Create(expected[at..]) - Vector512.Create(expectedBefore[at..]));
            var excess = count - mean;
            var isWorth = Vector512.GreaterThanOrEqual(count, enough) & Vector512.GreaterThan(count, mean) & Vector512.GreaterThanOrEqual(excess * excess, needed * mean);
            if (isWorth.ExtractMostSignificantBits() != 0)
            {
                isWorth &= Vector512.GreaterThanOrEqual(excess * (Vector512.Sqrt(count / mean) - Vector512<double>.One), needed);
                for (var lanes = isWorth.ExtractMostSignificantBits(); lanes != 0; lanes &= lanes - 1)
                {
                    Try(at + BitOperations.TrailingZeroCount(lanes), observed, observedBefore, expected, expectedBefore);
                }
            }
        }

        for (; at < observed.Length; at++)
        {
            Try(at, observed, observedBefore, expected, expectedBefore);
        }

        void Try(int window, ReadOnlySpan<double> observed, ReadOnlySpan<double> observedBefore, ReadOnlySpan<double> expected, ReadOnlySpan<double> expectedBefore)
        {
            if ((long)(observed[window] - observedBefore[window]) is var count && count >= fewest)
            {
                Add(
                    first with { FromWeek = first.FromWeek + (window * step.From), ToWeek = first.ToWeek + (window * step.To) }, weight.Each, weight.Log,
                    count, expected[window] - expectedBefore[window]);
            }
        }
    }

    /// <summary>
    /// What the null's own factor of a use or climate took for usual of an excess in one window: the rest of the kind, built in other weeks, beside the rest
    /// of the chart. Below 1 where the rest is as sound as others.
    /// </summary>
    private double BesideTheRest(long observed, double expected)
    {
        var restOfChart = (claims - observed) / Math.Max(1e-9, claims * (1 - (expected / expectedAll)));
        return (ofKind - observed + KindShrinkage) / ((Math.Max(0, ofKindExpected - expected) * restOfChart) + KindShrinkage);
    }

    /// <summary>The weights of the windows of a rule; those of the next rule are mostly the same.</summary>
    private void Scale(double scale)
    {
        if (scale != scaledBy)
        {
            scaledBy = scale;
            (upToWeight, fromWeight) = (Of(windows.UpTo), Of(windows.From));
            betweenWeights = [.. windows.Between.Select(Of)];
        }

        WindowWeight Of(double each) => new(scale * each, Math.Log(scale * each), Math.Min(ofWhole.Fewest(scale * each), ofPart.Fewest(scale * each)));
    }

    private void Add(Hypothesis what, double weight, double logWeight, long observed, double expected)
    {
        if (Evidence.IsDull(observed, expected, negligible - logWeight))
        {
            return;
        }

        var isPart = what.IsBatch || expected <= ofKindExpected / 2;
        if (isPart && !isKnown && what.Facet >= 0 && hasOwnFactor[what.Facet])
        {
            expected *= BesideTheRest(observed, expected);
        }

        var evidence = isPart ? ofPart : ofWhole;
        var term = weight * (isKnown ? evidence.Known(observed, expected) : evidence.Given(observed, Math.Min(1, Math.Max(0, expected / expectedAll)), claims));
        sum += term;
        if (Math.Log(term) is var log && log > best.LogWeight)
        {
            best = new Candidate(what, observed, expected, weight, log, isPart);
        }
    }
}
