using System.Runtime.Intrinsics;

namespace ClaimInsights.Models.OwnTables;

/// <summary>
/// Grows boosted trees for a logistic loss: second-order gain (Chen &amp; Guestrin 2016) over histograms of binned inputs, the leaf of
/// most gain first (Ke et al. 2017). Where positives are rare this finds them better than splits by variance do. Every sum runs in
/// the order of the rows, one thread an input, so that the trees do not depend on the number of threads.
/// </summary>
internal sealed class TreeGrower
{
    /// <summary>Ridge on the leaves.</summary>
    private const double Ridge = 1;

    private const double FewestCurvature = 1e-3;

    private readonly BinnedInputs inputs;
    private readonly TreeSettings settings;
    private readonly bool[] labels;
    private readonly float[] weights;
    private readonly int[] bag;
    private readonly double[] margins;
    private readonly float[] slopes;
    private readonly float[] curvatures;
    private readonly int[] order;
    private readonly int[] spare;
    private readonly Histograms histograms;
    private readonly Random random;
    private readonly ParallelOptions threads;

    private TreeGrower(BinnedInputs inputs, OwnRows rows, int[] bag, TreeSettings settings, int seed)
    {
        this.inputs = inputs;
        this.settings = settings;
        this.bag = bag;
        (labels, weights) = (rows.Labels, rows.Weights);
        double positive = 0.5, all = 1;
        foreach (var row in bag)
        {
            positive += labels[row] ? weights[row] : 0;
            all += weights[row];
        }

        margins = new double[rows.Count];
        Array.Fill(margins, Math.Log(positive / (all - positive)));
        (slopes, curvatures) = (new float[rows.Count], new float[rows.Count]);
        (order, spare) = (new int[bag.Length], new int[bag.Length]);
        random = new Random(seed);
        // Threads cost more than they bring on a small table.
        threads = new() { MaxDegreeOfParallelism = (long)bag.Length * inputs.Bins.Length < 4_000_000 ? 1 : Environment.ProcessorCount };
        histograms = new Histograms(inputs, bag.Length, threads);
    }

    /// <summary>The trees of one bag of rows.</summary>
    public static IReadOnlyList<BoostedTree> Grow(BinnedInputs inputs, OwnRows rows, int[] bag, TreeSettings settings, int seed)
    {
        var grower = new TreeGrower(inputs, rows, bag, settings, seed);
        return [.. Enumerable.Range(0, settings.Trees).Select(_ => grower.Next())];
    }

    private BoostedTree Next()
    {
        Derive();
        bag.CopyTo(order, 0);
        int[] tried = [.. Enumerable.Range(0, inputs.Inputs.Length).Where(_ => random.NextDouble() < settings.InputShare)];
        int[] columns = [.. tried.Select(input => inputs.Inputs[input].Column).Distinct()];
        var tree = new GrowingTree();
        var leaves = new List<Leaf> { Look(new Leaf(0, bag.Length, -1, false), tried, histograms.Sum(order, slopes, curvatures, columns)) };
        while (leaves.Count < settings.Leaves && leaves.Where(leaf => leaf.Split is not null).MaxBy(leaf => leaf.Split!.Gain) is { } best)
        {
            leaves.Remove(best);
            var split = best.Split!;
            var middle = Partition(best, split);
            var node = tree.Add(split.Input, inputs.Inputs[split.Input].Thresholds[split.Cut], best.Parent, best.IsRight);
            Leaf left = new(best.From, middle, node, false), right = new(middle, best.To, node, true);
            var (small, large) = left.Rows <= right.Rows ? (left, right) : (right, left);
            if (leaves.Count + 2 >= settings.Leaves || large.Rows < 2 * settings.FewestRows)
            {
                // Neither will be split.
                histograms.Return(best.Sums!);
                leaves.AddRange([small, large]);
                continue;
            }

            // The larger child's sums are the parent's less the smaller child's.
            leaves.Add(Look(small, tried, histograms.Sum(order.AsMemory(small.From, small.Rows), slopes, curvatures, columns)));
            leaves.Add(Look(large, tried, histograms.Less(best.Sums!, small.Sums!, columns)));
        }

        foreach (var leaf in leaves)
        {
            if (leaf.Sums is { } sums)
            {
                histograms.Return(sums);
            }

            double slope = 0, curvature = 0;
            for (var i = leaf.From; i < leaf.To; i++)
            {
                slope += slopes[order[i]];
                curvature += curvatures[order[i]];
            }

            var value = -settings.LearningRate * slope / (curvature + Ridge);
            tree.Close(leaf.Parent, leaf.IsRight, value, leaf.Rows);
            for (var i = leaf.From; i < leaf.To; i++)
            {
                margins[order[i]] += value;
            }
        }

        return tree.Whole();
    }

