namespace ClaimInsights.Analysis.Statistics;

/// <summary>How counts are watched over time.</summary>
/// <param name="Period">Periods of a year: 12 months, 52 weeks.</param>
/// <param name="Summed">Besides the single period so many of the latest together: a small excess that lasts.</param>
public sealed record CountMonitorOptions(int Period, int Summed)
{
    /// <summary>The newest periods that serve in no baseline: an excess that goes on must not excuse itself. A quarter of a year.</summary>
    public int Excluded => Period / 4;

    /// <summary>Length of the baseline before them: two years.</summary>
    public int History => 2 * Period;

    /// <summary>Fewest periods of a baseline: a year.</summary>
    public int Fewest => Period;

    /// <summary>Months, a quarter together.</summary>
    public static CountMonitorOptions Months { get; } = new(12, 3);

    /// <summary>Weeks, four together.</summary>
    public static CountMonitorOptions Weeks { get; } = new(52, 4);
}

/// <summary>A period beside what its past lets expect.</summary>
/// <param name="Observed">Count.</param>
/// <param name="Expected">What the past lets expect.</param>
/// <param name="Variance">Of the count around it, with the error of the estimate.</param>
/// <param name="PValue">P(X ≥ observed).</param>
/// <param name="Summed">Periods that were counted together.</param>
public readonly record struct WatchedCount(long Observed, double Expected, double Variance, double PValue, int Summed);

/// <summary>
/// Whether a count stands out against its own past: a quasi-Poisson log-linear model of two years, with an offset, a yearly wave where the
/// baseline has both years, past outbreaks weighted down, and a negative binomial upper tail (Farrington et al. 1996, JRSS-A 159:547;
/// Noufaily et al. 2013, Stat. Med. 32:1206). Where the past holds fewer than ten counts in all, a gamma-Poisson predictive tail.
/// </summary>
public static class CountMonitor
{
    /// <summary>Anscombe residuals above this weigh less, by their inverse square (Noufaily et al.).</summary>
    private const double Outlying = 2.58;

    private const int Thin = 10;

    /// <summary>A yearly wave is fitted to a baseline of so many counts: fewer would let it expect next to nothing in some months.</summary>
    private const int FewestOfWave = 50;

    /// <summary>
    /// The period, and the latest ones together; the one with the smaller p-value, doubled for having looked twice. Both are judged by the same model of single periods:
    /// sums that overlap tell far less of how widely counts spread.
    /// </summary>
    /// <param name="counts">Counts of successive periods, at least 0.</param>
    /// <param name="offsets">What is expected of each up to a common factor (exposure); above 0. Null: alike.</param>
    /// <param name="at">The period that is judged.</param>
    /// <param name="options">How.</param>
    /// <returns>Null: less than a year of baseline.</returns>
    public static WatchedCount? At(IReadOnlyList<long> counts, IReadOnlyList<double>? offsets, int at, CountMonitorOptions options)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(options);
        if (Past.Of(counts, offsets, at, options) is not { } past)
        {
            return null;
        }

        var (own, together) = (past.Beside(1), past.Beside(options.Summed));
        var best = together.PValue < own.PValue && counts[at] > 0 ? together : own;
        return best with { PValue = Math.Min(1, 2 * best.PValue) };
    }

    /// <summary>What the baseline of a period says of it and of those just before: a quarter is left out in between, so that there are as many to be summed.</summary>
    private sealed class Past
    {
        private readonly IReadOnlyList<long> counts;
        private readonly IReadOnlyList<double>? offsets;
        private readonly int at;
        private readonly Func<int, double[]> terms;

        /// <summary>The model of the baseline; null: it is too thin, and its sum and exposure speak.</summary>
        private readonly LogLinear? model;
        private readonly double sum, exposure;

        private Past(IReadOnlyList<long> counts, IReadOnlyList<double>? offsets, int at, int from, int until, CountMonitorOptions options)
        {
            (this.counts, this.offsets, this.at) = (counts, offsets, at);
            int[] baseline = [.. Enumerable.Range(from, until - from)];
            double[] seen = [.. baseline.Select(period => (double)counts[period])], exposures = [.. baseline.Select(Offset)];
            (sum, exposure) = (seen.Sum(), exposures.Sum());
            terms = baseline.Length < options.History || sum < FewestOfWave ? _ => [1]
                : period => [1, Math.Sin(2 * Math.PI * period / options.Period), Math.Cos(2 * Math.PI * period / options.Period)];
            model = sum < Thin ? null : LogLinear.Fit([.. baseline.Select(terms)], seen, exposures, Outlying);
        }

        public static Past? Of(IReadOnlyList<long> counts, IReadOnlyList<double>? offsets, int at, CountMonitorOptions options)
        {
            var until = at - options.Excluded;
            var from = Math.Max(0, until - options.History);
            return until - from < options.Fewest ? null : new(counts, offsets, at, from, until, options);
        }

        /// <summary>The latest periods together beside what the past lets expect of them.</summary>
        public WatchedCount Beside(int periods)
        {
            int[] latest = [.. Enumerable.Range(at - periods + 1, periods)];
            var observed = latest.Sum(period => counts[period]);
            var (expected, variance) = Expected(latest);
            return new(observed, expected, variance, CountBound.PValue(observed, expected, variance), periods);
        }

        private (double Expected, double Variance) Expected(int[] latest)
        {
            if (model is null)
            {
                // Jeffreys' prior: Gamma(Σy + ½, Σ exposure).
                var share = latest.Sum(Offset) / exposure;
                return ((sum + 0.5) * share, (sum + 0.5) * share * (1 + share));
            }

            var (mean, error) = model.Over([.. latest.Select(period => (terms(period), Offset(period)))]);
            return (mean, (model.Dispersion * mean) + (error * error));
        }

        private double Offset(int period) => offsets is null ? 1 : offsets[period];
    }
}
