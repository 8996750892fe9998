using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>Cost, dealers, safety class and examples of listed clusters; see <see cref="Warehouse.List"/>.</summary>
internal sealed class ClusterFacts
{
    /// <summary>A dealer's claims that are many enough to be his doing; methods, "Dealers first".</summary>
    private const int FewestOfOneDealer = 6;

    private readonly ILookup<string, ClusterFact> facts;
    private readonly IReadOnlyDictionary<string, double> dealerShares;
    private readonly Dictionary<(string, string), string> safety;

    /// <param name="warehouse">Whose clusters are listed.</param>
    /// <param name="dealerShares">Each dealer's share of all claims that count.</param>
    public ClusterFacts(Warehouse warehouse, IReadOnlyDictionary<string, double> dealerShares)
    {
        this.dealerShares = dealerShares;
        facts = Analyses.ClusterFacts.Run(warehouse).ToLookup(one => one.ClusterId, StringComparer.Ordinal);
        safety = Analyses.SafetyClasses.Run(warehouse).ToDictionary(one => (one.CausalPart, one.FailureMode), one => one.Class);
    }

    /// <summary>The cluster with what its claims tell.</summary>
    public DefectCluster Complete(DefectCluster cluster)
    {
        var own = facts[cluster.ClusterId].ToList();
        if (own.Count == 0)
        {
            return cluster;
        }

        var dealer = own.OrderByDescending(one => one.Claims).ThenBy(one => one.DealerCode, StringComparer.Ordinal).First();
        var claims = own.Sum(one => one.Claims);
        var examples = own.OrderByDescending(one => one.LastHappenedOn).ThenBy(one => one.LastClaims, StringComparer.Ordinal)
            .SelectMany(one => one.LastClaims.Split(';')).Take(5);
        return cluster with
        {
            Cost = own.Sum(one => one.Cost),
            SafetyClass = safety.GetValueOrDefault((cluster.CausalPart, cluster.FailureMode)),
            DealerShare = (double)dealer.Claims / claims,
            DealerDominated = cluster.DealerDominated || IsDealersDoing(dealer.DealerCode, dealer.Claims, claims, cluster.Expected),
            ExampleClaimIds = string.Join(';', examples),
        };
    }

    /// <summary>
    /// One dealer has at least six claims and three times his share of the expectation, and without him (his claims and
    /// his share of the expectation) the rest is nothing unusual at 5 %.
    /// </summary>
    private bool IsDealersDoing(string dealer, long ofDealer, long claims, double expected)
    {
        var share = dealerShares.GetValueOrDefault(dealer);
        return ofDealer >= FewestOfOneDealer && ofDealer > 3 * expected * share
            && PoissonExcess.PValue(claims - ofDealer, expected * (1 - share)) > 0.05;
    }
}
