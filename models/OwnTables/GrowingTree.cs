namespace ClaimInsights.Models.OwnTables;

/// <summary>A tree on its way to a <see cref="BoostedTree"/>.</summary>
internal sealed class GrowingTree
{
    private readonly List<int> input = [], left = [], right = [], rows = [];
    private readonly List<float> threshold = [];
    private readonly List<double> leaf = [];

    /// <summary>Adds a split below another one; −1: the first.</summary>
    public int Add(int splitInput, float at, int parent, bool isRight)
    {
        input.Add(splitInput);
        threshold.Add(at);
        left.Add(0);
        right.Add(0);
        Hang(parent, isRight, input.Count - 1);
        return input.Count - 1;
    }

    /// <summary>Closes a branch with a leaf.</summary>
    public void Close(int parent, bool isRight, double value, int leafRows)
    {
        leaf.Add(value);
        rows.Add(leafRows);
        Hang(parent, isRight, ~(leaf.Count - 1));
    }

    /// <summary>The tree, each split with the mean of what lies below it.</summary>
    public BoostedTree Whole()
    {
        var means = new double[input.Count];
        (double Sum, double Rows) Below(int node)
        {
            if (node < 0)
            {
                return (leaf[~node] * rows[~node], rows[~node]);
            }

            var (a, b) = (Below(left[node]), Below(right[node]));
            means[node] = (a.Sum + b.Sum) / (a.Rows + b.Rows);
            return (a.Sum + b.Sum, a.Rows + b.Rows);
        }

        if (input.Count > 0)
        {
            _ = Below(0);
        }

        return new(input, threshold, left, right, leaf, means);
    }

    private void Hang(int parent, bool isRight, int child)
    {
        if (parent >= 0)
        {
            (isRight ? right : left)[parent] = child;
        }
    }
}
