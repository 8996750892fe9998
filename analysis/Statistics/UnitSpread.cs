using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// By how much units (dealers, provinces) differ from one another beyond chance: the additive random-effects model of funnel plots
/// (D. J. Spiegelhalter 2005, Qual. Saf. Health Care 14:347). Unlike one factor on all variances (<see cref="Overdispersion"/>) it is not
/// outgrown by size: of two units equally far from the others, the one with more claims is not the more remarkable.
/// </summary>
public static class UnitSpread
{
    /// <summary>Mean square of a standard normal variable that is clamped at its first and ninth decile.</summary>
    private const double DecileMeanSquare = 0.678654558953;

    /// <summary>
    /// Standard deviation between units, at least 0: that at which the standardised effects, drawn in at their first and ninth decile so that
    /// the few units to be found do not hide themselves, have the mean square that a normal variable drawn in there has
    /// (R. C. Paule and J. Mandel 1982, J. Res. Natl. Bur. Stand. 87:377, made robust).
    /// </summary>
    /// <param name="effects">Each unit's distance from the others, on a scale where 0 is usual, and its variance by chance alone, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is not above 0.</exception>
    public static double Between(IReadOnlyList<(double Effect, double Variance)> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        foreach (var (_, variance) in effects)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        }

        if (effects.Count < 3 || MeanSquare(effects, 0) <= DecileMeanSquare)
        {
            return 0;
        }

        // The mean square falls as the spread grows; beyond the largest effect times the square root of n it is below any target.
        var (low, high) = (0.0, effects.Max(one => Math.Abs(one.Effect)) * Math.Sqrt(effects.Count) * 2);
        for (var step = 0; step < 200 && high - low > 1e-12 * high; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = MeanSquare(effects, middle) > DecileMeanSquare ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The distance in standard errors beyond which a normal variable lies with a chance of 1 − <paramref name="confidence"/>, on either side.</summary>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside its range.</exception>
    public static double Distance(double confidence)
    {
        Require.InsideUnit(confidence);
        return -Normal.InvCDF(0, 1, (1 - confidence) / 2);
    }

    private static double MeanSquare(IReadOnlyList<(double Effect, double Variance)> effects, double spread)
    {
        var scores = effects.Select(one => one.Effect / Math.Sqrt(one.Variance + (spread * spread))).Order().ToArray();
        var drawnIn = scores.Length / 10;
        var (lowest, highest) = (scores[drawnIn], scores[^(drawnIn + 1)]);
        return scores.Average(score => Math.Pow(Math.Clamp(score, lowest, highest), 2));
    }
}
