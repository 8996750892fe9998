namespace ClaimInsights.Analysis.Statistics;

/// <summary>How much exposure does it take to see that a rate has fallen? For the conditional binomial test of two Poisson rates.</summary>
public static class ReductionPower
{
    /// <summary>Claims after the change beyond which no more exposure is asked for.</summary>
    private const int Most = 2000;

    private const double Largest = 1e9;

    /// <summary>
    /// Claims that the exposure after the change must lead to expect at the old rate, so that the one-sided test rejects equal
    /// rates with the given power where the rate has truly fallen to <paramref name="ratio"/>: the smallest μ with a count a for which
    /// P(X ≤ a | Binomial(a + before, μ/(μ + before))) ≤ level and P(X ≤ a | Poisson(ratio·μ)) ≥ power. Null: the claims
    /// before are too few to ever tell.
    /// </summary>
    /// <param name="before">Claims before the change, at least 0, taken as they are.</param>
    /// <param name="ratio">Rate after ÷ before that is to be seen; 0…1, 1 exclusive.</param>
    /// <param name="level">One-sided; between 0 and 1.</param>
    /// <param name="power">Between 0 and 1.</param>
    public static double? ExpectedNeeded(long before, double ratio, double level = 0.025, double power = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ratio, 1);
        Require.Unit(ratio);
        Require.InsideUnit(level);
        Require.InsideUnit(power);
        for (var after = 0; after <= Most && before > 0; after++)
        {
            var expected = SmallestRejecting(after, before, level);
            if (expected < Largest && 1 - PoissonExcess.PValue(after + 1, ratio * expected) >= power)
            {
                return expected;
            }
        }

        return null;
    }

    private static double SmallestRejecting(long after, long before, double level)
    {
        var (low, high) = (Math.Log(1e-4), Math.Log(Largest));
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            var expected = Math.Exp(middle);
            var isRejected = IncompleteBeta.BinomialAtMost(after, after + before, expected / (expected + before)) <= level;
            (low, high) = isRejected ? (low, middle) : (middle, high);
        }

        return Math.Exp((low + high) / 2);
    }
}
