namespace ClaimInsights.Models;

/// <summary>Scored claims by rank, and why each is suspicious.</summary>
public sealed class ScoredClaims
{
    /// <summary>So many of the highest scores, besides the queue, are explained by rules and trees; the rest by the rules' part.</summary>
    public const int ByTrees = 1000;

    /// <summary>Claims that are explained side by side.</summary>
    private const int Together = 4096;

    private readonly IReadOnlyList<ClaimFeatures> features;
    private readonly SuspicionModel model;

    /// <param name="rows">By rank, without reasons.</param>
    /// <param name="features">Of each.</param>
    /// <param name="model">The model that scored.</param>
    internal ScoredClaims(IReadOnlyList<Suspicion> rows, IReadOnlyList<ClaimFeatures> features, SuspicionModel model) => (Rows, this.features, this.model) = (rows, features, model);

    /// <summary>The features of a row, with what is known of defects now.</summary>
    internal ClaimFeatures FeaturesOf(int row) => features[row];

    /// <summary>Every claim with its score and place in the queue, by rank, without reasons.</summary>
    public IReadOnlyList<Suspicion> Rows { get; }

    /// <summary>The same rows with their reasons, made while they are read: those of all claims would take more room than their features.</summary>
    public IEnumerable<Suspicion> Explained()
    {
        int[] looked = [.. Enumerable.Range(0, Rows.Count).Where(i => i < ByTrees || Rows[i].Queue != "none")];
        var contributions = model.Trees?.Contributions([.. looked.Select(i => features[i])], model.Weights.LeafClaims);
        var byRow = looked.Select((row, i) => (row, Contributions: contributions?[i])).ToDictionary(one => one.row, one => one.Contributions);
        for (var from = 0; from < Rows.Count; from += Together)
        {
            var some = new Suspicion[Math.Min(Together, Rows.Count - from)];
            var first = from;
            Parallel.For(0, some.Length, i => some[i] = With(Rows[first + i], SuspicionReason.Of(features[first + i], model, byRow.GetValueOrDefault(first + i))));
            foreach (var row in some)
            {
                yield return row;
            }
        }
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
