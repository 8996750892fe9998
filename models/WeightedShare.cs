using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models;

/// <summary>A share of claims that were selected with unequal chance: Σ y/π ÷ Σ 1/π (Hájek 1971), 95 % Wilson limits with Kish's effective number.</summary>
internal static class WeightedShare
{
    /// <param name="items">Whether each counts as a hit, and the inverse of its chance.</param>
    public static ShareInterval Of(IEnumerable<(bool IsHit, double Weight)> items)
    {
        var sums = WeightSums.Of(items);
        return sums.All == 0 ? ShareInterval.Wilson(0, 0) : ShareInterval.Wilson(Math.Min(sums.Effective, sums.Effective * sums.Share), sums.Effective);
    }
}
