using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>From features to the insight table <c>suspicions</c>.</summary>
public static class Scoring
{
    /// <summary>So many of the highest scores, besides the queue, are explained by rules and trees; the rest by the rules' part.</summary>
    public const int Explained = 1000;

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
    /// <returns>Rows by rank.</returns>
    public static IReadOnlyList<Suspicion> Score(
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
        var open = features.Where(row => row.Claim.Finding is null && row.Claim.ClosedOn >= scope.Since && row.Claim.ClosedOn <= scope.AsOf).ToList();
        var memberships = open.ConvertAll(row => clusters.GetValueOrDefault((row.Claim.ClaimId, row.Claim.Version)));
        // What is known of defects now, not when the claim was decided.
        open = [.. open.Zip(memberships, (row, cluster) => row with { ClusterRatio = cluster?.Ratio ?? 1 })];
        var scores = model.Scores(open);
        var ranked = open
            .Select((row, i) => (Row: row, Cluster: memberships[i], Score: scores[i]))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Row.Claim.ClaimId, StringComparer.Ordinal)
            .ToList();
        var rows = ReviewQueue.Fill(
            [.. ranked.Select((one, i) => Unexplained(one.Row, one.Score, i + 1, one.Cluster?.ClusterId, model))], ranked.ConvertAll(one => one.Row.Claim.DealerCode),
            capacity, randomShare, dealerDiscount, seed);
        return Explain(rows, [.. ranked.Select(one => one.Row)], model);
    }

    private static Suspicion Unexplained(ClaimFeatures row, double score, long rank, string? clusterId, SuspicionModel model) => new(
        row.Claim.ClaimId, row.Claim.Version, score, rank, Math.Round((decimal)score * row.Claim.ApprovedAmount, 2, MidpointRounding.AwayFromZero),
        null, null, null, null, null, null, clusterId, "none", 0, model.Card.ModelId);

    private static IReadOnlyList<Suspicion> Explain(IReadOnlyList<Suspicion> rows, IReadOnlyList<ClaimFeatures> features, SuspicionModel model)
    {
        int[] looked = [.. Enumerable.Range(0, rows.Count).Where(i => i < Explained || rows[i].Queue != "none")];
        var contributions = model.Trees?.Contributions([.. looked.Select(i => features[i])], model.Weights.LeafClaims);
        var byRow = looked.Select((row, i) => (row, Contributions: contributions?[i])).ToDictionary(one => one.row, one => one.Contributions);
        return [.. rows.AsParallel().AsOrdered().Select((row, i) => With(row, SuspicionReason.Of(features[i], model, byRow.GetValueOrDefault(i))))];
    }

    private static Suspicion With(Suspicion row, IReadOnlyList<SuspicionReason> reasons)
    {
        SuspicionReason? At(int i) => i < reasons.Count ? reasons[i] : null;
        return row with
        {
            Reason1 = At(0)?.Text,
            Reason2 = At(1)?.Text,
            Reason3 = At(2)?.Text,
            Reason1Effect = At(0)?.Effect,
            Reason2Effect = At(1)?.Effect,
            Reason3Effect = At(2)?.Effect,
        };
    }
}
