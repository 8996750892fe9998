using MathNet.Numerics.LinearAlgebra.Double;

namespace ClaimInsights.Models.OwnTables;

/// <summary>
/// Ridge logistic regression, the plain baseline and the trees' partner, over flags as they are and numbers in standard deviations;
/// a missing number counts as the mean, and is flagged. Newton's method with halved steps.
/// </summary>
/// <param name="Weights">Log-odds per unit of each input, then per missing input, then the intercept.</param>
/// <param name="Means">Mean of each input among the training rows; 0 for flags.</param>
/// <param name="Spreads">Standard deviation of each input; 1 for flags.</param>
public sealed record OwnLogistic(IReadOnlyList<double> Weights, IReadOnlyList<double> Means, IReadOnlyList<double> Spreads)
{
    /// <summary>Rows beyond this number teach a logistic little more: they are thinned evenly.</summary>
    private const int MostRows = 40_000;

    /// <summary>Beyond this many standard deviations a number says no more: one absurd value must not decide.</summary>
    private const double Farthest = 5;

    /// <summary>Penalty on a weight's square, half of it.</summary>
    internal const double Ridge = 10;

    private readonly double[] weights = [.. Weights];

    private int Width => Means.Count;

    internal static OwnLogistic Fit(OwnRows rows, OwnInputs inputs, double ridge)
    {
        var width = inputs.Inputs.Count;
        var step = Math.Max(1, (rows.Count + MostRows - 1) / MostRows);
        int[] taken = rows.Every(step);
        float[][] values = [.. taken.Select(row =>
        {
            var one = new float[width];
            inputs.OfTraining(rows, row, one);
            return one;
        })];
        double[] means = new double[width], spreads = new double[width];
        for (var i = 0; i < width; i++)
        {
            var known = inputs.Inputs[i].Level is null ? values.Where(row => !float.IsNaN(row[i])).Select(row => (double)row[i]).ToArray() : [];
            means[i] = known.Length == 0 ? 0 : known.Average();
            var spread = known.Length == 0 ? 1 : Math.Sqrt(known.Average(value => (value - means[i]) * (value - means[i])));
            spreads[i] = spread > 0 ? spread : 1;
        }

        var blank = new OwnLogistic(new double[(2 * width) + 1], means, spreads);
        var sparse = values.Select(row => blank.Sparse(row)).ToArray();
        bool[] labels = [.. taken.Select(row => rows.Labels[row])];
        double[] rowWeights = [.. taken.Select(row => (double)rows.Weights[row])];
        return new(Newton(sparse, labels, rowWeights, blank.Weights.Count, ridge), means, spreads);
    }

    internal double[] LogOdds(IReadOnlyList<OwnInput> inputs, OwnRows rows)
    {
        var one = new float[inputs.Count];
        return [.. Enumerable.Range(0, rows.Count).Select(row =>
        {
            OwnInputs.Of(inputs, rows.Values, row, one);
            return LogOdds(one);
        })];
    }

    internal double LogOdds(ReadOnlySpan<float> row)
    {
        var sum = weights[^1];
        for (var i = 0; i < Width; i++)
        {
            sum += float.IsNaN(row[i]) ? weights[Width + i] : row[i] == 0 && Spreads[i] == 1 && Means[i] == 0 ? 0 : weights[i] * Standard(i, row[i]);
        }

        return sum;
    }

    internal void AddContributions(ReadOnlySpan<float> row, double factor, Span<double> added)
    {
        for (var i = 0; i < Width; i++)
        {
            added[i] += factor * (float.IsNaN(row[i]) ? weights[Width + i] : weights[i] * Standard(i, row[i]));
        }
    }

    private double Standard(int input, float value) => Math.Clamp((value - Means[input]) / Spreads[input], -Farthest, Farthest);

    private (int Input, double Value)[] Sparse(float[] row)
    {
        var cells = new List<(int, double)>();
        for (var i = 0; i < Width; i++)
        {
            if (float.IsNaN(row[i]))
            {
                cells.Add((Width + i, 1));
            }
            else if (Standard(i, row[i]) is var value && value != 0)
            {
                cells.Add((i, value));
            }
        }

        cells.Add((2 * Width, 1));
        // The normal equations are filled below the diagonal only, which asks for the inputs in order.
        return [.. cells.OrderBy(cell => cell.Item1)];
    }

    private static double[] Newton((int Input, double Value)[][] rows, bool[] labels, double[] rowWeights, int size, double ridge)
    {
        double[] beta = new double[size], gradient = new double[size];
        // The intercept is free but for a trace, which keeps the matrix invertible.
        double Penalty(int i) => i == size - 1 ? 1e-6 : ridge;
        var loss = Loss(beta);
        for (var iteration = 0; iteration < 50; iteration++)
        {
            var hessian = DenseMatrix.CreateDiagonal(size, size, Penalty);
            for (var i = 0; i < size; i++)
            {
                gradient[i] = Penalty(i) * beta[i];
            }

            for (var row = 0; row < rows.Length; row++)
            {
                var p = PriorLogistic.Logistic(Linear(rows[row], beta));
                var (residual, curvature) = (rowWeights[row] * (p - (labels[row] ? 1 : 0)), rowWeights[row] * p * (1 - p));
                foreach (var (i, x) in rows[row])
                {
                    gradient[i] += residual * x;
                    foreach (var (j, z) in rows[row])
                    {
                        if (j > i)
                        {
                            break;
                        }

                        hessian.Values[(j * size) + i] += curvature * x * z;
                    }
                }
            }

            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    hessian.Values[(i * size) + j] = hessian.Values[(j * size) + i];
                }
            }

            var step = hessian.Cholesky().Solve(DenseVector.OfArray(gradient));
            var (length, next, nextLoss) = (1.0, beta, double.PositiveInfinity);
            for (; length > 1e-6 && !(nextLoss <= loss); length /= 2)
            {
                next = [.. beta.Select((value, i) => value - (length * step[i]))];
                nextLoss = Loss(next);
            }

            var gain = loss - nextLoss;
            if (!(gain > 0))
            {
                break;
            }

            (beta, loss) = (next, nextLoss);
            if (gain < 1e-7 * Math.Abs(loss))
            {
                break;
            }
        }

        return beta;

        double Loss(double[] at)
        {
            double sum = 0;
            for (var row = 0; row < rows.Length; row++)
            {
                var f = labels[row] ? -Linear(rows[row], at) : Linear(rows[row], at);
                sum += rowWeights[row] * (Math.Max(f, 0) + Math.Log(1 + Math.Exp(-Math.Abs(f))));
            }

            for (var i = 0; i < size; i++)
            {
                sum += Penalty(i) * at[i] * at[i] / 2;
            }

            return sum;
        }
    }

    private static double Linear((int Input, double Value)[] row, double[] beta)
    {
        double sum = 0;
        foreach (var (i, x) in row)
        {
            sum += beta[i] * x;
        }

        return sum;
    }
}
