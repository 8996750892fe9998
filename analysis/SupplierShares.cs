using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Suppliers and batches in a store that knows vehicles but not the lots of a part. Who got which supplier's part is then known of
/// claims alone, so there is no rate: does one way of failing take a larger share of the supplier's claims for the part than of the
/// other suppliers', of a batch's than of the same supplier's other batches', among vehicles of the same plant and year of service?
/// Expected is what the others' shares give; the ratio is shrunk by a two-gamma prior (EBGM; DuMouchel 1999), and only what the exact
/// conditional test tells from the others (Benjamini–Hochberg over all pairs) is listed: others of few vehicles are no measure. Charts in which a cluster is listed by rates take
/// no part: their excess would look like a lack of everything else.
/// </summary>
internal static class SupplierShares
{
    /// <summary>Listed suppliers and batches, the surest first; facts of their claims are still to be added.</summary>
    /// <param name="warehouse">The store.</param>
    /// <param name="byRates">What is listed by rates.</param>
    /// <param name="smallestRatio">EBGM from which on a share is worth an engineer's time; at least 1.</param>
    public static IReadOnlyList<DefectCluster> Find(Warehouse warehouse, IReadOnlyCollection<DefectCluster> byRates, double smallestRatio)
    {
        var charts = byRates.Where(one => !one.DealerDominated).Select(one => (one.CausalPart, one.FailureMode)).ToHashSet();
        var dealers = byRates.Where(one => one.DealerDominated).Select(one => (one.CausalPart, one.FailureMode, one.Rule)).ToHashSet();
        var counts = Analyses.SupplierCounts.Run(warehouse)
            .Where(one => !charts.Contains((one.CausalPart, one.FailureMode)))
            .Where(one => !dealers.Contains((one.CausalPart, one.FailureMode, PopulationRule.Of((ClusterWriter.DealerAttribute, one.DealerCode)))))
            .ToList();
        // A bad batch would make its supplier stand out as well: batches come first, and what they explain is left out.
        var batches = Compare([.. counts.Where(one => one.PartBatch is not null)], Batch, one => one.SupplierCode);
        var explained = batches.Select(one => (one.CausalPart, one.FailureMode, one.Rule)).ToHashSet();
        var rest = counts.Where(one => !explained.Contains((one.CausalPart, one.FailureMode, Batch(one)))).ToList();
        return [.. batches.Concat(Compare(rest, one => PopulationRule.Of(("supplier_code", one.SupplierCode)), _ => "")).OrderBy(one => one.QValue).ThenBy(one => one.PValue).ThenBy(one => one.ClusterId, StringComparer.Ordinal)];

        // Shares are compared among vehicles of the same part, group, plant and year of service.
        List<DefectCluster> Compare(List<SupplierCount> among, Func<SupplierCount, string> rule, Func<SupplierCount, string> group)
        {
            var pairs = among.GroupBy(one => one.CausalPart, StringComparer.Ordinal).SelectMany(part => Pairs([.. part], rule, group)).ToList();
            // What cannot be listed counts among the tests and need not be calculated: 1 is on the safe side.
            var p = pairs.ConvertAll(pair => pair.Observed >= ShareSignals.Fewest(warehouse.Scope) && pair.Observed > pair.Expected ? CommonOddsTest.PValue(pair.Strata) : 1);
            var tested = pairs.Zip(FalseDiscovery.BenjaminiHochberg(p), (pair, q) => (Pair: pair, QValue: q)).ToList();
            return ShareSignals.List(
                tested, one => (one.Pair.Observed, one.Pair.Expected), (one, posterior) => one.QValue <= warehouse.Scope.Alpha && posterior.GeometricMean >= smallestRatio,
                warehouse.Scope, (one, ratio, atMostOne, q) => Cluster(one.Pair, ratio, atMostOne, q));
        }
    }

    private static string Batch(SupplierCount count) => PopulationRule.Of(("supplier_code", count.SupplierCode), ("part_batch", count.PartBatch));

