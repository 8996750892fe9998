namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Scored items, highest first, items of equal score as one group: a ranking metric must not depend on how ties happen
/// to be ordered. Where a cut falls inside a group, each of its items counts with the same fraction.
/// </summary>
internal sealed class RankedItems
{
    private RankedItems(IReadOnlyList<Group> groups, int count) => (Groups, Count) = (groups, count);

    /// <summary>Items of one score.</summary>
    /// <param name="Score">Their score.</param>
    /// <param name="Count">How many they are.</param>
    /// <param name="Weight">Their weights, added.</param>
    /// <param name="Positive">The weights of the relevant ones among them, added.</param>
    public readonly record struct Group(double Score, int Count, double Weight, double Positive)
    {
        public Group Part(int items) => new(Score, items, Weight * items / Count, Positive * items / Count);
    }

    public IReadOnlyList<Group> Groups { get; }

    public int Count { get; }

    public double Weight => Groups.Sum(group => group.Weight);

    public double Positive => Groups.Sum(group => group.Positive);

    public static RankedItems Of(IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights)
    {
        Require.SameLength(scores.Count, relevant.Count, nameof(relevant));
        Require.SameLength(scores.Count, weights?.Count ?? scores.Count, nameof(weights));
        var order = Enumerable.Range(0, scores.Count).ToArray();
        double Weight(int i) => weights?[i] ?? 1;
        foreach (var i in order)
        {
            if (double.IsNaN(scores[i]))
            {
                throw new ArgumentException($"Score {i} is not a number: it has no place in a ranking.", nameof(scores));
            }

            Require.NotNegative(Weight(i), nameof(weights));
        }

        Array.Sort(order, (left, right) =>
            scores[left] != scores[right] ? scores[right].CompareTo(scores[left]) : Weight(left).CompareTo(Weight(right)));
        var groups = new List<Group>();
        foreach (var i in order)
        {
            var item = new Group(scores[i], 1, Weight(i), relevant[i] ? Weight(i) : 0);
            if (groups.Count > 0 && groups[^1].Score == item.Score)
            {
                var same = groups[^1];
                groups[^1] = new(same.Score, same.Count + 1, same.Weight + item.Weight, same.Positive + item.Positive);
            }
            else
            {
                groups.Add(item);
            }
        }

        return new(groups, order.Length);
    }

    /// <summary>The groups of the first items, the last one cut to fit.</summary>
    public IEnumerable<Group> Top(int items) => Slice(0, items);

    /// <summary>Groups from item <paramref name="start"/> up to item <paramref name="end"/>, exclusive, cut to fit at both ends.</summary>
    public IEnumerable<Group> Slice(int start, int end)
    {
        var first = 0;
        foreach (var group in Groups)
        {
            var taken = Math.Min(end, first + group.Count) - Math.Max(start, first);
            if (taken > 0)
            {
                yield return group.Part(taken);
            }

            first += group.Count;
        }
    }
}
