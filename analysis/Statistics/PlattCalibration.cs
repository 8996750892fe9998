namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Scores to probabilities by a logistic curve (J. Platt 1999), fitted with his smoothed targets (N₊ + 1)/(N₊ + 2) and
/// 1/(N₋ + 2), so that separable scores do not end at 0 and 1. Newton's method after Lin, Lin &amp; Weng 2007 (Machine
/// Learning 68:267). Two numbers to learn: it needs few labels, where steps would need many.
/// </summary>
/// <param name="Intercept">Log-odds at score 0.</param>
/// <param name="Slope">Log-odds per unit of score.</param>
public sealed record PlattCalibration(double Intercept, double Slope)
{
    /// <summary>Fits the curve.</summary>
    /// <param name="scores">Any finite numbers, best as log-odds; at least one.</param>
    /// <param name="relevant">Whether each item is relevant.</param>
    /// <param name="weights">At least 0, not all 0; null counts each item once.</param>
    /// <exception cref="ArgumentException">No item, different lengths, or a score that is not finite.</exception>
    public static PlattCalibration Fit(IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights = null)
    {
        var groups = RankedItems.Of(scores, relevant, weights).Groups.Where(group => group.Weight > 0).ToArray();
        if (groups.Length == 0 || !groups.All(group => double.IsFinite(group.Score)))
        {
            throw new ArgumentException("Calibration needs items, each with a finite score.", nameof(scores));
        }

        double positive = groups.Sum(group => group.Positive), negative = groups.Sum(group => group.Weight) - positive;
        var (high, low) = ((positive + 1) / (positive + 2), 1 / (negative + 2));

        // Centred and scaled, the two unknowns hardly disturb each other, and equal scores leave a slope of 0.
        var centre = groups.Sum(group => group.Weight * group.Score) / (positive + negative);
        var scale = groups.Max(group => Math.Abs(group.Score - centre));
        var items = groups.Select(group => (
            X: scale == 0 ? 0 : (group.Score - centre) / scale,
            group.Weight,
            Target: (group.Positive * high) + ((group.Weight - group.Positive) * low))).ToArray();
        var (intercept, slope) = Newton(items, Math.Log((positive + 1) / (negative + 1)));
        slope = scale == 0 ? 0 : slope / scale;
        return new(intercept - (slope * centre), slope);
    }

    /// <summary>The probability at a score, 0…1.</summary>
    /// <param name="score">Any number.</param>
    public double Calibrate(double score) => 1 / (1 + Math.Exp(-(Intercept + (Slope * score))));

    private static (double Intercept, double Slope) Newton((double X, double Weight, double Target)[] items, double intercept)
    {
        const double ridge = 1e-12;
        double slope = 0;
        var loss = Loss(items, intercept, slope);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            double g0 = 0, g1 = 0, h00 = ridge, h01 = 0, h11 = ridge;
            foreach (var (x, weight, target) in items)
            {
                var p = 1 / (1 + Math.Exp(-(intercept + (slope * x))));
                var residual = (weight * p) - target;
                var curvature = weight * p * (1 - p);
                (g0, g1) = (g0 + residual, g1 + (residual * x));
                (h00, h01, h11) = (h00 + curvature, h01 + (curvature * x), h11 + (curvature * x * x));
            }

            var determinant = (h00 * h11) - (h01 * h01);
            var (d0, d1) = (((h01 * g1) - (h11 * g0)) / determinant, ((h01 * g0) - (h00 * g1)) / determinant);
            var step = 1.0;
            while (step > 1e-10 && !(Loss(items, intercept + (step * d0), slope + (step * d1)) <= loss))
            {
                step /= 2;
            }

            (intercept, slope) = (intercept + (step * d0), slope + (step * d1));
            loss = Loss(items, intercept, slope);
            if (Math.Abs(step * d0) + Math.Abs(step * d1) < 1e-12)
            {
                break;
            }
        }

        return (intercept, slope);
    }

    private static double Loss((double X, double Weight, double Target)[] items, double intercept, double slope) =>
        items.Sum(item =>
        {
            var f = intercept + (slope * item.X);
            return (item.Weight * (Math.Max(f, 0) + Logarithm.OfOnePlus(Math.Exp(-Math.Abs(f))))) - (item.Target * f);
        });
}
