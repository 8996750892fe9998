namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// A table's cells as the fit of a gamma-mixture prior sees them: cells of equal count and nearly equal expectation as one
/// ("data squashing", DuMouchel 1999), grouped by count, since what depends on the count alone is then computed once.
/// </summary>
internal sealed class SquashedCells
{
    private readonly Group[] groups;

    /// <param name="cells">Observed and expected count of every cell.</param>
    /// <param name="binWidth">Relative width of a bin of expectations; 0 joins identical cells only.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count or an expectation that is not above 0.</exception>
    public SquashedCells(IEnumerable<(long Observed, double Expected)> cells, double binWidth)
    {
        var sorted = cells.Order().ToArray();
        foreach (var (observed, expected) in sorted)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(observed, nameof(cells));
            Require.Positive(expected, nameof(cells));
        }

        double Bin(double expected) => binWidth == 0 ? expected : Math.Floor(Math.Log(expected) / binWidth);
        groups = [.. sorted.GroupBy(cell => cell.Observed).Select(count => new Group(count.Key, [.. count
            .GroupBy(cell => Bin(cell.Expected)).Select(bin => new Cell(bin.Average(cell => cell.Expected), bin.Count()))]))];
    }

    /// <summary>Whether there is no cell at all.</summary>
    public bool IsEmpty => groups.Length == 0;

    /// <summary>Log-likelihood of all cells under a prior.</summary>
    public double LogLikelihood(GammaMixturePrior prior)
    {
        var (logWeight1, logWeight2) = (Math.Log(prior.Weight), Logarithm.OfOnePlus(-prior.Weight));
        var (logRate1, logRate2) = (Math.Log(prior.Rate1), Math.Log(prior.Rate2));
        double sum = 0;
        foreach (var group in groups)
        {
            var n = group.Observed;
            var first = logWeight1 + GammaPoisson.LogRising(n, prior.Shape1) + (prior.Shape1 * logRate1);
            var second = logWeight2 + GammaPoisson.LogRising(n, prior.Shape2) + (prior.Shape2 * logRate2);
            foreach (var cell in group.Cells)
            {
                var one = first - ((prior.Shape1 + n) * Math.Log(prior.Rate1 + cell.Expected));
                var two = second - ((prior.Shape2 + n) * Math.Log(prior.Rate2 + cell.Expected));
                var larger = Math.Max(one, two);
                sum += cell.Cells * (larger + (n * cell.LogExpected) + Math.Log(1 + Math.Exp(Math.Min(one, two) - larger)));
            }
        }

        return sum;
    }

    private sealed record Group(long Observed, Cell[] Cells);

    private sealed record Cell(double Expected, double Cells)
    {
        public double LogExpected { get; } = Math.Log(Expected);
    }
}
