namespace ClaimInsights.Analysis.Statistics;

/// <summary>Are there more events than expected? One-sided exact Poisson test of an observed count.</summary>
public static class PoissonExcess
{
    /// <summary>P(X ≥ observed) for X ~ Poisson(expected): 1 for no event; 0 below about 1e−308, see <see cref="LogPValue"/>.</summary>
    /// <param name="observed">Events seen, at least 0.</param>
    /// <param name="expected">Events expected, at least 0; at 0 any event is impossible, which makes the result 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative argument, or an expectation that is not a finite number.</exception>
    public static double PValue(long observed, double expected) => Math.Exp(LogPValue(observed, expected));

    /// <summary>The natural logarithm of <see cref="PValue(long, double)"/>, for ranking what is too small for a double.</summary>
    /// <inheritdoc cref="PValue(long, double)"/>
    public static double LogPValue(long observed, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        Require.NotNegative(expected);
        return observed == 0 ? 0 : IncompleteGamma.LogLower(observed, expected);
    }

    /// <summary>
    /// The same test when the expectation was itself estimated from few events: given their sum, observed and reference
    /// events are binomial. p = I_θ(O, X + 1) with X = E (1 − θ)/θ, the reference's events in effect; with one stratum
    /// it is the exact conditional test of two Poisson rates (Przyborowski &amp; Wilenski 1940), and as θ → 0 it becomes
    /// <see cref="PValue(long, double)"/>.
    /// </summary>
    /// <param name="observed">Events seen, at least 0.</param>
    /// <param name="expected">Events expected, at least 0.</param>
    /// <param name="ownShare">θ = Var(E) / (Var(E) + E): the group's share of the exposure of itself and its reference; 0…1, 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double PValue(long observed, double expected, double ownShare)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ownShare, 1);
        Require.Unit(ownShare);
        if (ownShare == 0 || observed == 0)
        {
            return PValue(observed, expected);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        Require.NotNegative(expected);
        return Math.Exp(IncompleteBeta.LogLower(observed, (expected * (1 - ownShare) / ownShare) + 1, ownShare));
    }

    /// <summary>Observed ÷ expected with Garwood's interval, which takes the expectation as known.</summary>
    /// <param name="observed">Events seen, at least 0.</param>
    /// <param name="expected">Events expected, above 0.</param>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static RatioInterval Ratio(long observed, double expected, double confidence = 0.95)
    {
        var interval = RateInterval.Poisson(observed, expected, confidence);
        return new(interval.Rate, interval.Low, interval.High);
    }
}
