namespace ClaimInsights.Analysis.Statistics;

/// <summary>By how much units of a funnel plot vary beyond chance.</summary>
public static class Overdispersion
{
    /// <summary>
    /// φ = mean square of the winsorised z scores, at least 1 (D. J. Spiegelhalter 2005, Qual. Saf. Health Care 14:347):
    /// the scores beyond the <paramref name="share"/> lowest and highest are drawn in to the next, so that the few bad
    /// units that the funnel is to show do not widen it. Without any overdispersion it comes out a little below 1.
    /// </summary>
    /// <param name="scores">Standardised distances from the target, one a unit; none gives 1.</param>
    /// <param name="share">Share of units drawn in at either end, 0…0.5, 0.5 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside its range.</exception>
    public static double Winsorised(IReadOnlyList<double> scores, double share = 0.1)
    {
        Require.NotNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 0.5);
        if (scores.Count == 0)
        {
            return 1;
        }

        var sorted = scores.Order().ToArray();
        var drawnIn = (int)(share * sorted.Length);
        var (lowest, highest) = (sorted[drawnIn], sorted[^(drawnIn + 1)]);
        return Math.Max(1, sorted.Average(score => Math.Pow(Math.Clamp(score, lowest, highest), 2)));
    }
}
