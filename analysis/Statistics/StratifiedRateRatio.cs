namespace ClaimInsights.Analysis.Statistics;

/// <summary>Claims and exposure of two groups in one stratum, such as an age.</summary>
/// <param name="Before">Claims of the group compared with, at least 0.</param>
/// <param name="BeforeExposure">Its exposure, at least 0.</param>
/// <param name="After">Claims of the group in question, at least 0.</param>
/// <param name="AfterExposure">Its exposure, at least 0.</param>
public readonly record struct RatePair(long Before, double BeforeExposure, long After, double AfterExposure)
{
    /// <summary>Both groups were there: else the stratum compares nothing.</summary>
    public bool Compares => BeforeExposure > 0 && AfterExposure > 0;
}

/// <summary>
/// Ratio of two Poisson rates over strata with a common ratio, exact and conditional on each stratum's sum: given it, the claims of
/// the second group are binomial with probability ρ·N₁/(ρ·N₁ + N₀), and their sum over strata has the convolution of these as
/// its distribution. With one stratum it is the exact conditional binomial test of two rates (Przyborowski &amp; Wilenski 1940).
/// </summary>
public static class StratifiedRateRatio
{
    private const double Widest = 1e6;
    private const int Halvings = 60;

    /// <summary>
    /// Conditional maximum likelihood of after ÷ before, with the interval that inverts the two one-sided tests (Clopper &amp;
    /// Pearson). No claim at all: NaN between 0 and infinity.
    /// </summary>
    /// <param name="strata">Those in which only one group was there are left out.</param>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    public static RatioInterval Exact(IEnumerable<RatePair> strata, double confidence = 0.95)
    {
        Require.InsideUnit(confidence);
        var pairs = strata.Where(pair => pair.Compares && pair.Before + pair.After > 0).ToList();
        var (after, all) = (pairs.Sum(pair => pair.After), pairs.Sum(pair => pair.Before + pair.After));
        if (all == 0)
        {
            return new(double.NaN, 0, double.PositiveInfinity);
        }

        var tail = (1 - confidence) / 2;
        return new(
            after == 0 ? 0 : after == all ? double.PositiveInfinity : Where(ratio => pairs.Sum(pair => (pair.Before + pair.After) * ShareOf(pair, ratio)) >= after),
            after == 0 ? 0 : Where(ratio => Distribution(pairs, ratio).Skip((int)after).Sum() >= tail),
            after == all ? double.PositiveInfinity : Where(ratio => Distribution(pairs, ratio).Take((int)after + 1).Sum() <= tail));
    }

    /// <summary>The smallest ratio for which it holds, given that it holds for all larger ones.</summary>
    private static double Where(Func<double, bool> holds)
    {
        var (low, high) = (-Math.Log(Widest), Math.Log(Widest));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(Math.Exp(middle)) ? (low, middle) : (middle, high);
        }

        return Math.Exp((low + high) / 2);
    }

    private static double ShareOf(RatePair pair, double ratio) => ratio * pair.AfterExposure / ((ratio * pair.AfterExposure) + pair.BeforeExposure);

    private static double[] Distribution(IReadOnlyList<RatePair> pairs, double ratio)
    {
        double[] sum = [1];
        foreach (var pair in pairs)
        {
            var (trials, share) = (pair.Before + pair.After, ShareOf(pair, ratio));
            var next = new double[sum.Length + trials];
            for (var k = 0; k <= trials; k++)
            {
                var probability = k == 0 ? Math.Pow(1 - share, trials) : k == trials ? Math.Pow(share, trials) : Math.Exp(SaddlePoint.LogBinomial(k, trials - k, share));
                for (var i = 0; i < sum.Length; i++)
                {
                    next[i + k] += sum[i] * probability;
                }
            }

            sum = next;
        }

        return sum;
    }
}
