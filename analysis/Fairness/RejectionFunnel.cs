using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>All dealers, provinces or clerks beside limits that widen where they differ by more than chance.</summary>
/// <param name="Units">In order of code.</param>
/// <param name="Target">Share of rejected claims over all of them.</param>
/// <param name="Overdispersion">φ, by which their variance exceeds chance; at least 1.</param>
public sealed record RejectionFunnel(IReadOnlyList<UnitStanding> Units, double Target, double Overdispersion)
{
    /// <summary>Units with fewer decided claims are left out: nothing can be said of them.</summary>
    public const int FewestClaims = 5;

    /// <summary>Puts the units on a funnel; null where nothing was rejected, or everything.</summary>
    public static RejectionFunnel? Of(IReadOnlyList<UnitRejection> rows)
    {
        var target = rows.Sum(row => (double)row.Rejected) / Math.Max(1, rows.Sum(row => row.Decided));
        var large = rows.Where(row => row.Decided >= FewestClaims && row.Expected > 0 && row.Expected < row.Decided).ToList();
        if (target is <= 0 or >= 1 || large.Count < 2)
        {
            return null;
        }

        var spread = Statistics.Overdispersion.Winsorised([.. large.Select(row => FunnelLimits.Score(row.Rejected, row.Decided, row.Expected / row.Decided))]);
        return new(
            [
                .. large.Select(row => new UnitStanding(
                    row, Math.Min(1, row.Rejected / row.Expected * target), FunnelLimits.Binomial(row.Decided, target, 0.998, spread))),
            ],
            target,
            spread);
    }
}
