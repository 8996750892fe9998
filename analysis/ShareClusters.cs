using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Defect clusters in a store without vehicles: which problem takes a larger share of one population's new claims than of the
/// others'? Populations are the combinations of vehicle attributes that the claims carry, new claims those closed in the last
/// six months; observed against independence, shrunk by a two-gamma prior (DuMouchel 1999). Never a rate.
/// </summary>
internal static class ShareClusters
{
    /// <summary>
    /// EB05 from which a pair is a signal: the usual convention for spontaneous reports (Szarfman, Machado &amp; O'Neill 2002,
    /// Drug Safety 25:381).
    /// </summary>
    private const double SmallestRatioLow = 2;

    public static DefectFindings Find(Warehouse warehouse)
    {
        var scope = warehouse.Scope;
        var counts = Analyses.PopulationCounts.Run(warehouse);
        if (counts.Count == 0)
        {
            return new DefectFindings([], [], [], 0, 0, "share", 1);
        }

        var (populations, populationOf) = Numbered.InOrder([.. counts.Select(Rule)], StringComparer.Ordinal);
        var (problems, problemOf) = Numbered.InOrder([.. counts.Select(one => (one.CausalPart, one.FailureMode))]);
        var pairs = Disproportionality.Compare(counts.Select((one, i) => new ShareCount(populationOf[i], problemOf[i], Period: 0, one.Claims)));
        var countOf = Enumerable.Range(0, counts.Count).ToDictionary(i => (populationOf[i], problemOf[i]), i => counts[i]);
        var facts = new ShareFacts(warehouse);
        var cells = ShareSignals.NoPairs();
        foreach (var pair in pairs)
        {
            cells.Add(pair.Observed, pair.Expected);
        }

        var clusters = ShareSignals.List(
            cells, pairs, pair => (pair.Observed, pair.Expected), (pair, posterior) => posterior.Ratio.Low >= SmallestRatioLow && countOf[(pair.Population, pair.Problem)].Matters, scope, Cluster);
        return new DefectFindings(clusters, [], [], problems.Count, pairs.Count, "share", 1);

        DefectCluster Cluster(ShareExcess pair, RatioInterval ratio, double atMostOne, double q)
        {
            var (rule, (part, mode)) = (populations[pair.Population], problems[pair.Problem]);
            var told = facts.Of(rule, part, mode);
            return new DefectCluster(
                ClusterWriter.IdOf(part, mode, rule, null), part, mode, rule, BuiltFrom: null, BuiltTo: null, Vehicles: null,
                pair.Observed, pair.Expected, ratio.Ratio, ratio.Low, ratio.High, atMostOne, q, "share",
                FirstAlertOn: null, State: null, Shape: null, told.SafetyClass, told.DealerShare, DealerDominated: false,
                countOf[(pair.Population, pair.Problem)].Cost,
                ForecastClaims: null, ForecastLow: null, ForecastHigh: null, ForecastCost: null, Terms: null, told.ExampleClaimIds);
        }
    }

    private static string Rule(PopulationCount count) => PopulationRule.Of(
        ("model", count.Model), ("model_year", count.ModelYear), ("plant", count.Plant), ("powertrain", count.Powertrain));
}
