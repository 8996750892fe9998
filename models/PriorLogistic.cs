using MathNet.Numerics.LinearAlgebra.Double;

namespace ClaimInsights.Models;

/// <summary>
/// Logistic regression with a normal prior on each weight, its maximum a posteriori: what is known beforehand gives way only
/// as far as the verdicts insist. Newton's method with halved steps; sums run in the order of the rows.
/// </summary>
/// <param name="Intercept">Log-odds where all inputs are 0.</param>
/// <param name="Weights">Log-odds per unit of each input.</param>
internal sealed record PriorLogistic(double Intercept, IReadOnlyList<double> Weights)
{
    /// <summary>Fits the weights.</summary>
    /// <param name="rows">Inputs, one row a verdict.</param>
    /// <param name="positive">Outcomes, one a row.</param>
    /// <param name="means">Prior means of the weights.</param>
    /// <param name="deviations">Prior standard deviations of the weights, above 0.</param>
    public static PriorLogistic Fit(
        IReadOnlyList<double[]> rows, IReadOnlyList<bool> positive, IReadOnlyList<double> means, IReadOnlyList<double> deviations)
    {
        // The intercept is the last unknown; its prior is as good as flat, for the selection sets the level of the verdicts.
        double[] mean = [.. means, 0], spread = [.. deviations, 10], beta = [.. means, 0];
        var loss = Loss(rows, positive, beta, mean, spread);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var step = Step(rows, positive, beta, mean, spread);
            var length = 1.0;
            double[] next;
            double nextLoss;
            do
            {
                next = [.. beta.Select((value, i) => value - (length * step[i]))];
                nextLoss = Loss(rows, positive, next, mean, spread);
                length /= 2;
            }
            while (nextLoss > loss && length > 1e-9);
            var gain = loss - nextLoss;
            if (gain <= 1e-12)
            {
                break;
            }

            (beta, loss) = (next, nextLoss);
        }

        return new(beta[^1], beta[..^1]);
    }

    /// <summary>Log-odds of a row.</summary>
    public double LogOdds(double[] row) => Intercept + Weights.Select((weight, i) => weight * row[i]).Sum();

    /// <summary>The probability of log-odds.</summary>
    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static double Linear(double[] row, double[] beta)
    {
        var sum = beta[^1];
        for (var i = 0; i < row.Length; i++)
        {
            sum += beta[i] * row[i];
        }

        return sum;
    }

    private static double Loss(IReadOnlyList<double[]> rows, IReadOnlyList<bool> positive, double[] beta, double[] mean, double[] spread)
    {
        double loss = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var f = positive[i] ? -Linear(rows[i], beta) : Linear(rows[i], beta);
            loss += Math.Max(f, 0) + Math.Log(1 + Math.Exp(-Math.Abs(f)));
        }

        return loss + beta.Select((value, k) => (value - mean[k]) * (value - mean[k]) / (2 * spread[k] * spread[k])).Sum();
    }

    private static double[] Step(IReadOnlyList<double[]> rows, IReadOnlyList<bool> positive, double[] beta, double[] mean, double[] spread)
    {
        var size = beta.Length;
        double[] gradient = [.. beta.Select((value, k) => (value - mean[k]) / (spread[k] * spread[k]))];
        var hessian = DenseMatrix.CreateDiagonal(size, size, k => 1 / (spread[k] * spread[k]));
        for (var i = 0; i < rows.Count; i++)
        {
            var p = Logistic(Linear(rows[i], beta));
            var residual = p - (positive[i] ? 1 : 0);
            for (var j = 0; j < size; j++)
            {
                var x = At(rows[i], j);
                gradient[j] += residual * x;
                for (var k = 0; k <= j && x != 0; k++)
                {
                    hessian[j, k] += p * (1 - p) * x * At(rows[i], k);
                }
            }
        }

        for (var j = 0; j < size; j++)
        {
            for (var k = 0; k < j; k++)
            {
                hessian[k, j] = hessian[j, k];
            }
        }

        return [.. hessian.Cholesky().Solve(DenseVector.OfArray(gradient))];
    }

    private static double At(double[] row, int column) => column < row.Length ? row[column] : 1;
}
