namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// The regularised incomplete beta function in logarithms (continued fraction DLMF 8.17.22, modified Lentz), each tail
/// computed where it is small. P(X ≥ k | Binomial(n, p)) = I_p(k, n − k + 1).
/// </summary>
internal static class IncompleteBeta
{
    private const int MostTerms = 1_000_000;

    /// <summary>ln I_x(a, b); a, b &gt; 0, 0 ≤ x ≤ 1.</summary>
    public static double LogLower(double a, double b, double x)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? double.NegativeInfinity : 0;
        }

        return x < (a + 1) / (a + b + 2) ? Small(a, b, x) : Logarithm.OfComplement(Small(b, a, 1 - x));
    }

    /// <summary>P(X ≤ k | Binomial(n, p)); 0 for k &lt; 0 and 1 for k ≥ n.</summary>
    public static double BinomialAtMost(long k, long n, double p) =>
        k < 0 ? 0 : k >= n ? 1 : Math.Exp(LogLower(n - k, k + 1, 1 - p));

    private static double Small(double a, double b, double x)
    {
        var prefactor = SaddlePoint.LogBinomial(a, b, x) + Math.Log(b / (a + b));
        return prefactor + Math.Log(Fraction(a, b, x));
    }

    private static double Fraction(double a, double b, double x)
    {
        double c = 1, d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return h;
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
