using MathNet.Numerics;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Poisson and binomial densities by Loader's saddle-point expansion (C. Loader 2000, "Fast and accurate computation of
/// binomial probabilities"): about 14 digits where products of powers and factorials would overflow or cancel.
/// Arguments are real numbers, so that the incomplete gamma and beta functions can use them as prefactors.
/// </summary>
internal static class SaddlePoint
{
    private const double HalfLogTwoPi = 0.918938533204672741780;

    /// <summary>ln( x^a · e^−x / Γ(a + 1) ), a ≥ 0, x ≥ 0.</summary>
    public static double LogPoisson(double a, double x)
    {
        if (x == 0)
        {
            return a == 0 ? 0 : double.NegativeInfinity;
        }

        return a < 1
            ? (a * Math.Log(x)) - x - SpecialFunctions.GammaLn(a + 1)
            : -StirlingError(a) - Deviance(a, x) - HalfLogTwoPi - (0.5 * Math.Log(a));
    }

    /// <summary>ln( Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · p^a · (1 − p)^b ), a, b &gt; 0, 0 &lt; p &lt; 1.</summary>
    public static double LogBinomial(double a, double b, double p)
    {
        var n = a + b;
        return StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * p) - Deviance(b, n * (1 - p))
            - HalfLogTwoPi + (0.5 * (Math.Log(n) - Math.Log(a) - Math.Log(b)));
    }

    /// <summary>ln Γ(n + 1) less Stirling's formula.</summary>
    private static double StirlingError(double n)
    {
        if (n <= 15)
        {
            return SpecialFunctions.GammaLn(n + 1) - ((n + 0.5) * Math.Log(n)) + n - HalfLogTwoPi;
        }

        var square = n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }

    /// <summary>x ln(x / mean) + mean − x, without cancellation near x = mean.</summary>
    private static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean))
        {
            return (x * Math.Log(x / mean)) + mean - x;
        }

        var v = (x - mean) / (x + mean);
        var sum = (x - mean) * v;
        var term = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }
}
