using System.Runtime.Intrinsics;

namespace ClaimInsights.Models.OwnTables;

/// <summary>
/// Slope, curvature and rows of every bin, summed over the rows of a leaf: one vector addition a row and column. Each column is summed by one thread in the order
/// of the rows, so that sums do not depend on the number of threads; a block of rows stays in the cache while all columns pass over it.
/// </summary>
internal sealed class Histograms
{
    private const int Block = 4096;

    private readonly BinnedInputs inputs;
    private readonly ParallelOptions threads;
    private readonly Vector256<double>[] rows;
    private readonly Stack<Vector256<double>[][]> free = [];

    /// <param name="inputs">The bins.</param>
    /// <param name="most">Rows of a leaf at most.</param>
    /// <param name="threads">How many work.</param>
    public Histograms(BinnedInputs inputs, int most, ParallelOptions threads) =>
        (this.inputs, this.threads, rows) = (inputs, threads, new Vector256<double>[most]);

    /// <param name="order">The leaf's rows.</param>
    /// <param name="slopes">By row.</param>
    /// <param name="curvatures">By row.</param>
    /// <param name="columns">Which columns of bins are summed; the others' sums hold nothing of use.</param>
    /// <returns>By column and bin: slope, curvature, rows, 0. Give it back with <see cref="Return"/>.</returns>
    public Vector256<double>[][] Sum(ReadOnlyMemory<int> order, float[] slopes, float[] curvatures, IReadOnlyList<int> columns)
    {
        var sums = Rent(columns);
        var count = order.Length;
        Parallel.For(0, (count + 65535) / 65536, threads, chunk =>
        {
            var leaf = order.Span;
            for (var i = chunk * 65536; i < Math.Min(count, (chunk + 1) * 65536); i++)
            {
                rows[i] = Vector256.Create(slopes[leaf[i]], curvatures[leaf[i]], 1.0, 0.0);
            }
        });
        var shares = Math.Max(1, Math.Min(threads.MaxDegreeOfParallelism, columns.Count));
        Parallel.For(0, shares, threads, share =>
        {
            var leaf = order.Span;
            for (var from = 0; from < count; from += Block)
            {
                var places = leaf.Slice(from, Math.Min(Block, count - from));
                var values = rows.AsSpan(from, places.Length);
                for (var i = share; i < columns.Count; i += shares)
                {
                    var (bins, sum) = (inputs.Bins[columns[i]], sums[columns[i]]);
                    for (var k = 0; k < places.Length; k++)
                    {
                        sum[bins[places[k]]] += values[k];
                    }
                }
            }
        });
        return sums;
    }

    /// <summary>The parent's sums less one child's are the other child's: they take the parent's place.</summary>
    public Vector256<double>[][] Less(Vector256<double>[][] parent, Vector256<double>[][] child, IReadOnlyList<int> columns)
    {
        foreach (var column in columns)
        {
            var (sum, less) = (parent[column], child[column]);
            for (var bin = 0; bin < inputs.Counts[column]; bin++)
            {
                sum[bin] -= less[bin];
            }
        }

        return parent;
    }

    public void Return(Vector256<double>[][] sums) => free.Push(sums);

    private Vector256<double>[][] Rent(IReadOnlyList<int> columns)
    {
        if (!free.TryPop(out var sums))
        {
            return [.. inputs.Counts.Select(_ => new Vector256<double>[BinnedInputs.MostBins])];
        }

        foreach (var column in columns)
        {
            Array.Clear(sums[column]);
        }

        return sums;
    }
}
