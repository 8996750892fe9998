namespace ClaimInsights.Models.OwnTables;

/// <summary>How an input is split by the bins of a column of them.</summary>
/// <param name="Column">The column of bins.</param>
/// <param name="Level">The bin that it flags: all others lie left of it; null: bins have an order.</param>
/// <param name="Order">The bins from the lowest on; null: as they are.</param>
/// <param name="Thresholds">The input's value up to which rows go left, by the last bin of the order that does; of a flag the only one.</param>
internal sealed record InputBins(int Column, byte? Level, byte[]? Order, float[] Thresholds)
{
    /// <summary>Which bins go left where the order is cut after a place.</summary>
    public bool[] Left(int cut)
    {
        var left = new bool[BinnedInputs.MostBins];
        if (Level is { } level)
        {
            Array.Fill(left, true);
            left[level] = false;
            return left;
        }

        for (var place = 0; place <= cut; place++)
        {
            left[Order is null ? place : Order[place]] = true;
        }

        return left;
    }
}

/// <summary>
/// Training rows in at most 256 bins a column. A number is binned by quantiles, bin 0 is missing. The flags of a category, and its levels as a number, share one column of
/// levels: what excludes one another is summed once (Ke et al. 2017).
/// </summary>
internal sealed class BinnedInputs
{
    /// <summary>Bins of a column at most.</summary>
    public const int MostBins = 256;

    private const int MostEdges = 254, MostLevels = 250;
    private const int MostSampled = 100_000;

    private BinnedInputs(byte[][] bins, int[] counts, InputBins[] inputs, int rows) => (Bins, Counts, Inputs, Rows) = (bins, counts, inputs, rows);

    /// <summary>Column × row.</summary>
    public byte[][] Bins { get; }

    /// <summary>Bins of each column.</summary>
    public int[] Counts { get; }

    /// <summary>By input.</summary>
    public InputBins[] Inputs { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Bins the inputs of the rows that they were fitted on.</summary>
    public static BinnedInputs Of(OwnRows rows, OwnInputs inputs)
    {
        // What makes each column: an input of its own, or the levels of a table's column.
        var makers = new List<(int? Input, int Column)>();
        var ofLevels = new Dictionary<int, int>();
        var columnOf = new int[inputs.Inputs.Count];
        for (var i = 0; i < columnOf.Length; i++)
        {
            var column = inputs.Inputs[i].Column;
            if (!IsOfLevels(rows, inputs, i))
            {
                columnOf[i] = makers.Count;
                makers.Add((i, column));
            }
            else if (!ofLevels.TryGetValue(column, out columnOf[i]))
            {
                columnOf[i] = ofLevels[column] = makers.Count;
                makers.Add((null, column));
            }
        }

        var (bins, edges, counts) = (new byte[makers.Count][], new float[makers.Count][], new int[makers.Count]);
        Parallel.For(0, makers.Count, i =>
        {
            if (makers[i].Input is { } input)
            {
                var values = inputs.OfTraining(rows, input);
                edges[i] = EdgesOf(values);
                bins[i] = [.. values.Select(value => Bin(edges[i], value))];
                counts[i] = edges[i].Length + 2;
            }
            else
            {
                var levels = BinnedLevels(rows, makers[i].Column);
                bins[i] = [.. rows.Values[makers[i].Column].Select(value => LevelBin(value, levels))];
                counts[i] = levels + 1;
            }
        });
        return new(bins, counts, [.. inputs.Inputs.Select((one, i) => Splits(one, columnOf[i], makers[columnOf[i]].Input is null ? null : edges[columnOf[i]], rows))], rows.Count);
    }

    /// <summary>Levels with a bin of their own; where they are too many, those that have a flag.</summary>
    private static int BinnedLevels(OwnRows rows, int column) => rows.Columns[column].Levels!.Count is var levels && levels <= MostLevels ? levels : OwnInputs.MostFlags;

    private static bool IsOfLevels(OwnRows rows, OwnInputs inputs, int input) => inputs.Inputs[input] is { Level: not null }
        || (inputs.Inputs[input].Numbers is not null && !inputs.IsTaught(input) && rows.Columns[inputs.Inputs[input].Column].Levels!.Count <= MostLevels);

    private static InputBins Splits(OwnInput input, int column, float[]? edges, OwnRows rows)
    {
        if (edges is not null)
        {
            return new(column, null, null, [float.MinValue, .. edges]);
        }

        if (input.Level is { } level)
        {
            return new(column, (byte)level, null, [0.5f]);
        }

        // The last of the numbers is that of another level, as the last bin is.
        var levels = BinnedLevels(rows, input.Column);
        byte[] order = [.. Enumerable.Range(0, levels + 1).OrderBy(bin => input.Numbers![bin]).Select(bin => (byte)bin)];
        return new(column, null, order, [.. order.Take(levels).Select((bin, place) => Between(input.Numbers![bin], input.Numbers[order[place + 1]]))]);
    }

    private static byte LevelBin(float value, int levels) => (byte)(value >= 0 && value < levels ? (int)value : levels);

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
