using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models;

/// <summary>A share of claims that were selected with unequal chance: Σ y/π ÷ Σ 1/π (Hájek 1971), 95 % Wilson limits with Kish's effective number.</summary>
internal static class WeightedShare
{
    /// <param name="items">Whether each counts as a hit, and the inverse of its chance.</param>
    public static ShareInterval Of(IEnumerable<(bool IsHit, double Weight)> items)
    {
        double hits = 0, all = 0, squares = 0;
        foreach (var (isHit, weight) in items)
        {
            hits += isHit ? weight : 0;
            all += weight;
            squares += weight * weight;
        }

        if (all == 0)
        {
            return ShareInterval.Wilson(0, 0);
        }

        var reviews = all * all / squares;
        return ShareInterval.Wilson(Math.Min(reviews, reviews * (hits / all)), reviews);
    }

    /// <summary>Kish's effective number of items: (Σ w)² ÷ Σ w²; 0 where there are none.</summary>
    public static double Effective(IEnumerable<double> weights)
    {
        double all = 0, squares = 0;
        foreach (var weight in weights)
        {
            all += weight;
            squares += weight * weight;
        }

        return squares == 0 ? 0 : all * all / squares;
    }
}
