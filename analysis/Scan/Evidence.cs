namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// How much better a raised ratio explains a count than a ratio that interests nobody: Σ_k w_k of likelihood ratios. Given
/// the chart's C claims they are binomial with the population's share of the expectation; with mean at most 1 where nothing is wrong.
/// </summary>
/// <param name="ratios">Ratios that are looked for, in order.</param>
/// <param name="smallest">The ratio that is tested against; at least 1.</param>
internal sealed class Evidence(IReadOnlyList<double> ratios, double smallest)
{
    /// <summary>No hypothesis is looked at with fewer claims.</summary>
    public const int FewestClaims = 3;

    /// <summary>Above this a term is as good as certain; it keeps e finite.</summary>
    private const double Ceiling = 600;

    private static readonly double LogNegligible = Math.Log(1e-4);

    private readonly double[] ratios = [.. ratios];
    private readonly double[] logRatios = [.. ratios.Select(ratio => Math.Log(ratio / smallest))];

    /// <summary>Of a kind of vehicles as a whole, or of a part of it: <see cref="HypothesisPrior.SmallestRatio"/>, <see cref="HypothesisPrior.SmallestRatioOfPart"/>.</summary>
    public static Evidence Of(HypothesisPrior prior, bool isPart) => new([.. prior.Ratios.Order()], isPart ? prior.SmallestRatioOfPart : prior.SmallestRatio);

    /// <summary>Given the chart's claims.</summary>
    /// <param name="observed">Claims in the population.</param>
    /// <param name="share">Its share of the chart's expectation; 0–1.</param>
    /// <param name="claims">Claims of the chart.</param>
    public double Given(long observed, double share, long claims)
    {
        double sum = 0;
        var tested = Math.Log(1 + ((smallest - 1) * share));
        for (var k = 0; k < ratios.Length; k++)
        {
            sum += Math.Exp(Math.Min(Ceiling, (observed * logRatios[k]) - (claims * (Math.Log(1 + ((ratios[k] - 1) * share)) - tested))));
        }

        return sum / ratios.Length;
    }

    /// <summary>With the expectation known from elsewhere: Poisson.</summary>
    public double Known(long observed, double expected)
    {
        double sum = 0;
        for (var k = 0; k < ratios.Length; k++)
        {
            sum += Math.Exp(Math.Min(Ceiling, (observed * logRatios[k]) - ((ratios[k] - smallest) * expected)));
        }

        return sum / ratios.Length;
    }

    /// <summary>
    /// Whether a hypothesis can add nothing worth the sum: its prior times the largest likelihood ratio of such a count is
    /// below a ten-thousandth. Leaving it out only lowers e.
    /// </summary>
    public static bool IsDull(long observed, double expected, double logWeight) =>
        observed <= expected + Math.Sqrt(expected)
        || (observed * Math.Log(observed / Math.Max(expected, 1e-9))) - observed + expected + logWeight < LogNegligible;

    /// <summary>Fewest claims with which a hypothesis of such a prior is worth looking at, however few are expected.</summary>
    public long Fewest(double weight) => weight <= 0 ? long.MaxValue
        : Math.Max(FewestClaims, (long)Math.Ceiling((LogNegligible - Math.Log(weight)) / logRatios[^1]));
}
