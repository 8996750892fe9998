using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>Cost, dealers, safety class and examples of clusters.</summary>
internal sealed class ClusterFacts
{
    /// <summary>A dealer's claims that are many enough to be his doing; methods, "Dealers first".</summary>
    private const int FewestOfOneDealer = 6;

    private readonly ILookup<(string, string, DateOnly), ClusterFact> facts;
    private readonly Dictionary<string, double> dealerShares;
    private readonly Dictionary<(string, string), string> safety;

    public ClusterFacts(Warehouse warehouse)
    {
        var all = Analyses.ClusterFacts.Run(warehouse);
        facts = all.ToLookup(one => (one.CausalPart, one.FailureMode, one.BuildMonth));
        var total = (double)all.Sum(one => one.Claims);
        dealerShares = all.GroupBy(one => one.DealerCode).ToDictionary(dealer => dealer.Key, dealer => dealer.Sum(one => one.Claims) / total);
        safety = Analyses.SafetyClasses.Run(warehouse).ToDictionary(one => (one.CausalPart, one.FailureMode), one => one.Class);
    }

    public sealed record Told(decimal Cost, double DealerShare, bool DealerDominated, string? SafetyClass, string ExampleClaimIds);

    /// <param name="causalPart">Part of the cluster.</param>
    /// <param name="failureMode">Its failure mode.</param>
    /// <param name="months">Its build months.</param>
    /// <param name="expected">Claims expected of it.</param>
    public Told Of(string causalPart, string failureMode, IReadOnlyList<DateOnly> months, double expected)
    {
        var own = months.SelectMany(month => facts[(causalPart, failureMode, month)]).ToList();
        var claims = own.Sum(one => one.Claims);
        var dealer = own.GroupBy(one => one.DealerCode).Select(one => (Code: one.Key, Claims: one.Sum(fact => fact.Claims)))
            .OrderByDescending(one => one.Claims).ThenBy(one => one.Code, StringComparer.Ordinal).First();
        var examples = own.OrderByDescending(one => one.LastHappenedOn).ThenBy(one => one.LastClaims, StringComparer.Ordinal)
            .SelectMany(one => one.LastClaims.Split(';')).Take(5);
        return new Told(
            own.Sum(one => one.Cost), (double)dealer.Claims / claims, IsDealersDoing(dealer.Code, dealer.Claims, claims, expected),
            safety.GetValueOrDefault((causalPart, failureMode)), string.Join(';', examples));
    }

    /// <summary>
    /// One dealer has at least six claims and three times his share of the expectation, and without him (his claims and
    /// his share of the expectation) the rest is nothing unusual at 5 %.
    /// </summary>
    private bool IsDealersDoing(string dealer, long ofDealer, long claims, double expected)
    {
        var share = dealerShares[dealer];
        return ofDealer >= FewestOfOneDealer && ofDealer > 3 * expected * share
            && PoissonExcess.PValue(claims - ofDealer, expected * (1 - share)) > 0.05;
    }
}
