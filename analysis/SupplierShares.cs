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
        warehouse.TakeOut(byRates.Where(one => one.DealerDominated).Select(one => (one.CausalPart, one.FailureMode, PopulationRule.Parse(one.Rule)[ClusterWriter.DealerAttribute])));
        var counts = Analyses.SupplierCounts.Answered(warehouse);
        // A bad batch would make its supplier stand out as well: batches come first, and what they explain is left out.
        var batches = Compare(one => one.PartBatch is not null, Batch, one => one.SupplierCode);
        var explained = batches.Select(one => (one.CausalPart, one.FailureMode, one.Rule)).ToHashSet();
        var suppliers = Compare(one => !explained.Contains((one.CausalPart, one.FailureMode, Batch(one))), one => PopulationRule.Of(("supplier_code", one.SupplierCode)), _ => "");
        return [.. batches.Concat(suppliers).OrderBy(one => one.QValue).ThenBy(one => one.PValue).ThenBy(one => one.ClusterId, StringComparer.Ordinal)];

        // Shares are compared among vehicles of the same part, group, plant and year of service; the counts of a part are read, compared and forgotten.
        List<DefectCluster> Compare(Func<SupplierCount, bool> isTaken, Func<SupplierCount, string> rule, Func<SupplierCount, string> group)
        {
            var (cells, candidates, fewest) = (ShareSignals.NoPairs(), new List<Pair>(), ShareSignals.Fewest(warehouse.Scope));
            foreach (var (_, part) in Adjacent.Groups(counts.Where(one => !charts.Contains((one.CausalPart, one.FailureMode)) && isTaken(one)), one => one.CausalPart))
            {
                foreach (var (pair, strata) in Pairs(part, rule, group))
                {
                    cells.Add(pair.Observed, pair.Expected);
                    // What cannot be listed counts among the tests and in the prior, and need not be held: most of millions of pairs were never observed.
                    if (pair.Observed >= fewest && pair.Observed > pair.Expected)
                    {
                        candidates.Add(pair with { PValue = CommonOddsTest.PValue(strata) });
                    }
                }
            }

            var tested = candidates.Zip(FalseDiscovery.BenjaminiHochberg(candidates.ConvertAll(pair => pair.PValue), cells.Count), (pair, q) => (Pair: pair, QValue: q));
            return ShareSignals.List(
                cells, tested, one => (one.Pair.Observed, one.Pair.Expected), (one, posterior) => one.QValue <= warehouse.Scope.Alpha && posterior.GeometricMean >= smallestRatio,
                warehouse.Scope, (one, ratio, atMostOne, q) => Cluster(one.Pair, ratio, atMostOne, q));
        }
    }

    private static string Batch(SupplierCount count) => PopulationRule.Of(("supplier_code", count.SupplierCode), ("part_batch", count.PartBatch));

    /// <summary>Every population of a part with every way in which the part fails, beside the others of its group.</summary>
    private static IEnumerable<(Pair Pair, IReadOnlyList<TwoPeriods> Strata)> Pairs(List<SupplierCount> part, Func<SupplierCount, string> rule, Func<SupplierCount, string> group)
    {
        var populations = Numbered.AsTheyCome(part.ConvertAll(one => rule(one)));
        var modes = Numbered.AsTheyCome(part.ConvertAll(one => one.FailureMode));
        var strata = Numbered.AsTheyCome(part.ConvertAll(one => (group(one), one.Plant ?? "", one.YearOfService)));
        // Of each population only the strata that it is in: a part has thousands of batches, each of few.
        var hits = populations.Values.Select(_ => new SortedDictionary<int, long[]>()).ToList();
        var (all, whole) = (new long[strata.Values.Count, modes.Values.Count], new long[strata.Values.Count]);
        for (var i = 0; i < part.Count; i++)
        {
            var (stratum, mode, own) = (strata.Of[i], modes.Of[i], hits[populations.Of[i]]);
            if (!own.TryGetValue(stratum, out var byMode))
            {
                own[stratum] = byMode = new long[modes.Values.Count];
            }

            byMode[mode] += part[i].Vehicles;
            all[stratum, mode] += part[i].Vehicles;
            whole[stratum] += part[i].Vehicles;
        }

        for (var population = 0; population < populations.Values.Count; population++)
        {
            // What has no other beside it says nothing.
            var compared = hits[population].Select(own => (Stratum: own.Key, Hits: own.Value, Trials: own.Value.Sum())).Where(own => own.Trials > 0 && whole[own.Stratum] > own.Trials).ToList();
            for (var mode = 0; mode < modes.Values.Count && compared.Count > 0; mode++)
            {
                var way = mode;
                var inStrata = compared.ConvertAll(own => new TwoPeriods(
                    HitsBefore: all[own.Stratum, way] - own.Hits[way], TrialsBefore: whole[own.Stratum] - own.Trials,
                    HitsAfter: own.Hits[way], TrialsAfter: own.Trials));
                yield return (Pair.Of(populations.Values[population], part[0].CausalPart, modes.Values[way], inStrata), inStrata);
            }
        }
    }

    /// <summary>A population of a part and one way in which it fails, beside the others of its group.</summary>
    /// <param name="Rule">The population.</param>
    /// <param name="Part">The part.</param>
    /// <param name="Mode">The way.</param>
    /// <param name="Observed">Its vehicles that failed so.</param>
    /// <param name="Expected">By the others' share in each stratum, to which one vehicle of their mean share is added; that mean has half a vehicle more.</param>
    /// <param name="PValue">Chance of so many; 1 where it was not calculated.</param>
    private sealed record Pair(string Rule, string Part, string Mode, long Observed, double Expected, double PValue = 1)
    {
        /// <param name="rule">The population.</param>
        /// <param name="part">The part.</param>
        /// <param name="mode">The way.</param>
        /// <param name="strata">Its vehicles with a claim for the part (after), among them those that failed so (hits), beside the others' (before).</param>
        public static Pair Of(string rule, string part, string mode, IReadOnlyList<TwoPeriods> strata)
        {
            var mean = (strata.Sum(one => one.HitsBefore) + 0.5) / (strata.Sum(one => one.TrialsBefore) + 1);
            return new Pair(rule, part, mode, strata.Sum(one => one.HitsAfter), strata.Sum(one => one.TrialsAfter * (one.HitsBefore + mean) / (one.TrialsBefore + 1)));
        }
    }

    private static DefectCluster Cluster(Pair pair, RatioInterval ratio, double atMostOne, double q) => new(
        ClusterWriter.IdOf(pair.Part, pair.Mode, pair.Rule, null), pair.Part, pair.Mode, pair.Rule, BuiltFrom: null, BuiltTo: null, Vehicles: null,
        pair.Observed, pair.Expected, ratio.Ratio, ratio.Low, ratio.High, atMostOne, q, "share",
        FirstAlertOn: null, State: null, Shape: null, SafetyClass: null, DealerShare: 0, DealerDominated: false, Cost: 0,
        ForecastClaims: null, ForecastLow: null, ForecastHigh: null, ForecastCost: null, Terms: null, ExampleClaimIds: "");
}