    private void Derive() => Parallel.For(0, (bag.Length + 65535) / 65536, threads, chunk =>
    {
        for (var i = chunk * 65536; i < Math.Min(bag.Length, (chunk + 1) * 65536); i++)
        {
            var row = bag[i];
            var p = PriorLogistic.Logistic(margins[row]);
            slopes[row] = (float)(weights[row] * (p - (labels[row] ? 1 : 0)));
            curvatures[row] = (float)(weights[row] * p * (1 - p));
        }
    });

    private Leaf Look(Leaf leaf, int[] tried, Vector256<double>[][] sums)
    {
        leaf.Sums = sums;
        if (leaf.Rows >= 2 * settings.FewestRows)
        {
            var splits = new Split?[tried.Length];
            Parallel.For(0, tried.Length, threads, i => splits[i] = Best(sums[inputs.Inputs[tried[i]].Column], tried[i]));
            leaf.Split = splits.OfType<Split>().MaxBy(split => split.Gain);
        }

        return leaf;
    }

    private Split? Best(Vector256<double>[] sums, int input)
    {
        var (bins, count) = (inputs.Inputs[input], inputs.Counts[inputs.Inputs[input].Column]);
        var all = Vector256<double>.Zero;
        for (var bin = 0; bin < count; bin++)
        {
            all += sums[bin];
        }

        var whole = all[0] * all[0] / (all[1] + Ridge);
        if (bins.Level is { } level)
        {
            return Gain(all - sums[level], all, whole) is { } gain && gain > 1e-9 ? new(input, 0, gain) : null;
        }

        Split? best = null;
        var left = Vector256<double>.Zero;
        for (var place = 0; place + 1 < count; place++)
        {
            left += sums[bins.Order is { } sorted ? sorted[place] : place];
            if (all[2] - left[2] < settings.FewestRows)
            {
                break;
            }

            if (Gain(left, all, whole) is { } gain && gain > 1e-9 && (best is null || gain > best.Gain))
            {
                best = new(input, place, gain);
            }
        }

        return best;
    }

    /// <summary>What a split gains; null: a side is too small.</summary>
    private double? Gain(Vector256<double> left, Vector256<double> all, double whole)
    {
        var right = all - left;
        return left[2] < settings.FewestRows || right[2] < settings.FewestRows || left[1] < FewestCurvature || right[1] < FewestCurvature ? null
            : (left[0] * left[0] / (left[1] + Ridge)) + (right[0] * right[0] / (right[1] + Ridge)) - whole;
    }

    /// <summary>Moves the rows of a leaf to the sides of a split, each side in its old order; where the right side begins.</summary>
    private int Partition(Leaf leaf, Split split)
    {
        var (bins, isLeft) = (inputs.Bins[inputs.Inputs[split.Input].Column], inputs.Inputs[split.Input].Left(split.Cut));
        int left = leaf.From, right = 0;
        for (var i = leaf.From; i < leaf.To; i++)
        {
            if (isLeft[bins[order[i]]])
            {
                order[left++] = order[i];
            }
            else
            {
                spare[right++] = order[i];
            }
        }

        spare.AsSpan(0, right).CopyTo(order.AsSpan(left));
        return left;
    }

    private sealed record Split(int Input, int Cut, double Gain);

    private sealed record Leaf(int From, int To, int Parent, bool IsRight)
    {
        public int Rows => To - From;

        public Vector256<double>[][]? Sums { get; set; }

        public Split? Split { get; set; }
    }
}
