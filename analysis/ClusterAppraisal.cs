using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// What technical appraisals found on a cluster's claims, beside the other claims of its part and failure mode: many confirmed ones speak
/// for the defect, many without a fault found for another cause or a wrong part. An insight table; clusters without any appraisal have no row.
/// </summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Appraisal"><c>confirmed_defect</c>, <c>owner_caused</c>, <c>external</c> or <c>no_fault_found</c>.</param>
/// <param name="Claims">The cluster's claims with this finding, at least 0.</param>
/// <param name="Appraised">Its claims with any finding, at least 1.</param>
/// <param name="Unappraised">Its claims without one, at least 0.</param>
/// <param name="Share">Claims ÷ appraised.</param>
/// <param name="ShareLow">Lower 95 % limit, Wilson.</param>
/// <param name="ShareHigh">Upper 95 % limit, Wilson.</param>
/// <param name="RestClaims">Other claims of the part and failure mode with this finding; 0 where basis is share.</param>
/// <param name="RestAppraised">Other claims with any finding; 0 where basis is share.</param>
/// <param name="RestShare">Their share; null: none was appraised.</param>
public sealed record ClusterAppraisal(
    string ClusterId,
    string Appraisal,
    long Claims,
    long Appraised,
    long Unappraised,
    double Share,
    double ShareLow,
    double ShareHigh,
    long RestClaims,
    long RestAppraised,
    double? RestShare)
{
    private const string None = "none";

    /// <summary>Findings of every listed cluster with an appraisal, by cluster and finding.</summary>
    public static IReadOnlyList<ClusterAppraisal> Of(IEnumerable<AppraisalCount> counts) =>
    [
        .. counts.GroupBy(one => one.ClusterId, StringComparer.Ordinal).SelectMany(cluster =>
        {
            var found = cluster.Where(one => one.Appraisal != None).ToList();
            var (appraised, restAppraised) = (found.Sum(one => one.Claims), found.Sum(one => one.RestClaims));
            var unappraised = cluster.Where(one => one.Appraisal == None).Sum(one => one.Claims);
            return appraised == 0 ? [] : found.Select(one =>
            {
                var share = ShareInterval.Wilson(one.Claims, appraised);
                return new ClusterAppraisal(
                    one.ClusterId, one.Appraisal, one.Claims, appraised, unappraised, share.Share, share.Low, share.High,
                    one.RestClaims, restAppraised, restAppraised == 0 ? null : (double)one.RestClaims / restAppraised);
            });
        }),
    ];
}
