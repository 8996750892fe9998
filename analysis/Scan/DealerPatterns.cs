using System.Runtime.InteropServices;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>One dealer's claims of one chart, far more than his share of all other claims explains.</summary>
/// <param name="Dealer">Index of the dealer.</param>
/// <param name="Claims">His claims of the chart.</param>
/// <param name="Expected">By his share of the claims of other charts.</param>
/// <param name="PValue">Poisson, corrected for every dealer and chart looked at (Bonferroni).</param>
internal sealed record DealerPattern(int Dealer, long Claims, double Expected, double PValue);

/// <summary>Known claims of a chart by dealer.</summary>
/// <param name="All">Claims of the chart.</param>
/// <param name="Dealers">Dealers with claims, in their order.</param>
internal sealed record DealerCounts(long All, IReadOnlyList<(int Dealer, long Claims)> Dealers)
{
    /// <summary>At the end of a month.</summary>
    public static DealerCounts Of(ScanChart chart, int month)
    {
        var counts = new Dictionary<int, long>();
        long all = 0;
        foreach (var claim in chart.Claims)
        {
            if (claim.IsCurrentAt(month))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, claim.Dealer, out _)++;
                all++;
            }
        }

        return new DealerCounts(all, [.. counts.OrderBy(one => one.Key).Select(one => (one.Key, one.Value))]);
    }
}

/// <summary>Charts in which one dealer stands out: his doing, not a defect. They are found and taken out before the scan.</summary>
internal static class DealerPatterns
{
    private const int FewestClaims = 6;
    private const double FewestTimes = 3, Level = 0.01;

    /// <param name="charts">Known claims of each chart.</param>
    /// <param name="dealers">How many dealers there are.</param>
    /// <returns>The patterns of each chart, in its order.</returns>
    public static List<DealerPattern>[] Find(IReadOnlyList<DealerCounts> charts, int dealers)
    {
        var ofDealer = new long[dealers];
        foreach (var (dealer, claims) in charts.SelectMany(chart => chart.Dealers))
        {
            ofDealer[dealer] += claims;
        }

        var all = ofDealer.Sum();
        var tests = (double)charts.Count * ofDealer.Count(count => count > 0);
        return [.. charts.Select(Of)];

        List<DealerPattern> Of(DealerCounts chart)
        {
            var found = new List<DealerPattern>();
            foreach (var (dealer, own) in chart.Dealers.Where(one => one.Claims >= FewestClaims))
            {
                // His share of the claims of other charts; where there are none, nothing can be said.
                var elsewhere = all - chart.All;
                var expected = elsewhere > 0 ? (double)chart.All * (ofDealer[dealer] - own + 1) / (elsewhere + 1) : double.PositiveInfinity;
                if (own > FewestTimes * expected && PoissonExcess.PValue(own, expected) * tests is var p && p < Level)
                {
                    found.Add(new DealerPattern(dealer, own, expected, p));
                }
            }

            return found;
        }
    }
}
