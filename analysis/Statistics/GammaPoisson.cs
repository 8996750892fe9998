using MathNet.Numerics;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Poisson counts whose ratio to the expectation is itself gamma distributed: a negative binomial.
/// Shape α and rate β, so that ratios have mean α/β and variance α/β².
/// </summary>
internal static class GammaPoisson
{
    /// <summary>ln P(n | E) with the ratio drawn from Gamma(α, β).</summary>
    public static double LogLikelihood(long n, double expected, double shape, double rate)
    {
        var count = n == 0 ? 0 : LogRising(n, shape) - (n * Logarithm.OfOnePlus(rate / expected));
        return count - (shape * Logarithm.OfOnePlus(expected / rate));
    }

    /// <summary>ln( Γ(n + α) / (Γ(α) n!) ).</summary>
    public static double LogRising(long n, double shape)
    {
        if (n > 30)
        {
            return SpecialFunctions.GammaLn(n + shape) - SpecialFunctions.GammaLn(shape) - SpecialFunctions.GammaLn(n + 1.0);
        }

        double product = 1;
        for (var i = 0; i < n; i++)
        {
            product *= (shape + i) / (i + 1);
        }

        return Math.Log(product);
    }
}
