namespace ClaimInsights.Models.OwnTables;

/// <summary>Inputs of training rows in at most 255 bins each, by quantiles; bin 0 is missing.</summary>
internal sealed class BinnedInputs
{
    private const int MostEdges = 254;
    private const int MostSampled = 100_000;

    private BinnedInputs(byte[][] bins, float[][] edges, int rows)
    {
        Bins = bins;
        Edges = edges;
        Rows = rows;
    }

    /// <summary>Input × row.</summary>
    public byte[][] Bins { get; }

    /// <summary>Upper edges of the bins from 1 on, inclusive; the last bin has none.</summary>
    public float[][] Edges { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Bins the inputs of the rows that they were fitted on.</summary>
    public static BinnedInputs Of(OwnRows rows, OwnInputs inputs)
    {
        var count = inputs.Inputs.Count;
        byte[][] bins = new byte[count][];
        float[][] edges = new float[count][];
        Parallel.For(0, count, input =>
        {
            var values = inputs.OfTraining(rows, input);
            edges[input] = EdgesOf(values);
            bins[input] = [.. values.Select(value => Bin(edges[input], value))];
        });
        return new(bins, edges, rows.Count);
    }

    private static byte Bin(float[] edges, float value)
    {
        if (float.IsNaN(value))
        {
            return 0;
        }

        var (low, high) = (0, edges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = value <= edges[middle] ? (low, middle) : (middle + 1, high);
        }

        return (byte)(low + 1);
    }

    private static float[] EdgesOf(float[] values)
    {
        var step = Math.Max(1, values.Length / MostSampled);
        float[] known = [.. Enumerable.Range(0, (values.Length + step - 1) / step).Select(i => values[i * step]).Where(value => !float.IsNaN(value))];
        Array.Sort(known);
        float[] distinct = [.. known.Distinct()];
        if (distinct.Length <= MostEdges)
        {
            return [.. distinct.Skip(1).Select((value, i) => Between(distinct[i], value))];
        }

        var edges = new List<float>();
        for (var i = 1; i <= MostEdges; i++)
        {
            var place = (int)((long)known.Length * i / (MostEdges + 1));
            if (known[place - 1] < known[place] && Between(known[place - 1], known[place]) is var edge && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
            else if (edges.Count == 0 || known[place] > edges[^1])
            {
                edges.Add(known[place]);
            }
        }

        return [.. edges];
    }

    // Half way, yet never the upper value itself, which belongs to the right.
    private static float Between(float low, float high) => (low + ((high - low) / 2)) is var middle && middle < high && float.IsFinite(middle) ? middle : low;
}
