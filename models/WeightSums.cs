namespace ClaimInsights.Models;

/// <summary>Sums of weighted items, from which those of a part can be taken off.</summary>
/// <param name="Hits">Weights of those that count as a hit.</param>
/// <param name="All">All weights.</param>
/// <param name="Squares">Their squares.</param>
internal readonly record struct WeightSums(double Hits, double All, double Squares)
{
    /// <summary>Hits ÷ all; 0 where there are none.</summary>
    public double Share => All == 0 ? 0 : Hits / All;

    /// <summary>Kish's effective number of items: (Σ w)² ÷ Σ w²; 0 where there are none.</summary>
    public double Effective => Squares == 0 ? 0 : All * All / Squares;

    /// <param name="items">Whether each counts as a hit, and its weight, at least 0.</param>
    public static WeightSums Of(IEnumerable<(bool IsHit, double Weight)> items)
    {
        double hits = 0, all = 0, squares = 0;
        foreach (var (isHit, weight) in items)
        {
            hits += isHit ? weight : 0;
            all += weight;
            squares += weight * weight;
        }

        return new(hits, all, squares);
    }

    /// <summary>These without a part of them; what rounding leaves of nothing is nothing.</summary>
    public WeightSums Less(WeightSums part)
    {
        var (hits, all, squares) = (Hits - part.Hits, All - part.All, Squares - part.Squares);
        return all <= 1e-9 * All ? default : new(Math.Max(0, hits), all, squares);
    }
}
