using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;

namespace ClaimInsights.Models;

/// <summary>
/// Open claims that have been scored. However many they are, only what the queue and its reasons need is held; the rows wait in a file of the machine's
/// temporary folder until they are asked for.
/// </summary>
public sealed class ScoredClaims : IDisposable
{
    /// <summary>So many of the highest scores, besides the queue, are explained by rules and trees; the rest by the rules' part.</summary>
    public const int ByTrees = 1000;

    private readonly ScratchFolder folder = new("scores");
    private readonly SuspicionModel model;
    private readonly IReadOnlyDictionary<(string ClaimId, int Version), ClusterMembership> clusters;
    private readonly Scope scope;
    private readonly ReviewQueue queue;
    private readonly RecentValues recent;
    private readonly List<ClaimFeatures> reviewed = [];
    private readonly List<double> scores = [];
    private readonly IReadOnlyList<RatedClaim> held;
    private readonly double chance;

    /// <param name="features">Every claim scored or reviewed, a part at a time.</param>
    /// <param name="model">The model that scores.</param>
    /// <param name="clusters">Claims inside a significant cluster, by id and version.</param>
    /// <param name="scope">From which closing day to which.</param>
    /// <param name="queue">Empty.</param>
    internal ScoredClaims(
        IEnumerable<IReadOnlyList<ClaimFeatures>> features, SuspicionModel model, IReadOnlyDictionary<(string ClaimId, int Version), ClusterMembership> clusters, Scope scope,
        ReviewQueue queue)
    {
        (this.model, this.clusters, this.scope, this.queue, recent) = (model, clusters, scope, queue, new(model, scope.AsOf));
        try
        {
            Claims = InsightParquet.Write(RowsFile, features.Select(Rate).OneAhead().SelectMany(rows => rows));
        }
        catch
        {
            Dispose();
            throw;
        }

        scores.Sort();
        (held, chance) = queue.Fill();
        Queued = [.. held.Where(one => one.Row.IsQueued)];
    }

    /// <summary>Claims scored.</summary>
    public int Claims { get; }

    /// <summary>Queued claims with the sum that a review of them may bring back, the store's currency.</summary>
    public (int Claims, decimal ExpectedRecovery) Queue => (Queued.Count, Queued.Sum(one => one.Row.ExpectedRecovery));

    /// <summary>How far what the model sees, says and what reviews find has moved since its training.</summary>
    public IReadOnlyList<ModelDrift> Drift => ModelDrift.Of(recent, reviewed, model, scope.AsOf);

    /// <summary>The reviewed claims among the features.</summary>
    public IReadOnlyList<ClaimFeatures> Reviewed => reviewed;

    /// <summary>Queued claims by rank.</summary>
    internal IReadOnlyList<RatedClaim> Queued { get; }

    /// <summary>Scored claims by group.</summary>
    internal ScoredGroups Groups { get; } = new();

    private string RowsFile => folder.PathOf("rows.parquet");

    /// <summary>The score that a share of all scored claims lies above; 0 where none was scored.</summary>
    /// <param name="share">0–1, 1 exclusive.</param>
    internal double ScoreOf(double share) => scores.Count == 0 ? 0 : scores[^(1 + (int)(share * scores.Count))];

    /// <summary>Every claim with its score, reasons and place in the queue, by rank, read one at a time.</summary>
    public IEnumerable<Suspicion> ByRank()
    {
        var contributions = model.Trees?.Contributions([.. held.Select(one => one.Features)], model.Weights.LeafClaims);
        // Without trees the reasons stand in the row already.
        var explained = held.Select((one, i) => contributions is null ? one.Row : Explained(one.Row, one.Features, contributions[i])).ToDictionary(row => row.ClaimId, StringComparer.Ordinal);
        long rank = 0;
        foreach (var row in InsightParquet.Sorted<Suspicion>(RowsFile, (nameof(Suspicion.Score), true), (nameof(Suspicion.ClaimId), false)))
        {
            rank++;
            yield return explained.TryGetValue(row.ClaimId, out var own) ? own with { Rank = rank } : row with { Rank = rank, SelectionProbability = chance };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    /// <summary>Rates the open claims of a part, and takes note of what the others and all of them show.</summary>
    private Suspicion[] Rate(IReadOnlyList<ClaimFeatures> part)
    {
        reviewed.AddRange(part.Where(row => row.Claim.Finding is not null));
        recent.Count(part);
        var open = part.Where(row => row.Claim.Finding is null && row.Claim.ClosedOn >= scope.Since && row.Claim.ClosedOn <= scope.AsOf)
            .Select(row => (Row: row, Cluster: clusters.GetValueOrDefault((row.Claim.ClaimId, row.Claim.Version)))).ToList();
        var known = open.ConvertAll(one => AsKnownNow(one.Row, one.Cluster));
        var own = model.Scores(known);
        var rated = new RatedClaim[open.Count];
        Parallel.For(0, rated.Length, i =>
        {
            var (row, score) = (known[i], own[i]);
            var recovery = Math.Round((decimal)score * row.Claim.ApprovedAmount, 2, MidpointRounding.AwayFromZero);
            var plain = new Suspicion(
                row.Claim.ClaimId, row.Claim.Version, score, 0, recovery, null, null, null, null, null, null, open[i].Cluster?.ClusterId, "none", 0, model.Card.ModelId);
            rated[i] = new(Explained(plain, row, null), row, queue.TicketOf(row));
        });
        scores.AddRange(own);
        known.ForEach(row => Groups.Add(row.Claim));
        queue.Offer(rated);
        return Array.ConvertAll(rated, one => one.Row);
    }

    /// <summary>What is known of defects now, not when the claim was decided.</summary>
    private static ClaimFeatures AsKnownNow(ClaimFeatures row, ClusterMembership? cluster) => (cluster?.Ratio ?? 1) is var ratio && ratio == row.ClusterRatio ? row : row with { ClusterRatio = ratio };

    /// <summary>The row with its reasons.</summary>
    private Suspicion Explained(Suspicion row, ClaimFeatures features, double[]? contributions)
    {
        var reasons = SuspicionReason.Of(features, model, contributions);
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
