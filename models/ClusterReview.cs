using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models;

/// <summary>What reviews found among the claims of a cluster: one of which many are the owner's is hardly the maker's defect.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Reviewed">Its claims reviewed with a clear finding.</param>
/// <param name="OwnerCaused">Of them found owner_caused.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit of their share.</param>
/// <param name="ShareHigh">Upper limit.</param>
/// <param name="IsDoubtful">Even the lower limit lies above twice the share found among all reviewed claims.</param>
public sealed record ClusterReview(string ClusterId, int Reviewed, int OwnerCaused, double ShareLow, double ShareHigh, bool IsDoubtful)
{
    /// <summary>Every cluster of which a claim was reviewed, by id.</summary>
    /// <param name="features">Every reviewed claim at least.</param>
    /// <param name="clusters">Claims inside a significant cluster, by id and version.</param>
    public static IReadOnlyList<ClusterReview> Of(
        IReadOnlyList<ClaimFeatures> features, IReadOnlyDictionary<(string ClaimId, int Version), ClusterMembership> clusters)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(clusters);
        var reviewed = features.Where(row => row.Claim.IsOwnerCaused is not null).ToList();
        var usual = reviewed.Count == 0 ? 0 : TimeSplit.Positives(reviewed) / (double)reviewed.Count;
        return
        [
            .. reviewed.Select(row => (row.Claim, Cluster: clusters.GetValueOrDefault((row.Claim.ClaimId, row.Claim.Version))))
                .Where(one => one.Cluster is not null)
                .GroupBy(one => one.Cluster!.ClusterId, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                {
                    var (count, found) = (group.Count(), group.Count(one => one.Claim.IsOwnerCaused == true));
                    var share = ShareInterval.Wilson(found, count);
                    return new ClusterReview(group.Key, count, found, share.Low, share.High, share.Low > 2 * usual);
                }),
        ];
    }
}
