using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>How large a count may be before it stands out, given what is expected, how much that scatters and how sure it is.</summary>
public static class CountBound
{
    /// <summary>
    /// Upper limit by a normal approximation of the count to the power 2/3 (Farrington et al. 1996, JRSS-A 159:547):
    /// [μ^(2/3) + z₁₋α √(4/9 · μ^(1/3) · τ)]^(3/2), τ = φ + se²/μ.
    /// </summary>
    /// <param name="expected">μ, above 0.</param>
    /// <param name="standardError">Of μ, at least 0.</param>
    /// <param name="dispersion">φ, at least 1.</param>
    /// <param name="alpha">Share of counts above it where nothing is wrong; above 0, below .5.</param>
    public static double TwoThirds(double expected, double standardError, double dispersion, double alpha)
    {
        Require.Positive(expected);
        var tau = dispersion + (standardError * standardError / expected);
        return Math.Pow(Math.Pow(expected, 2 / 3.0) + (Normal.InvCDF(0, 1, 1 - alpha) * Math.Sqrt(4 / 9.0 * Math.Pow(expected, 1 / 3.0) * tau)), 1.5);
    }

    /// <summary>
    /// P(X ≥ count) for X negative binomial with that mean and variance (Noufaily et al. 2013, Stat. Med. 32:1206, with the variance
    /// of the estimate added); Poisson where the variance is not larger than the mean.
    /// </summary>
    /// <param name="count">At least 0.</param>
    /// <param name="expected">Mean, above 0.</param>
    /// <param name="variance">Above 0.</param>
    public static double PValue(long count, double expected, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Require.Positive(expected);
        if (count == 0)
        {
            return 1;
        }

        if (variance <= expected * (1 + 1e-9))
        {
            return Math.Exp(IncompleteGamma.LogLower(count, expected));
        }

        var (size, success) = (expected * expected / (variance - expected), expected / variance);
        return Math.Exp(IncompleteBeta.LogLower(count, size, 1 - success));
    }

    /// <summary>The smallest count of which no more than α of counts lie above, for the same distribution.</summary>
    public static long Quantile(double expected, double variance, double alpha)
    {
        Require.InsideUnit(alpha);
        var count = 0L;
        while (PValue(count + 1, expected, variance) > alpha)
        {
            count++;
        }

        return count;
    }
}
