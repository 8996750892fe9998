using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>From features to the insight table <c>suspicions</c>.</summary>
public static class Scoring
{
    /// <summary>By how much each further claim of a dealer counts less in the queue than the one before, where nothing else is said.</summary>
    public const double UsualDealerDiscount = 0.1;

    /// <summary>Scores every current claim closed within the scope whose current version has no verdict.</summary>
    /// <param name="features">Every claim scored or reviewed; their order does not matter.</param>
    /// <param name="model">A trained model, or <see cref="SuspicionModel.WrittenRules"/>.</param>
    /// <param name="clusters">Claims inside a significant cluster, by id and version.</param>
    /// <param name="scope">From which closing day to which.</param>
    /// <param name="capacity">Claims that can be reviewed; at least 0.</param>
    /// <param name="randomShare">Share of the queue drawn at random; 0–1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="dealerDiscount">By how much each further claim of a dealer counts less in the queue than the one before; 0–1.</param>
    public static ScoredClaims Score(
        IReadOnlyList<ClaimFeatures> features,
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
        var open = features.Where(row => row.Claim.Finding is null && row.Claim.ClosedOn >= scope.Since && row.Claim.ClosedOn <= scope.AsOf)
            .Select(row => (Row: row, Cluster: clusters.GetValueOrDefault((row.Claim.ClaimId, row.Claim.Version)))).ToList();
        var known = open.ConvertAll(one => AsKnownNow(one.Row, one.Cluster));
        var scores = model.Scores(known);
        var ranked = known
            .Select((row, i) => (Row: row, open[i].Cluster, Score: scores[i]))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Row.Claim.ClaimId, StringComparer.Ordinal)
            .ToList();
        var candidates = ranked.ConvertAll(one => new QueueCandidate(one.Row.Claim.ClaimId, one.Row.Claim.Version, one.Row.Claim.DealerCode, Recovery(one.Row, one.Score)));
        var places = ReviewQueue.Fill(candidates, capacity, randomShare, dealerDiscount, seed);
        return new(
            [.. ranked.Select((one, i) => new Suspicion(
                one.Row.Claim.ClaimId, one.Row.Claim.Version, one.Score, i + 1, candidates[i].ExpectedRecovery, null, null, null, null, null, null,
                one.Cluster?.ClusterId, places[i].Queue, places[i].SelectionProbability, model.Card.ModelId))],
            ranked.ConvertAll(one => one.Row), model);
    }

    /// <summary>What is known of defects now, not when the claim was decided.</summary>
    private static ClaimFeatures AsKnownNow(ClaimFeatures row, ClusterMembership? cluster) => (cluster?.Ratio ?? 1) is var ratio && ratio == row.ClusterRatio ? row : row with { ClusterRatio = ratio };

    private static decimal Recovery(ClaimFeatures row, double score) => Math.Round((decimal)score * row.Claim.ApprovedAmount, 2, MidpointRounding.AwayFromZero);
}
