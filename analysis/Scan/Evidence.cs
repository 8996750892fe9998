using System.Runtime.Intrinsics;

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

    /// <summary>No less is divided by.</summary>
    public const double LeastExpected = 1e-9;

    /// <summary>Above this a term is as good as certain; it keeps e finite.</summary>
    private const double Ceiling = 600;

    /// <summary>ln of a term that is not worth the sum.</summary>
    public static readonly double LogNegligible = Math.Log(1e-4);

    private readonly double largestLogRatio = Math.Log(ratios[^1] / smallest);

    /// <summary>Ratios less 1 and ln of ratio ÷ tested, filled up to whole vectors with ratios of weight 0.</summary>
    private readonly (Vector256<double> Less1, Vector256<double> Log, Vector256<double> Weight)[] lanes =
    [
        .. Enumerable.Range(0, (ratios.Count + Vector256<double>.Count - 1) / Vector256<double>.Count).Select(chunk => (
            Lanes(ratios, chunk, ratio => ratio - 1), Lanes(ratios, chunk, ratio => Math.Log(ratio / smallest)), Lanes(ratios, chunk, _ => 1.0 / ratios.Count))),
    ];

    /// <summary>Of a kind of vehicles as a whole, or of a part of it: <see cref="HypothesisPrior.SmallestRatio"/>, <see cref="HypothesisPrior.SmallestRatioOfPart"/>.</summary>
    public static Evidence Of(HypothesisPrior prior, bool isPart) => new([.. prior.Ratios.Order()], isPart ? prior.SmallestRatioOfPart : prior.SmallestRatio);

    /// <summary>Given the chart's claims.</summary>
    /// <param name="observed">Claims in the population.</param>
    /// <param name="share">Its share of the chart's expectation; 0–1.</param>
    /// <param name="claims">Claims of the chart.</param>
    public double Given(long observed, double share, long claims)
    {
        var sum = Vector256<double>.Zero;
        var tested = Vector256.Create(Math.Log(1 + ((smallest - 1) * share)));
        foreach (var (less1, log, weight) in lanes)
        {
            var exponent = (log * observed) - ((Vector256.Log(Vector256<double>.One + (less1 * share)) - tested) * claims);
            sum += weight * Vector256.Exp(Vector256.Min(Vector256.Create(Ceiling), exponent));
        }

        return Vector256.Sum(sum);
    }

    /// <summary>With the expectation known from elsewhere: Poisson.</summary>
    public double Known(long observed, double expected)
    {
        var sum = Vector256<double>.Zero;
        foreach (var (less1, log, weight) in lanes)
        {
            var exponent = (log * observed) - ((less1 - Vector256.Create(smallest - 1)) * expected);
            sum += weight * Vector256.Exp(Vector256.Min(Vector256.Create(Ceiling), exponent));
        }

        return Vector256.Sum(sum);
    }

    /// <summary>
    /// Whether a hypothesis can add nothing worth the sum: its prior times the largest likelihood ratio of such a count is
    /// negligible. Leaving it out only lowers e.
    /// </summary>
    /// <param name="observed">Claims.</param>
    /// <param name="expected">Claims expected.</param>
    /// <param name="leastLogRatio">ln of what is negligible, less ln of the prior.</param>
    public static bool IsDull(long observed, double expected, double leastLogRatio) =>
        observed <= expected + Math.Sqrt(expected)
        || (observed * Math.Log(observed / Math.Max(expected, LeastExpected))) - observed + expected < leastLogRatio;

    /// <summary>Fewest claims with which a hypothesis of such a prior is worth looking at, however few are expected.</summary>
    public long Fewest(double weight) => weight <= 0 ? long.MaxValue
        : Math.Max(FewestClaims, (long)Math.Ceiling((LogNegligible - Math.Log(weight)) / largestLogRatio));

    private static Vector256<double> Lanes(IReadOnlyList<double> ratios, int chunk, Func<double, double> of)
    {
        var first = chunk * Vector256<double>.Count;
        return Vector256.Create([.. Enumerable.Range(first, Vector256<double>.Count).Select(k => k < ratios.Count ? of(ratios[k]) : 0)]);
    }
}
