namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Within which shares a unit (dealer, clerk) of a given size is unremarkable (D. J. Spiegelhalter 2005, Stat. Med. 24:1185).
/// </summary>
/// <param name="Low">Lower limit of the share, 0…target.</param>
/// <param name="High">Upper limit of the share, target…1.</param>
public readonly record struct FunnelLimits(double Low, double High)
{
    /// <summary>
    /// Exact binomial limits, interpolated between counts so that they move smoothly with the size (appendix A.1.1 of the
    /// paper). Their distance from the target is widened by √φ where units differ by more than chance.
    /// </summary>
    /// <param name="trials">The unit's size, at least 1.</param>
    /// <param name="target">The share of all units together, 0…1.</param>
    /// <param name="confidence">.95 and .998 are usual (two and three sigma); between 0 and 1, both exclusive.</param>
    /// <param name="overdispersion">φ, at least 1: see <see cref="Overdispersion.Winsorised"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static FunnelLimits Binomial(long trials, double target, double confidence = 0.95, double overdispersion = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(overdispersion, 1);
        Require.Unit(target);
        Require.InsideUnit(confidence);
        if (target is 0 or 1)
        {
            return new(target, target);
        }

        var tail = (1 - confidence) / 2;
        double Widened(double limit) => Math.Clamp(target + ((limit - target) * Math.Sqrt(overdispersion)), 0, 1);
        return new(
            Widened(Math.Min(target, InterpolatedQuantile(trials, target, tail))),
            Widened(Math.Max(target, InterpolatedQuantile(trials, target, 1 - tail))));
    }

    /// <summary>The unit's distance from the target in standard errors, for <see cref="Overdispersion"/>.</summary>
    /// <param name="hits">0…<paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="target">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Score(long hits, long trials, double target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
        Require.InsideUnit(target);
        return (hits - (trials * target)) / Math.Sqrt(trials * target * (1 - target));
    }

    private static double InterpolatedQuantile(long trials, double target, double probability)
    {
        var count = SmallestAbove(trials, target, probability);
        var atMost = IncompleteBeta.BinomialAtMost(count, trials, target);
        var below = IncompleteBeta.BinomialAtMost(count - 1, trials, target);
        return Math.Max(0, count - ((atMost - probability) / (atMost - below))) / trials;
    }

    /// <summary>The smallest count with P(X ≤ count) above the probability.</summary>
    private static long SmallestAbove(long trials, double target, double probability)
    {
        long low = -1, high = trials;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = IncompleteBeta.BinomialAtMost(middle, trials, target) > probability ? (low, middle) : (middle, high);
        }

        return high;
    }
}
