using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// A further part replaced in the repairs of a cluster, beside the other claims of its part and failure mode: what is replaced together more
/// often than elsewhere may be where the defect lies, or what it damages. An insight table; of clusters by rates, parts on two claims or more.
/// </summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="ReplacedPart">The further part.</param>
/// <param name="Claims">The cluster's claims on which it was replaced, at least 2.</param>
/// <param name="OfClaims">All claims of the cluster.</param>
/// <param name="RestClaims">Other claims of the part and failure mode on which it was replaced.</param>
/// <param name="OfRestClaims">All those.</param>
/// <param name="Expected">Claims expected by the others' share, (rest_claims + ½) ÷ (of_rest_claims + 1).</param>
/// <param name="Lift">Claims against expected, drawn towards 1: posterior mean under a gamma prior of mean 1 and shape 2.</param>
/// <param name="LiftLow">Lower 95 % limit of the posterior; takes the expectation as known.</param>
/// <param name="LiftHigh">Upper 95 % limit.</param>
public sealed record ClusterPart(
    string ClusterId,
    string ReplacedPart,
    long Claims,
    long OfClaims,
    long RestClaims,
    long OfRestClaims,
    double Expected,
    double Lift,
    double LiftLow,
    double LiftHigh)
{
    private const int FewestClaims = 2;

    private static readonly GammaPoissonShrinkage Prior = new(2, 2);

    /// <summary>The parts of each cluster, the surest lift first.</summary>
    public static IReadOnlyList<ClusterPart> Of(IEnumerable<ReplacedPartCount> counts) =>
    [
        .. counts.Where(one => one.Claims >= FewestClaims).Select(one =>
        {
            var expected = one.OfClaims * (one.RestClaims + 0.5) / (one.OfRestClaims + 1);
            var lift = Prior.Shrink(one.Claims, expected);
            return new ClusterPart(one.ClusterId, one.ReplacedPart, one.Claims, one.OfClaims, one.RestClaims, one.OfRestClaims, expected, lift.Ratio, lift.Low, lift.High);
        }).OrderBy(one => one.ClusterId, StringComparer.Ordinal).ThenByDescending(one => one.LiftLow).ThenBy(one => one.ReplacedPart, StringComparer.Ordinal),
    ];
}
