using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>A dealer, province or clerk on the funnel of rejected claims.</summary>
/// <param name="Row">Its counts.</param>
/// <param name="Share">Rejected ÷ expected × the share of all dealers: what it would be with everybody's mix of claims; 0–1.</param>
/// <param name="Limits">Limits of 99.8 % at its size.</param>
public sealed record UnitStanding(UnitRejection Row, double Share, FunnelLimits Limits)
{
    /// <summary>More or fewer rejections than a unit of its size and mix usually has.</summary>
    public bool IsOutside => Share < Limits.Low || Share > Limits.High;
}
