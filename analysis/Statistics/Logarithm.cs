namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Logarithms near 1, by Kahan's correction: <c>double.LogP1</c> and <c>double.ExpM1</c> of the runtime round first and
/// lose every digit of a small argument; and of sums of what is known by its logarithms.
/// </summary>
internal static class Logarithm
{
    /// <summary>ln(1 + x), x &gt; −1.</summary>
    public static double OfOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    /// <summary>ln(1 − e^log), log ≤ 0: the logarithm of the other tail.</summary>
    public static double OfComplement(double log) => log < -1 ? OfOnePlus(-Math.Exp(log)) : Math.Log(OneMinusExp(log));

    /// <summary>ln(e^a + e^b); −∞ where both are.</summary>
    public static double OfSum(double a, double b)
    {
        var (high, low) = (Math.Max(a, b), Math.Min(a, b));
        return double.IsNegativeInfinity(high) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }

    private static double OneMinusExp(double log)
    {
        var u = Math.Exp(log);
        return u == 1 ? -log : (1 - u) * log / Math.Log(u);
    }
}
