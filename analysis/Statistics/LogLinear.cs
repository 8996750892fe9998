using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// A quasi-Poisson log-linear model with offset, past outbreaks weighted down (Farrington et al. 1996, JRSS-A 159:547). McCullagh &amp; Nelder 1989.
/// </summary>
internal sealed class LogLinear
{
    private const int Rounds = 50, Reweightings = 2;

    private readonly Vector<double> coefficients;
    private readonly Matrix<double> covariance;

    private LogLinear(Vector<double> coefficients, Matrix<double> covariance, double dispersion) =>
        (this.coefficients, this.covariance, Dispersion) = (coefficients, covariance, dispersion);

    /// <summary>φ = max(1, Σ w (y − μ)²/μ ÷ (n − p)).</summary>
    public double Dispersion { get; }

    /// <param name="terms">A row a period; the first of each is 1.</param>
    /// <param name="counts">Counts.</param>
    /// <param name="exposure">Of each, above 0.</param>
    /// <param name="outlying">Anscombe residuals above this weigh less.</param>
    public static LogLinear Fit(IReadOnlyList<double[]> terms, double[] counts, double[] exposure, double outlying)
    {
        var design = DenseMatrix.OfRowArrays([.. terms]);
        double[] weights = [.. counts.Select(_ => 1.0)];
        var fitted = Once(design, counts, exposure, weights);
        for (var round = 0; round < Reweightings; round++)
        {
            weights = Weights(fitted.Residuals, outlying);
            fitted = Once(design, counts, exposure, weights);
        }

        return new(fitted.Coefficients, fitted.Inverse * fitted.Dispersion, fitted.Dispersion);
    }

    /// <summary>The sum of the means of some periods, and its standard error (delta method: Σ μ x is its gradient).</summary>
    /// <param name="periods">Terms and exposure of each.</param>
    public (double Mean, double StandardError) Over(IReadOnlyList<(double[] Terms, double Exposure)> periods)
    {
        double sum = 0;
        Vector<double> gradient = DenseVector.Create(coefficients.Count, 0);
        foreach (var (terms, exposure) in periods)
        {
            var row = DenseVector.OfArray(terms);
            var mean = exposure * Math.Exp(Math.Clamp(row.DotProduct(coefficients), -30, 30));
            sum += mean;
            gradient += row * mean;
        }

        return (sum, Math.Sqrt(Math.Max(0, gradient.DotProduct(covariance * gradient))));
    }

    /// <summary>Weights 1 up to a residual, then s⁻²; scaled to add up to their number.</summary>
    internal static double[] Weights(IReadOnlyList<double> residuals, double outlying)
    {
        double[] raw = [.. residuals.Select(one => one > outlying ? 1 / (one * one) : 1)];
        var sum = raw.Sum();
        return [.. raw.Select(one => one * residuals.Count / sum)];
    }

    private static (Vector<double> Coefficients, Matrix<double> Inverse, double Dispersion, double[] Residuals) Once(
        DenseMatrix design, double[] counts, double[] exposure, double[] weights)
    {
        var p = design.ColumnCount;
        Vector<double> at = DenseVector.Create(p, 0);
        at[0] = Math.Log(Math.Max(1e-9, counts.Sum() / exposure.Sum()));
        var mean = Mean(design, at, exposure);
        Matrix<double> inverse = DenseMatrix.CreateIdentity(p);
        var rows = design.ToRowArrays();
        for (var round = 0; round < Rounds; round++)
        {
            var (information, score) = Sums(rows, counts, mean, weights);
            inverse = information.Inverse();
            var step = inverse * score;
            // Counts that are nearly all zero push a wave without bound: a step is at most one e-fold.
            var longest = step.AbsoluteMaximum();
            at += longest > 1 ? step / longest : step;
            mean = Mean(design, at, exposure);
            if (longest < 1e-9)
            {
                break;
            }
        }

        var dispersion = Math.Max(1, counts.Select((count, i) => weights[i] * (count - mean[i]) * (count - mean[i]) / mean[i]).Sum() / Math.Max(1, counts.Length - p));
        double[] residuals =
        [
            .. counts.Select((count, i) =>
            {
                var row = design.Row(i);
                var leverage = Math.Min(1 - 1e-6, weights[i] * mean[i] * row.DotProduct(inverse * row));
                return 1.5 * ((Math.Pow(count, 2 / 3.0) * Math.Pow(mean[i], -1 / 6.0)) - Math.Sqrt(mean[i])) / Math.Sqrt(dispersion * (1 - leverage));
            }),
        ];
        return (at, inverse, dispersion, residuals);
    }

    /// <summary>The information matrix, and the score: Σ w μ x xᵀ and Σ w (y − μ) x.</summary>
    private static (Matrix<double> Information, Vector<double> Score) Sums(double[][] rows, double[] counts, double[] mean, double[] weights)
    {
        var p = rows[0].Length;
        var (information, score) = (new double[p * p], new double[p]);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, scale, left) = (rows[i], weights[i] * mean[i], weights[i] * (counts[i] - mean[i]));
            for (var j = 0; j < p; j++)
            {
                score[j] += row[j] * left;
                for (var k = 0; k < p; k++)
                {
                    information[(j * p) + k] += row[j] * row[k] * scale;
                }
            }
        }

        for (var j = 0; j < p; j++)
        {
            information[(j * p) + j] += 1e-9;
        }

        return (new DenseMatrix(p, p, information), new DenseVector(score));
    }

    private static double[] Mean(DenseMatrix design, Vector<double> at, double[] exposure) =>
        [.. (design * at).Select((log, i) => Math.Max(1e-9, exposure[i] * Math.Exp(Math.Clamp(log, -30, 30))))];
}
