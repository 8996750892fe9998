namespace ClaimInsights.Analysis.Statistics;

/// <summary>A rate of events per unit of exposure with its exact Poisson confidence interval.</summary>
/// <param name="Rate">Events ÷ exposure, in the exposure's unit; at least 0.</param>
/// <param name="Low">Lower limit; 0 when there was no event.</param>
/// <param name="High">Upper limit; always above <paramref name="Rate"/>.</param>
public readonly record struct RateInterval(double Rate, double Low, double High)
{
    /// <summary>
    /// Garwood's interval (F. Garwood 1936, Biometrika 28:437): [χ²(α/2; 2n)/2, χ²(1 − α/2; 2n + 2)/2] ÷ exposure.
    /// Exact: it covers at least <paramref name="confidence"/>, and is wider than needed for small counts.
    /// </summary>
    /// <param name="events">Events seen, at least 0.</param>
    /// <param name="exposure">What they were seen in (vehicle-months, vehicles, an expected count); above 0.</param>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static RateInterval Poisson(long events, double exposure, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        Require.Positive(exposure);
        Require.InsideUnit(confidence);
        var tail = (1 - confidence) / 2;
        return new(
            events / exposure,
            events == 0 ? 0 : IncompleteGamma.LowerQuantile(events, tail) / exposure,
            IncompleteGamma.UpperQuantile(events + 1.0, tail) / exposure);
    }
}
