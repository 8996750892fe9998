using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>From features to the insight table <c>suspicions</c>.</summary>
public static class Scoring
{
    /// <summary>By how much each further claim of a dealer counts less in the queue than the one before, where nothing else is said.</summary>
    public const double UsualDealerDiscount = 0.1;

    /// <summary>Scores every current claim closed within the scope whose current version has no verdict.</summary>
    /// <param name="features">Every claim scored or reviewed, a part at a time; their order does not matter.</param>
    /// <param name="model">A trained model, or <see cref="SuspicionModel.WrittenRules"/>.</param>
    /// <param name="clusters">Claims inside a significant cluster, by id and version.</param>
    /// <param name="scope">From which closing day to which.</param>
    /// <param name="capacity">Claims that can be reviewed; at least 0.</param>
    /// <param name="randomShare">Share of the queue drawn at random; 0–1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="dealerDiscount">By how much each further claim of a dealer counts less in the queue than the one before; 0–1.</param>
    public static ScoredClaims Score(
        IEnumerable<IReadOnlyList<ClaimFeatures>> features,
        SuspicionModel model,
        IReadOnlyDictionary<(string ClaimId, int Version), ClusterMembership> clusters,
        Scope scope,
        int capacity,
        double randomShare = 0.1,
        int seed = 1,
        double dealerDiscount = UsualDealerDiscount)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(scope);
        return new(features, model, clusters, scope, new ReviewQueue(capacity, randomShare, dealerDiscount, seed, ScoredClaims.ByTrees));
    }
}
