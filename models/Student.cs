namespace ClaimInsights.Models;

/// <summary>
/// Boosted trees taught by the stack's soft labels on claims that nobody reviewed, and by the verdicts, which weigh more. A
/// claim without a verdict is never simply a negative: it counts as owner-caused by the stack's probability, and as not by the rest.
/// </summary>
internal static class Student
{
    /// <summary>Claims without a verdict that it sees at most.</summary>
    private const int MostUnreviewed = 8_000;

    /// <summary>A verdict weighs as much as so many claims without one.</summary>
    private const float VerdictWeight = 4;

    /// <summary>Weights beside the stack's that are tried.</summary>
    private static readonly double[] Blends = [0, 0.15, 0.3, 0.6];

    public static TreeRanker Teach(SuspicionModel stack, IReadOnlyList<ClaimFeatures> reviewed, IReadOnlyList<ClaimFeatures> known, int seed)
    {
        var unreviewed = known.Where(row => row.Claim.Finding is null).ToList();
        var every = Math.Max(1, unreviewed.Count / MostUnreviewed);
        List<ClaimFeatures> seen = [.. unreviewed.Where((_, i) => i % every == 0)];
        var soft = stack.Scores(seen);
        return TreeRanker.Train(
        [
            .. reviewed.Select(row => new Taught(row, row.Claim.IsOwnerCaused == true, VerdictWeight)),
            .. seen.Select((row, i) => new Taught(row, true, (float)soft[i])),
            .. seen.Select((row, i) => new Taught(row, false, (float)(1 - soft[i]))),
        ], seed);
    }

    /// <summary>
    /// The weight of the trees beside the stack, and the slope of both together, with the least log-loss on later verdicts. The trees count
    /// only where they make it smaller beyond chance (paired differences, one-sided 5 %): few verdicts choose them by luck, and then they do harm.
    /// </summary>
    public static (double TreeWeight, double Slope) Blend(SuspicionModel stack, TreeRanker trees, IReadOnlyList<ClaimFeatures> later)
    {
        bool[] found = [.. later.Select(row => row.Claim.IsOwnerCaused == true)];
        var tried = Blends.Select(weight => Losses(stack, trees, weight, later, found)).ToList();
        var best = tried.MinBy(one => one.Losses.Sum());
        double[] gains = [.. tried[0].Losses.Zip(best.Losses, (without, with) => without - with)];
        var mean = gains.Average();
        var error = Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / Math.Max(1, gains.Length - 1) / gains.Length);
        return mean > BeyondChance * error && best.Weight > 0 ? (best.Weight, best.Slope) : (0, tried[0].Slope);
    }

    private static (double Weight, double Slope, double[] Losses) Losses(SuspicionModel stack, TreeRanker trees, double weight, IReadOnlyList<ClaimFeatures> later, bool[] found)
    {
        var blended = new SuspicionModel(stack.Card, stack.Weights with { TreeWeight = weight }, trees).LogOdds(later);
        var fit = PriorLogistic.Fit([.. blended.Select(one => new[] { one })], found, [1 / (1 + weight)], [SlopeSpread]);
        return (weight, Math.Max(0.1, fit.Weights[0]), [.. blended.Select((one, i) => Math.Log(1 + Math.Exp(found[i] ? -fit.LogOdds([one]) : fit.LogOdds([one]))))]);
    }

    /// <summary>One-sided 5 % point of the normal distribution.</summary>
    private const double BeyondChance = 1.645;

    /// <summary>Prior standard deviation of the factor that the calibration puts before all log-odds.</summary>
    private const double SlopeSpread = 0.15;
}
