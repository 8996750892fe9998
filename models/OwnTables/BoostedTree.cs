namespace ClaimInsights.Models.OwnTables;

/// <summary>One tree as flat lists: small to keep, quick to walk, the same on every machine.</summary>
/// <param name="Input">Of each split, the input that it looks at.</param>
/// <param name="Threshold">Of each split: at most this, and what is missing, goes left.</param>
/// <param name="Left">Next split, or the complement of a leaf.</param>
/// <param name="Right">Next split, or the complement of a leaf.</param>
/// <param name="Leaf">What each leaf adds.</param>
/// <param name="Mean">Mean of the leaves below each split, by training rows: what the reasons measure a path against.</param>
public sealed record BoostedTree(
    IReadOnlyList<int> Input, IReadOnlyList<float> Threshold, IReadOnlyList<int> Left, IReadOnlyList<int> Right,
    IReadOnlyList<double> Leaf, IReadOnlyList<double> Mean)
{
    private readonly int[] input = [.. Input], left = [.. Left], right = [.. Right];
    private readonly float[] threshold = [.. Threshold];
    private readonly double[] leaf = [.. Leaf];

    internal double Value(ReadOnlySpan<float> row) => leaf[LeafOf(row)];

    /// <summary>On the way to the leaf, each split's change of the mean belongs to the split's input (Saabas 2014).</summary>
    internal void AddContributions(ReadOnlySpan<float> row, Span<double> added)
    {
        var node = input.Length == 0 ? ~0 : 0;
        while (node >= 0)
        {
            var next = Next(node, row);
            added[input[node]] += (next < 0 ? leaf[~next] : Mean[next]) - Mean[node];
            node = next;
        }
    }

    private int LeafOf(ReadOnlySpan<float> row)
    {
        var node = input.Length == 0 ? ~0 : 0;
        while (node >= 0)
        {
            node = Next(node, row);
        }

        return ~node;
    }

    private int Next(int node, ReadOnlySpan<float> row)
    {
        var value = row[input[node]];
        // A missing value lies left of everything known, so that a split can set it apart.
        return !(value > threshold[node]) ? left[node] : right[node];
    }
}
