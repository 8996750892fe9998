using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>A share of trials with its Wilson score interval.</summary>
/// <param name="Share">Hits ÷ trials, 0…1; NaN when there was no trial.</param>
/// <param name="Low">Lower limit, 0…<paramref name="Share"/>.</param>
/// <param name="High">Upper limit, <paramref name="Share"/>…1.</param>
public readonly record struct ShareInterval(double Share, double Low, double High)
{
    /// <summary>
    /// E. B. Wilson 1927, JASA 22:209, without continuity correction: it stays inside 0…1 and says something at 0 hits.
    /// No trial at all gives the share NaN between 0 and 1.
    /// </summary>
    /// <param name="hits">0…<paramref name="trials"/>; weighted ones by their effective number.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static ShareInterval Wilson(double hits, double trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
        Require.InsideUnit(confidence);
        if (trials == 0)
        {
            return new(double.NaN, 0, 1);
        }

        var (n, share) = (trials, hits / trials);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var centre = share + (z * z / (2 * n));
        var half = z * Math.Sqrt(((share * (1 - share)) + (z * z / (4 * n))) / n);
        var scale = 1 + (z * z / n);
        return new(share, hits == 0 ? 0 : (centre - half) / scale, hits == trials ? 1 : (centre + half) / scale);
    }
}
