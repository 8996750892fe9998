using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// The regularised incomplete gamma function in logarithms, each tail computed where it is small: the usual
/// 1 − P(a, x) is nothing but rounding below 1e−16. P(X ≥ n | Poisson(μ)) is the lower tail at (n, μ).
/// Series and continued fraction as in DLMF 8.11.4 and 8.9.2; they need of the order of √a terms.
/// </summary>
internal static class IncompleteGamma
{
    private const int MostTerms = 10_000_000;

    /// <summary>ln P(a, x), the lower tail; a &gt; 0, x ≥ 0.</summary>
    public static double LogLower(double a, double x) => x < a + 1 ? Series(a, x) : Logarithm.OfComplement(Fraction(a, x));

    /// <summary>ln Q(a, x), the upper tail; a &gt; 0, x ≥ 0.</summary>
    public static double LogUpper(double a, double x) => x < a + 1 ? Logarithm.OfComplement(Series(a, x)) : Fraction(a, x);

    /// <summary>The x with P(a, x) = <paramref name="p"/>, 0 &lt; p &lt; 1: a quantile of the gamma distribution with scale 1.</summary>
    public static double LowerQuantile(double a, double p) => Solve(a, p, isLower: true);

    /// <summary>The x with Q(a, x) = <paramref name="q"/>, 0 &lt; q &lt; 1.</summary>
    public static double UpperQuantile(double a, double q) => Solve(a, q, isLower: false);

    private static double Series(double a, double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; k < MostTerms; k++)
        {
            term *= x / (a + k);
            sum += term;
            if (term < sum * 1e-17)
            {
                break;
            }
        }

        return SaddlePoint.LogPoisson(a, x) + Math.Log(sum);
    }

    private static double Fraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MostTerms; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = (an * d) + b;
            c = b + (an / c);
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = Math.Abs(c) < tiny ? tiny : c;
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return SaddlePoint.LogPoisson(a, x) + Math.Log(a) + Math.Log(h);
    }

    /// <summary>Newton's method on the logarithm of the tail as a function of ln x, where it is concave, inside a bracket.</summary>
    private static double Solve(double a, double tail, bool isLower)
    {
        var target = Math.Log(tail);
        double low = double.NegativeInfinity, high = double.PositiveInfinity;
        var u = Math.Max(Start(a, target, isLower ? Normal.InvCDF(0, 1, tail) : -Normal.InvCDF(0, 1, tail)), -700);
        for (var i = 0; i < 200; i++)
        {
            var x = Math.Exp(u);
            var log = isLower ? LogLower(a, x) : LogUpper(a, x);
            var tooFarRight = isLower ? log > target : log < target;
            (low, high) = tooFarRight ? (low, u) : (u, high);
            var slope = Math.Exp(SaddlePoint.LogPoisson(a, x) + Math.Log(a) - log) * (isLower ? 1 : -1);
            var next = u - ((log - target) / slope);
            if (!(next > low && next < high))
            {
                next = Bisect(u, low, high);
            }

            if (Math.Abs(next - u) <= 1e-12)
            {
                return Math.Exp(next);
            }

            u = next;
        }

        return Math.Exp(u);
    }

    /// <summary>Wilson &amp; Hilferty's cube, or in the far left the first term of the series.</summary>
    private static double Start(double a, double logTail, double z)
    {
        var root = 1 - (1 / (9 * a)) + (z / (3 * Math.Sqrt(a)));
        return root > 0.2 ? Math.Log(a) + (3 * Math.Log(root)) : (Math.Min(logTail, 0) + SpecialFunctions.GammaLn(a + 1)) / a;
    }

    private static double Bisect(double u, double low, double high) =>
        double.IsNegativeInfinity(low) ? high - Math.Max(1, Math.Abs(u))
        : double.IsPositiveInfinity(high) ? low + Math.Max(1, Math.Abs(u))
        : (low + high) / 2;
}
