using MathNet.Numerics;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>The ratio of one cell given its count: a mixture of two gamma distributions (DuMouchel 1999).</summary>
/// <param name="Weight">The first component's weight, 0…1.</param>
/// <param name="Shape1">α₁ + observed.</param>
/// <param name="Rate1">β₁ + expected.</param>
/// <param name="Shape2">α₂ + observed.</param>
/// <param name="Rate2">β₂ + expected.</param>
public sealed record GammaMixturePosterior(double Weight, double Shape1, double Rate1, double Shape2, double Rate2)
{
    /// <summary>EBGM, the geometric mean exp E[ln ratio]: the shrunk ratio; above 0, 1 is normal.</summary>
    public double GeometricMean => Math.Exp(
        (Weight * (SpecialFunctions.DiGamma(Shape1) - Math.Log(Rate1)))
        + ((1 - Weight) * (SpecialFunctions.DiGamma(Shape2) - Math.Log(Rate2))));

    /// <summary>EBGM with EB05 and EB95, the posterior's 5 % and 95 % points.</summary>
    public RatioInterval Ratio => new(GeometricMean, Quantile(0.05), Quantile(0.95));

    /// <summary>Posterior probability that the ratio is at most <paramref name="ratio"/>; at 1, that nothing is raised.</summary>
    /// <param name="ratio">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative ratio.</exception>
    public double AtMost(double ratio)
    {
        Require.NotNegative(ratio);
        return Math.Min(1, Mix(IncompleteGamma.LogLower(Shape1, ratio * Rate1), IncompleteGamma.LogLower(Shape2, ratio * Rate2)));
    }

    /// <summary>The ratio below which the posterior holds <paramref name="probability"/>; between the two components' own.</summary>
    /// <param name="probability">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside its range.</exception>
    public double Quantile(double probability)
    {
        Require.InsideUnit(probability);
        var first = IncompleteGamma.LowerQuantile(Shape1, probability) / Rate1;
        var second = IncompleteGamma.LowerQuantile(Shape2, probability) / Rate2;
        var (low, high) = (Math.Min(first, second), Math.Max(first, second));
        for (var i = 0; i < 200 && high - low > 1e-12 * high; i++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = AtMost(middle) < probability ? (middle, high) : (low, middle);
        }

        return low + ((high - low) / 2);
    }

    private double Mix(double firstLog, double secondLog) => (Weight * Math.Exp(firstLog)) + ((1 - Weight) * Math.Exp(secondLog));
}
