using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Whether hits became more or less frequent between two periods within strata of like trials: the exact conditional test of a common odds ratio of
/// one (Mantel &amp; Haenszel 1959, J. Natl. Cancer Inst. 22:719; Cox 1970). Given each stratum's margins the hits of the later period are
/// hypergeometric, and their sum's distribution is known; a normal one would call rare hits remarkable that are not.
/// </summary>
public static class CommonOddsTest
{
    // Beyond so many hits the normal distribution, with a continuity correction, is as good and needs no sums.
    private const long MostExact = 400;

    /// <summary>Two-sided p-value; 1 where no stratum says anything.</summary>
    /// <param name="strata">Counts of each stratum; those with trials in one period alone say nothing.</param>
    public static double PValue(IReadOnlyList<TwoPeriods> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var told = strata.Where(one => one is { TrialsBefore: > 0, TrialsAfter: > 0 } && one.HitsBefore + one.HitsAfter > 0
            && one.HitsBefore + one.HitsAfter < one.TrialsBefore + one.TrialsAfter).ToList();
        return told.Count == 0 ? 1 : told.Sum(one => one.HitsBefore + one.HitsAfter) <= MostExact ? Exact(told) : ByNormal(told);
    }

    private static double Exact(List<TwoPeriods> strata)
    {
        var (fewest, chances) = (0L, new[] { 1.0 });
        foreach (var one in strata)
        {
            var hits = one.HitsBefore + one.HitsAfter;
            var (low, high) = (Math.Max(0, hits - one.TrialsBefore), Math.Min(hits, one.TrialsAfter));
            var all = LogChoose(one.TrialsBefore + one.TrialsAfter, hits);
            var own = new double[high - low + 1];
            for (var after = low; after <= high; after++)
            {
                own[after - low] = Math.Exp(LogChoose(one.TrialsAfter, after) + LogChoose(one.TrialsBefore, hits - after) - all);
            }

            (fewest, chances) = (fewest + low, Sum(chances, own));
        }

        // Outcomes as unlikely as the one seen count with it: the tolerance keeps equal ones equal.
        var seen = chances[strata.Sum(one => one.HitsAfter) - fewest] * (1 + 1e-7);
        return Math.Min(1, chances.Where(chance => chance <= seen).Sum());
    }

    private static double[] Sum(double[] first, double[] second)
    {
        var sum = new double[first.Length + second.Length - 1];
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < second.Length; j++)
            {
                sum[i + j] += first[i] * second[j];
            }
        }

        return sum;
    }

    private static double ByNormal(List<TwoPeriods> strata)
    {
        var (excess, variance) = (0.0, 0.0);
        foreach (var one in strata)
        {
            double hits = one.HitsBefore + one.HitsAfter, trials = one.TrialsBefore + one.TrialsAfter;
            excess += one.HitsAfter - (hits * one.TrialsAfter / trials);
            variance += hits * (trials - hits) * one.TrialsBefore * one.TrialsAfter / (trials * trials * (trials - 1));
        }

        return Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Max(0, Math.Abs(excess) - 0.5) / Math.Sqrt(variance)));
    }

    private static double LogChoose(long from, long many) =>
        SpecialFunctions.GammaLn(from + 1.0) - SpecialFunctions.GammaLn(many + 1.0) - SpecialFunctions.GammaLn(from - many + 1.0);
}
