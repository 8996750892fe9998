namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// How much of a month's claims is known by now. The lag from failure to closing is seen right-truncated: a slow claim of
/// a recent failure is not there yet, so that a plain distribution of lags looks too fast. The reverse-time hazard
/// ĝ(k) = n_k / #{lag ≤ k ≤ truncation} does not suffer from it, and F̂(k) = Π_{s&gt;k} (1 − ĝ(s)) (Kalbfleisch, Lawless &amp;
/// Robinson 1991, Technometrics 33:273; Lawless 1994). It equals the chain ladder of actuaries.
/// F is relative to the largest lag that could be seen: nothing is said of closings later than that.
/// </summary>
public sealed class ReportingLag
{
    private readonly double[] completeness, logVariance;

    private ReportingLag(double[] completeness, double[] logVariance) => (this.completeness, this.logVariance) = (completeness, logVariance);

    /// <summary>Nothing is known of the lag: every claim counts as known at once, F = 1.</summary>
    public static ReportingLag None { get; } = new([], []);

    /// <summary>The largest lag that carries information; from it on F = 1. −1 where none does.</summary>
    public int Longest => completeness.Length - 1;

    /// <summary>Estimates the lag's distribution.</summary>
    /// <param name="counts">Claims by lag and truncation, in one unit; no claims give <see cref="None"/>.</param>
    /// <param name="minimumAtRisk">
    /// Lags at which fewer claims were at risk say nothing (ĝ = 0), at least 1. A single old, slow claim is otherwise
    /// alone in its risk set: its ĝ = 1 and F = 0 at every shorter lag.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A negative lag or count, or a lag beyond its truncation.</exception>
    public static ReportingLag Fit(IEnumerable<LagCount> counts, long minimumAtRisk = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumAtRisk, 1);
        var seen = counts.Where(count => count.Count != 0).ToArray();
        foreach (var count in seen)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count.Lag);
            ArgumentOutOfRangeException.ThrowIfNegative(count.Count);
            ArgumentOutOfRangeException.ThrowIfLessThan(count.Truncation, count.Lag);
        }

        if (seen.Length == 0)
        {
            return None;
        }

        var longest = seen.Max(count => count.Lag);
        var events = new long[longest + 1];
        var atRisk = new long[longest + 2];
        foreach (var (lag, truncation, count) in seen)
        {
            events[lag] += count;
            atRisk[lag] += count;
            atRisk[Math.Min(truncation, longest) + 1] -= count;
        }

        for (var k = 1; k <= longest; k++)
        {
            atRisk[k] += atRisk[k - 1];
        }

        var (shares, variances) = Completenesses(events, atRisk, minimumAtRisk);
        return new(shares, variances);
    }

    /// <summary>F(k): the share of a failure date's claims that is known <paramref name="lag"/> units after it; 0…1, never falling.</summary>
    /// <param name="lag">Days or months, as fitted; 0 for a negative one, 1 from <see cref="Longest"/> on.</param>
    public double Completeness(int lag) => lag < 0 ? 0 : lag < completeness.Length ? completeness[lag] : 1;

    /// <summary>Variance of the estimate of ln F(k), Σ_{s&gt;k} g ÷ (m (1 − g)) (Greenwood's formula in reverse time); 0 where F = 1.</summary>
    /// <inheritdoc cref="Completeness"/>
    public double LogVariance(int lag) => lag < 0 ? double.PositiveInfinity : lag < logVariance.Length ? logVariance[lag] : 0;

    private static (double[] Shares, double[] Variances) Completenesses(long[] events, long[] atRisk, long minimumAtRisk)
    {
        var last = events.Length - 1;
        while (last >= 0 && (events[last] == 0 || atRisk[last] < minimumAtRisk))
        {
            last--;
        }

        double[] shares = new double[last + 1], variances = new double[last + 1];
        double share = 1, variance = 0;
        for (var k = last; k >= 0; k--)
        {
            (shares[k], variances[k]) = (share, variance);
            if (atRisk[k] >= minimumAtRisk)
            {
                share *= 1 - ((double)events[k] / atRisk[k]);
                variance += events[k] < atRisk[k] ? events[k] / ((double)atRisk[k] * (atRisk[k] - events[k])) : double.PositiveInfinity;
            }
        }

        return (shares, variances);
    }
}
