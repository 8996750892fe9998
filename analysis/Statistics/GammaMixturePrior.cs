namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// How ratios of observed to expected counts scatter over a whole table: a mixture of two gamma distributions, fitted by
/// maximum likelihood to all cells (MGPS; DuMouchel 1999, Am. Stat. 53:177). It tells what a ratio from few counts is worth.
/// </summary>
/// <param name="Weight">P: the first component's weight, 0…1. The first is the one with the larger mean.</param>
/// <param name="Shape1">α₁, above 0.</param>
/// <param name="Rate1">β₁, above 0; the component's mean is α₁/β₁.</param>
/// <param name="Shape2">α₂, above 0.</param>
/// <param name="Rate2">β₂, above 0.</param>
public sealed record GammaMixturePrior(double Weight, double Shape1, double Rate1, double Shape2, double Rate2)
{
    private const double MostLog = 8;
    private const double MostLogit = 12;

    /// <summary>Starting values (P, α₁, β₁, α₂, β₂); the first is DuMouchel's.</summary>
    private static readonly double[][] Starts =
    [
        [1.0 / 3, 0.2, 0.1, 2, 4], [0.1, 0.2, 0.06, 1.4, 1.8], [0.5, 1, 1, 5, 5], [0.05, 2, 0.5, 20, 20], [0.02, 1, 0.1, 0.5, 0.5],
    ];

    /// <summary>
    /// Fits the prior: downhill simplex on ln α, ln β (within ±8) and logit P (within ±12), from five fixed starts. A
    /// table without any scatter ends at these limits, where the mixture stands for a single ratio.
    /// </summary>
    /// <param name="cells">Observed and expected count of every cell, also of those without a claim; expectations above 0.</param>
    /// <param name="binWidth">
    /// Cells of equal count whose expectations differ by less than this relative width are fitted as one at their mean
    /// ("data squashing"); the error is of its square. 0 joins identical cells only.
    /// </param>
    /// <exception cref="ArgumentException">No cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative count or an expectation that is not above 0.</exception>
    public static GammaMixturePrior Fit(IEnumerable<(long Observed, double Expected)> cells, double binWidth = 0.005)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var squashed = new SquashedCells(binWidth);
        foreach (var (observed, expected) in cells)
        {
            squashed.Add(observed, expected);
        }

        return Fit(squashed);
    }

    /// <summary>The same of cells that are too many to be held one by one.</summary>
    /// <param name="squashed">At least one cell.</param>
    /// <exception cref="ArgumentException">No cell.</exception>
    internal static GammaMixturePrior Fit(SquashedCells squashed)
    {
        if (squashed.Count == 0)
        {
            throw new ArgumentException("There is no cell to fit the prior to.", nameof(squashed));
        }

        double Loss(double[] x) => Penalty(x) - squashed.LogLikelihood(At(x));
        var best = Starts.Select(start => NelderMead.Minimise(Loss, ToPoint(start), tolerance: 1e-10)).MinBy(Loss)!;
        return At(NelderMead.Minimise(Loss, best, step: 0.1)).Ordered();
    }

    /// <summary>ln P(observed | expected) under this prior.</summary>
    /// <param name="observed">At least 0.</param>
    /// <param name="expected">Above 0.</param>
    public double LogLikelihood(long observed, double expected)
    {
        var first = Math.Log(Weight) + GammaPoisson.LogLikelihood(observed, expected, Shape1, Rate1);
        var second = Logarithm.OfOnePlus(-Weight) + GammaPoisson.LogLikelihood(observed, expected, Shape2, Rate2);
        var larger = Math.Max(first, second);
        return larger + Logarithm.OfOnePlus(Math.Exp(Math.Min(first, second) - larger));
    }

    /// <summary>What is known of a cell's ratio after its count was seen.</summary>
    /// <param name="observed">At least 0.</param>
    /// <param name="expected">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public GammaMixturePosterior Posterior(long observed, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        Require.Positive(expected);
        var first = Math.Log(Weight) + GammaPoisson.LogLikelihood(observed, expected, Shape1, Rate1);
        var second = Logarithm.OfOnePlus(-Weight) + GammaPoisson.LogLikelihood(observed, expected, Shape2, Rate2);
        return new(1 / (1 + Math.Exp(second - first)), Shape1 + observed, Rate1 + expected, Shape2 + observed, Rate2 + expected);
    }

    private static double[] ToPoint(double[] start) =>
        [Math.Log(start[0] / (1 - start[0])), Math.Log(start[1]), Math.Log(start[2]), Math.Log(start[3]), Math.Log(start[4])];

    private static double Limit(int i) => i == 0 ? MostLogit : MostLog;

    private static GammaMixturePrior At(double[] x)
    {
        double Within(int i) => Math.Clamp(x[i], -Limit(i), Limit(i));
        return new(1 / (1 + Math.Exp(-Within(0))), Math.Exp(Within(1)), Math.Exp(Within(2)), Math.Exp(Within(3)), Math.Exp(Within(4)));
    }

    private static double Penalty(double[] x) => x.Select((value, i) => Math.Max(0, Math.Abs(value) - Limit(i))).Sum(over => over * over);

    private GammaMixturePrior Ordered() =>
        Shape1 * Rate2 >= Shape2 * Rate1 ? this : new(1 - Weight, Shape2, Rate2, Shape1, Rate1);
}
