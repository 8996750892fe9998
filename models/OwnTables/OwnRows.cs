namespace ClaimInsights.Models.OwnTables;

/// <summary>The rows of a table, column by column. A category is the index of its level, −1 another one; NaN is missing.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Values">Column × row.</param>
/// <param name="Labels">Whether each row is positive.</param>
/// <param name="Times">When each row became known, in the unit of its column: only the order counts.</param>
/// <param name="Weights">What each row weighs, at least 0.</param>
internal sealed record OwnRows(
    IReadOnlyList<OwnColumn> Columns, IReadOnlyList<float[]> Values, bool[] Labels, double[] Times, float[] Weights)
{
    /// <summary>Number of rows.</summary>
    public int Count => Labels.Length;

    /// <summary>Positive rows.</summary>
    public int Positives => Labels.Count(label => label);

    /// <summary>
    /// The same rows by time, and within a time by their content: whatever order the file had, the training sees one order.
    /// Rows that are equal in everything may change places, which changes nothing.
    /// </summary>
    public OwnRows InOrder()
    {
        var digests = new ulong[Count];
        for (var row = 0; row < Count; row++)
        {
            digests[row] = Digest(row);
        }

        int[] order = [.. Enumerable.Range(0, Count).OrderBy(row => Times[row]).ThenBy(row => digests[row])];
        return At(order);
    }

    /// <summary>Every so-manieth row, the first among them.</summary>
    public int[] Every(int step) => [.. Enumerable.Range(0, (Count + step - 1) / step).Select(i => i * step)];

    /// <summary>Some of the rows, in the order given.</summary>
    public OwnRows At(int[] rows) => new(
        Columns, [.. Values.Select(column => Pick(column, rows))], Pick(Labels, rows), Pick(Times, rows), Pick(Weights, rows));

    /// <summary>A stretch of the rows.</summary>
    public OwnRows Slice(int from, int to) => new(
        Columns, [.. Values.Select(column => column[from..to])], Labels[from..to], Times[from..to], Weights[from..to]);

    private static T[] Pick<T>(T[] column, int[] rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            picked[i] = column[rows[i]];
        }

        return picked;
    }

    private ulong Digest(int row)
    {
        var digest = Mix(BitConverter.SingleToUInt32Bits(Weights[row]) + (Labels[row] ? 1UL << 40 : 0));
        foreach (var column in Values)
        {
            var value = column[row];
            digest = Mix(digest ^ (float.IsNaN(value) ? 1UL << 41 : BitConverter.SingleToUInt32Bits(value)));
        }

        return digest;
    }

    // SplitMix64's step (Steele, Lea & Flood 2014): every bit of the input moves half the bits of the output.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
