using System.Runtime.InteropServices;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// A table's cells as the fit of a gamma-mixture prior sees them: cells of equal count and nearly equal expectation as one
/// ("data squashing", DuMouchel 1999), grouped by count, since what depends on the count alone is then computed once.
/// </summary>
internal sealed class SquashedCells
{
    /// <summary>How far a cell lies above the lower end of its bin is added up in whole steps of 2⁻⁴⁰: the order of the cells makes no difference.</summary>
    private const double Steps = 1L << 40;

    private readonly double binWidth;
    private readonly Dictionary<(long Observed, double Low), (Int128 Above, long Cells)> bins = [];
    private Group[]? groups;

    /// <param name="binWidth">Relative width of a bin of expectations; 0 joins identical cells only.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width below 0.</exception>
    public SquashedCells(double binWidth)
    {
        Require.NotNegative(binWidth);
        this.binWidth = binWidth;
    }

    /// <summary>Cells so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes in a cell.</summary>
    /// <param name="observed">At least 0.</param>
    /// <param name="expected">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count or an expectation that is not above 0.</exception>
    public void Add(long observed, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        Require.Positive(expected);
        var low = binWidth == 0 ? expected : Math.Exp(Math.Floor(Math.Log(expected) / binWidth) * binWidth);
        ref var bin = ref CollectionsMarshal.GetValueRefOrAddDefault(bins, (observed, low), out _);
        bin = (bin.Above + (Int128)Math.Round(((expected / low) - 1) * Steps), bin.Cells + 1);
        groups = null;
        Count++;
    }

    /// <summary>Log-likelihood of all cells under a prior.</summary>
    public double LogLikelihood(GammaMixturePrior prior)
    {
        var (logWeight1, logWeight2) = (Math.Log(prior.Weight), Logarithm.OfOnePlus(-prior.Weight));
        var (logRate1, logRate2) = (Math.Log(prior.Rate1), Math.Log(prior.Rate2));
        double sum = 0;
        foreach (var group in groups ??= Grouped())
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

    private Group[] Grouped() =>
    [
        .. bins.OrderBy(bin => bin.Key).GroupBy(bin => bin.Key.Observed).Select(count => new Group(
            count.Key, [.. count.Select(bin => new Cell(bin.Key.Low * (1 + ((double)bin.Value.Above / Steps / bin.Value.Cells)), bin.Value.Cells))])),
    ];

    private sealed record Group(long Observed, Cell[] Cells);

    private sealed record Cell(double Expected, double Cells)
    {
        public double LogExpected { get; } = Math.Log(Expected);
    }
}