    /// <summary>Every population of a part with every way in which the part fails, beside the others of its group.</summary>
    private static IEnumerable<Pair> Pairs(List<SupplierCount> part, Func<SupplierCount, string> rule, Func<SupplierCount, string> group)
    {
        var populations = Index(part.ConvertAll(one => rule(one)));
        var modes = Index(part.ConvertAll(one => one.FailureMode));
        var strata = Index(part.ConvertAll(one => (group(one), one.Plant ?? "", one.YearOfService)));
        var hits = new long[strata.Values.Count, populations.Values.Count, modes.Values.Count];
        var (trials, all) = (new long[strata.Values.Count, populations.Values.Count], new long[strata.Values.Count, modes.Values.Count + 1]);
        for (var i = 0; i < part.Count; i++)
        {
            var (stratum, population, mode) = (strata.Of[i], populations.Of[i], modes.Of[i]);
            hits[stratum, population, mode] += part[i].Vehicles;
            trials[stratum, population] += part[i].Vehicles;
            all[stratum, mode] += part[i].Vehicles;
            all[stratum, modes.Values.Count] += part[i].Vehicles;
        }

        for (var population = 0; population < populations.Values.Count; population++)
        {
            // What has no other beside it says nothing.
            var compared = Enumerable.Range(0, strata.Values.Count).Where(stratum => trials[stratum, population] > 0 && all[stratum, modes.Values.Count] > trials[stratum, population]).ToList();
            for (var mode = 0; mode < modes.Values.Count && compared.Count > 0; mode++)
            {
                var (one, way) = (population, mode);
                yield return new Pair(populations.Values[one], part[0].CausalPart, modes.Values[way], compared.ConvertAll(stratum => new TwoPeriods(
                    HitsBefore: all[stratum, way] - hits[stratum, one, way], TrialsBefore: all[stratum, modes.Values.Count] - trials[stratum, one],
                    HitsAfter: hits[stratum, one, way], TrialsAfter: trials[stratum, one])));
            }
        }
    }

    /// <summary>The different values as they come, and of each the place among them.</summary>
    private static (IReadOnlyList<TValue> Values, int[] Of) Index<TValue>(IReadOnlyList<TValue> all)
        where TValue : notnull
    {
        var values = all.Distinct().ToList();
        var place = values.Select((value, i) => (value, i)).ToDictionary(one => one.value, one => one.i);
        return (values, [.. all.Select(value => place[value])]);
    }

    /// <summary>A population's vehicles with a claim for the part (after), and among them those that failed so (hits), beside the others' (before), by stratum.</summary>
    private sealed record Pair(string Rule, string Part, string Mode, IReadOnlyList<TwoPeriods> Strata)
    {
        public long Observed { get; } = Strata.Sum(one => one.HitsAfter);

        /// <summary>By the others' share in each stratum, to which one vehicle of their mean share is added; that mean has half a vehicle more.</summary>
        public double Expected { get; } = ByOthers(Strata);

        private static double ByOthers(IReadOnlyList<TwoPeriods> strata)
        {
            var mean = (strata.Sum(one => one.HitsBefore) + 0.5) / (strata.Sum(one => one.TrialsBefore) + 1);
            return strata.Sum(one => one.TrialsAfter * (one.HitsBefore + mean) / (one.TrialsBefore + 1));
        }
    }

    private static DefectCluster Cluster(Pair pair, RatioInterval ratio, double atMostOne, double q) => new(
        ClusterWriter.IdOf(pair.Part, pair.Mode, pair.Rule, null), pair.Part, pair.Mode, pair.Rule, BuiltFrom: null, BuiltTo: null, Vehicles: null,
        pair.Observed, pair.Expected, ratio.Ratio, ratio.Low, ratio.High, atMostOne, q, "share",
        FirstAlertOn: null, State: null, Shape: null, SafetyClass: null, DealerShare: 0, DealerDominated: false, Cost: 0,
        ForecastClaims: null, ForecastLow: null, ForecastHigh: null, ForecastCost: null, Terms: null, ExampleClaimIds: "");
}
