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
    /// <param name="closed">Closings that count, in time before now: a lag drifts, and last year's tells more than all years'; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative lag or count, or a lag beyond its truncation.</exception>
    public static ReportingLag Fit(IEnumerable<LagCount> counts, long minimumAtRisk = 1, LagWindow? closed = null)
    {
        var risks = LagRisks.Of(counts, closed ?? LagWindow.All);
        return Fit(risks, risks, 0, minimumAtRisk);
    }

    /// <summary>Estimates the lag's distribution of one group of claims, drawn towards that of all.</summary>
    /// <param name="own">The group's, up to the same largest lag as all.</param>
    /// <param name="all">Everyone's.</param>
    /// <param name="weight">Claims at risk that everyone's hazard stands for at each lag; at least 0.</param>
    /// <param name="minimumAtRisk">Of all; see <see cref="Fit(IEnumerable{LagCount}, long, LagWindow?)"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    internal static ReportingLag Fit(LagRisks own, LagRisks all, double weight, long minimumAtRisk)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumAtRisk, 1);
        Require.NotNegative(weight);
        var (shares, variances) = Completenesses(own, all, weight, minimumAtRisk);
        return shares.Length == 0 ? None : new(shares, variances);
    }

    /// <summary>F(k): the share of a failure date's claims that is known <paramref name="lag"/> units after it; 0…1, never falling.</summary>
    /// <param name="lag">Days or months, as fitted; 0 for a negative one, 1 from <see cref="Longest"/> on.</param>
    public double Completeness(int lag) => lag < 0 ? 0 : lag < completeness.Length ? completeness[lag] : 1;

    /// <summary>Variance of the estimate of ln F(k), Σ_{s&gt;k} g ÷ (m (1 − g)) (Greenwood's formula in reverse time); 0 where F = 1.</summary>
    /// <inheritdoc cref="Completeness"/>
    public double LogVariance(int lag) => lag < 0 ? double.PositiveInfinity : lag < logVariance.Length ? logVariance[lag] : 0;

    private static (double[] Shares, double[] Variances) Completenesses(LagRisks own, LagRisks all, double weight, long minimumAtRisk)
    {
        var last = all.Longest;
        while (last >= 0 && (all.Events[last] == 0 || all.AtRisk[last] < minimumAtRisk))
        {
            last--;
        }

        double[] shares = new double[last + 1], variances = new double[last + 1];
        double share = 1, variance = 0;
        for (var k = last; k >= 0; k--)
        {
            (shares[k], variances[k]) = (share, variance);
            if (all.AtRisk[k] >= minimumAtRisk)
            {
                var (events, atRisk) = (own.Events[k] + (weight * all.Events[k] / all.AtRisk[k]), own.AtRisk[k] + weight);
                share *= atRisk > 0 ? 1 - (events / atRisk) : 1;
                variance += events < atRisk ? events / (atRisk * (atRisk - events)) : atRisk > 0 ? double.PositiveInfinity : 0;
            }
        }

        return (shares, variances);
    }
}
