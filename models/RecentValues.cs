namespace ClaimInsights.Models;

/// <summary>What the claims decided lately show, counted into the bins of the model's training while they are scored.</summary>
/// <param name="model">The model.</param>
/// <param name="asOf">Last day that is known.</param>
internal sealed class RecentValues(SuspicionModel model, DateOnly asOf)
{
    private readonly DateOnly since = ModelDrift.RecentSince(asOf);
    private readonly Tally? scores = model.Training.Scores is { } bins ? new(bins, null) : null;
    private readonly Tally?[] inputs = [.. model.Training.Inputs.Select(bins => Values.TryGetValue(bins.Name, out var value) ? new Tally(bins, value) : null)];

    private static readonly Dictionary<string, Func<ClaimFeatures, double?>> Values =
        FeatureTable.All.ToDictionary(feature => feature.Name, feature => feature.Value, StringComparer.Ordinal);

    /// <summary>Claims counted.</summary>
    public int Claims { get; private set; }

    /// <summary>Their scores by bin; none where the model was not trained.</summary>
    public IReadOnlyList<long> Scores => scores?.Counts ?? [];

    /// <summary>Of each input of the training the counts by bin; null: no feature of this program.</summary>
    public IReadOnlyList<IReadOnlyList<long>?> Inputs => Array.ConvertAll(inputs, input => input?.Counts);

    /// <summary>Counts those decided lately. A claim counts as it was when it was decided.</summary>
    public void Count(IReadOnlyList<ClaimFeatures> claims)
    {
        List<ClaimFeatures> recent = scores is null ? [] : [.. claims.Where(row => row.Claim.DecidedOn >= since && row.Claim.DecidedOn <= asOf)];
        if (recent.Count == 0)
        {
            return;
        }

        Claims += recent.Count;
        scores!.Add(model.Scores(recent).Select(score => (double?)score));
        foreach (var input in inputs.OfType<Tally>())
        {
            input.Add(recent.Select(input.Value!));
        }
    }

    private sealed class Tally(BinnedValues bins, Func<ClaimFeatures, double?>? value)
    {
        public Func<ClaimFeatures, double?>? Value => value;

        public long[] Counts { get; } = new long[bins.Edges.Count + 2];

        public void Add(IEnumerable<double?> values)
        {
            var more = bins.Count(values);
            for (var bin = 0; bin < Counts.Length; bin++)
            {
                Counts[bin] += more[bin];
            }
        }
    }
}
