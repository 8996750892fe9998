namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Chain ladder over a triangle of cumulative figures with Mack's standard error (T. Mack 1993, ASTIN Bulletin 23:213):
/// the factor f_k carries a row from development period k to k + 1, and what is still to come is the reserve.
/// </summary>
/// <param name="Factors">f_k for k = 0, 1, …; one fewer than the oldest row has figures.</param>
/// <param name="Ultimates">The expected final figure of each row, oldest first.</param>
/// <param name="Reserve">Ultimates less the newest known figures, summed; in the figures' unit.</param>
/// <param name="StandardError">Mack's standard error of <paramref name="Reserve"/>, in the same unit.</param>
public sealed record ChainLadder(IReadOnlyList<double> Factors, IReadOnlyList<double> Ultimates, double Reserve, double StandardError)
{
    /// <summary>Share of the final figure that is known after development period <paramref name="period"/>: 1/Π_{s≥period} f_s.</summary>
    /// <param name="period">0 for the first period; 1 is returned beyond the last.</param>
    public double Completeness(int period) => 1 / Factors.Skip(period).Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>Fits the factors to a triangle.</summary>
    /// <param name="cumulative">Rows, oldest first, each one figure shorter than the one before, the newest with one; figures above 0.</param>
    /// <exception cref="ArgumentException">The rows are not a triangle.</exception>
    public static ChainLadder Fit(IReadOnlyList<IReadOnlyList<double>> cumulative)
    {
        var n = cumulative.Count;
        for (var row = 0; row < n; row++)
        {
            Require.SameLength(n - row, cumulative[row].Count, nameof(cumulative));
        }

        var factors = new double[Math.Max(n - 1, 0)];
        var starts = new double[factors.Length];
        for (var k = 0; k < factors.Length; k++)
        {
            starts[k] = cumulative.Take(n - 1 - k).Sum(row => row[k]);
            factors[k] = cumulative.Take(n - 1 - k).Sum(row => row[k + 1]) / starts[k];
        }

        var ultimates = cumulative.Select(row => factors.Skip(row.Count - 1).Aggregate(row[^1], (figure, factor) => figure * factor)).ToArray();
        var reserve = ultimates.Sum() - cumulative.Sum(row => row[^1]);
        return new(factors, ultimates, reserve, MackError(cumulative, factors, starts, ultimates));
    }

    private static double MackError(IReadOnlyList<IReadOnlyList<double>> triangle, double[] factors, double[] starts, double[] ultimates)
    {
        var n = triangle.Count;
        var variances = Variances(triangle, factors);
        double total = 0;
        for (var row = 1; row < n; row++)
        {
            var laterUltimates = ultimates.Skip(row + 1).Sum();
            var figure = triangle[row][^1];
            for (var k = n - 1 - row; k < n - 1; k++)
            {
                var relative = variances[k] / (factors[k] * factors[k]);
                total += ultimates[row] * ultimates[row] * relative * ((1 / figure) + (1 / starts[k]));
                total += ultimates[row] * laterUltimates * 2 * relative / starts[k];
                figure *= factors[k];
            }
        }

        return Math.Sqrt(total);
    }

    /// <summary>σ²_k. The last is seen only once and taken from a straight line through ln σ_k (0 where one of them is 0).</summary>
    private static double[] Variances(IReadOnlyList<IReadOnlyList<double>> triangle, double[] factors)
    {
        var n = triangle.Count;
        var variances = new double[factors.Length];
        for (var k = 0; k < n - 2; k++)
        {
            variances[k] = triangle.Take(n - 1 - k).Sum(row => row[k] * Math.Pow((row[k + 1] / row[k]) - factors[k], 2)) / (n - 2 - k);
        }

        if (n >= 4 && variances[..^1].All(variance => variance > 0))
        {
            variances[n - 2] = Math.Exp(NextOnLine([.. variances[..^1].Select(variance => Math.Log(variance))]));
        }

        return variances;
    }

    private static double NextOnLine(double[] values)
    {
        double centre = (values.Length - 1) / 2.0, mean = values.Average();
        var slope = values.Select((value, i) => (i - centre) * (value - mean)).Sum() / values.Select((_, i) => (i - centre) * (i - centre)).Sum();
        return mean + (slope * (values.Length - centre));
    }
}
