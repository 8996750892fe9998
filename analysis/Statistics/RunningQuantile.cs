namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// A quantile of values that come one after the other, at any moment what <see cref="Robust.Quantile"/> says of all so far: two heaps that meet
/// at it, so that each further value costs the logarithm of their number.
/// </summary>
public sealed class RunningQuantile
{
    private readonly double probability;
    private readonly PriorityQueue<double, double> below = new(), above = new();

    /// <param name="probability">Which quantile; 0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside 0…1.</exception>
    public RunningQuantile(double probability)
    {
        Require.Unit(probability);
        this.probability = probability;
    }

    /// <summary>Values so far.</summary>
    public int Count => below.Count + above.Count;

    /// <summary>The quantile of the values so far; null: there is none.</summary>
    public double? Value
    {
        get
        {
            if (Count == 0)
            {
                return null;
            }

            var position = (Count - 1) * probability;
            var low = below.Peek();
            return above.Count == 0 ? low : low + ((position - (int)position) * (above.Peek() - low));
        }
    }

    /// <summary>Takes in a further value, not NaN.</summary>
    public void Add(double value)
    {
        if (below.Count > 0 && value < below.Peek())
        {
            below.Enqueue(value, -value);
        }
        else
        {
            above.Enqueue(value, value);
        }

        var wanted = (int)((Count - 1) * probability) + 1;
        while (below.Count < wanted)
        {
            var least = above.Dequeue();
            below.Enqueue(least, -least);
        }

        while (below.Count > wanted)
        {
            var most = below.Dequeue();
            above.Enqueue(most, most);
        }
    }
}
