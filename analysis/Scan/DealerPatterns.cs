using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>One dealer's claims of one chart, far more than his share of all other claims explains.</summary>
/// <param name="Dealer">Index of the dealer.</param>
/// <param name="Claims">His claims of the chart.</param>
/// <param name="Expected">By his share of the claims of other charts.</param>
/// <param name="PValue">Poisson, corrected for every dealer and chart looked at (Bonferroni).</param>
internal sealed record DealerPattern(int Dealer, long Claims, double Expected, double PValue);

/// <summary>Charts in which one dealer stands out: his doing, not a defect. They are found and taken out before the scan.</summary>
internal static class DealerPatterns
{
    private const int FewestClaims = 6;
    private const double FewestTimes = 3, Level = 0.01;

    /// <param name="claims">Known claims of each chart.</param>
    /// <param name="dealers">How many dealers there are.</param>
    /// <returns>The patterns of each chart, in its order.</returns>
    public static IReadOnlyList<DealerPattern>[] Find(IReadOnlyList<IReadOnlyList<ChartClaim>> claims, int dealers)
    {
        var ofDealer = new long[dealers];
        foreach (var claim in claims.SelectMany(chart => chart))
        {
            ofDealer[claim.Dealer]++;
        }

        var all = ofDealer.Sum();
        var tests = (double)claims.Count * ofDealer.Count(count => count > 0);
        return [.. claims.Select(chart => Of(chart))];

        IReadOnlyList<DealerPattern> Of(IReadOnlyList<ChartClaim> chart)
        {
            var found = new List<DealerPattern>();
            foreach (var dealer in chart.GroupBy(claim => claim.Dealer).Where(one => one.Count() >= FewestClaims).OrderBy(one => one.Key))
            {
                // His share of the claims of other charts; where there are none, nothing can be said.
                var (own, elsewhere) = (dealer.Count(), all - chart.Count);
                var expected = elsewhere > 0 ? (double)chart.Count * (ofDealer[dealer.Key] - own + 1) / (elsewhere + 1) : double.PositiveInfinity;
                if (own > FewestTimes * expected && PoissonExcess.PValue(own, expected) * tests is var p && p < Level)
                {
                    found.Add(new DealerPattern(dealer.Key, own, expected, p));
                }
            }

            return found;
        }
    }
}
