using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// p-values of many alike tests, set right by their own spread: where the counts of everything waver more than the model says, so do the z-scores, and the tenth largest of a
/// hundred says by how much (the empirical null of Efron 2004, JASA 99:96, by one quantile: what stands out is taken for less than a tenth).
/// </summary>
public static class EmpiricalNull
{
    private const double Quantile = 0.9;

    /// <summary>Fewer tests do not tell how they spread.</summary>
    private const int Fewest = 100;

    /// <summary>The scale of the z-scores: 1 where they spread as they should, or less, or are fewer than a hundred.</summary>
    /// <param name="pValues">0–1.</param>
    public static double Scale(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (pValues.Count < Fewest)
        {
            return 1;
        }

        var sorted = pValues.Order().ToList();
        var tenth = sorted[(int)((1 - Quantile) * (sorted.Count - 1))];
        return Math.Max(1, Z(tenth) / Normal.InvCDF(0, 1, Quantile));
    }

    /// <summary>The p-values with their z-scores divided by the scale.</summary>
    /// <param name="pValues">0–1.</param>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        var scale = Scale(pValues);
        return scale == 1 ? [.. pValues] : [.. pValues.Select(p => Normal.CDF(0, 1, -Z(p) / scale))];
    }

    private static double Z(double p) => -Normal.InvCDF(0, 1, Math.Clamp(p, 1e-300, 1 - 1e-12));
}
