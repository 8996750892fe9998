namespace ClaimInsights.Models.OwnTables;

/// <summary>
/// Boosted trees, several bags of them: each bag sees most of the rows and other inputs at each tree, and the mean of the bags
/// errs less than one. The same rows and seed give the same trees, on any number of threads.
/// </summary>
internal static class BoostedTrees
{
    private const double BagShare = 0.75;

    /// <summary>Grows bags of trees.</summary>
    /// <param name="rows">Rows by time.</param>
    /// <param name="inputs">Fitted on these rows.</param>
    /// <param name="settings">How.</param>
    /// <param name="bags">At least 1; a single bag sees every row.</param>
    /// <param name="seed">Seed of bags and inputs.</param>
    public static IReadOnlyList<IReadOnlyList<BoostedTree>> Grow(OwnRows rows, OwnInputs inputs, TreeSettings settings, int bags, int seed)
    {
        var binned = BinnedInputs.Of(rows, inputs);
        return [.. Enumerable.Range(0, bags).AsParallel().AsOrdered().Select(bag => TreeGrower.Grow(binned, rows, Rows(rows.Count, bags, bag, seed), settings, unchecked((seed * 1009) + bag)))];
    }

    /// <summary>Mean margin over the bags after each of some numbers of trees; the last list is that of all.</summary>
    public static double[][] Margins(IReadOnlyList<IReadOnlyList<BoostedTree>> bags, IReadOnlyList<OwnInput> inputs, OwnRows rows, IReadOnlyList<int> after)
    {
        double[][] margins = [.. after.Select(_ => new double[rows.Count])];
        Parallel.For(0, (rows.Count + 999) / 1000, chunk =>
        {
            var one = new float[inputs.Count];
            for (var row = chunk * 1000; row < Math.Min(rows.Count, (chunk + 1) * 1000); row++)
            {
                OwnInputs.Of(inputs, rows.Values, row, one);
                foreach (var trees in bags)
                {
                    double sum = 0;
                    var stage = 0;
                    for (var tree = 0; tree < trees.Count && stage < after.Count; tree++)
                    {
                        sum += trees[tree].Value(one);
                        if (tree + 1 == after[stage])
                        {
                            margins[stage++][row] += sum / bags.Count;
                        }
                    }

                    for (; stage < after.Count; stage++)
                    {
                        margins[stage][row] += sum / bags.Count;
                    }
                }
            }
        });
        return margins;
    }

    private static int[] Rows(int count, int bags, int bag, int seed)
    {
        if (bags == 1)
        {
            return [.. Enumerable.Range(0, count)];
        }

        var random = new Random(unchecked((seed * 7919) + bag));
        return [.. Enumerable.Range(0, count).Where(_ => random.NextDouble() < BagShare)];
    }
}
