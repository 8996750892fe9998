using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Reports;

/// <summary>A dealer on the funnel.</summary>
/// <param name="Row">Its counts.</param>
/// <param name="Share">Rejected ÷ expected × the share of all dealers: what it would be with everybody's mix of claims; 0–1.</param>
/// <param name="Limits">Limits of 99.8 % at its size.</param>
internal sealed record DealerStanding(DealerRejection Row, double Share, FunnelLimits Limits)
{
    /// <summary>More or fewer rejections than a dealer of its size and mix usually has.</summary>
    public bool IsOutside => Share < Limits.Low || Share > Limits.High;
}

/// <summary>All dealers beside limits that widen where dealers differ by more than chance.</summary>
/// <param name="Dealers">In order of code.</param>
/// <param name="Target">Share of rejected claims over all dealers.</param>
/// <param name="Overdispersion">φ, by which the variance of the dealers exceeds chance; at least 1.</param>
internal sealed record DealerFunnel(IReadOnlyList<DealerStanding> Dealers, double Target, double Overdispersion)
{
    /// <summary>Dealers with fewer decided claims are left out: nothing can be said of them.</summary>
    public const int FewestClaims = 5;

    /// <summary>Puts the dealers on a funnel; null where nothing was rejected, or everything.</summary>
    public static DealerFunnel? Of(IReadOnlyList<DealerRejection> rows)
    {
        var target = rows.Sum(row => (double)row.Rejected) / Math.Max(1, rows.Sum(row => row.Decided));
        var large = rows.Where(row => row.Decided >= FewestClaims && row.Expected > 0 && row.Expected < row.Decided).ToList();
        if (target is <= 0 or >= 1 || large.Count < 2)
        {
            return null;
        }

        var spread = Analysis.Statistics.Overdispersion.Winsorised([.. large.Select(row => FunnelLimits.Score(row.Rejected, row.Decided, row.Expected / row.Decided))]);
        return new(
            [
                .. large.Select(row => new DealerStanding(
                    row, Math.Min(1, row.Rejected / row.Expected * target), FunnelLimits.Binomial(row.Decided, target, 0.998, spread))),
            ],
            target,
            spread);
    }
}
