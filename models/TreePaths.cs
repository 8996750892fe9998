using Microsoft.ML.Trainers.FastTree;

namespace ClaimInsights.Models;

/// <summary>
/// What each input adds to a sum of trees: on the way from root to leaf, the change of the mean margin of the training claims
/// at each split belongs to the split's input (Saabas 2014). Added up over inputs it is the margin less the mean margin, which
/// ML.NET's own contributions are not.
/// </summary>
internal static class TreePaths
{
    /// <summary>Training claims in each leaf, tree by tree.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> LeafClaims(RegressionTreeEnsemble ensemble, IReadOnlyList<float[]> rows) =>
    [
        .. ensemble.Trees.Select(tree =>
        {
            var claims = new int[tree.LeafValues.Count];
            foreach (var row in rows)
            {
                var node = 0;
                while (node >= 0)
                {
                    node = Child(tree, node, row);
                }

                claims[~node]++;
            }

            return claims;
        }),
    ];

    /// <summary>What each input adds to the margin of a row.</summary>
    public static double[] Contributions(RegressionTreeEnsemble ensemble, IReadOnlyList<IReadOnlyList<int>> leafClaims, float[] row)
    {
        var added = new double[row.Length];
        for (var i = 0; i < ensemble.Trees.Count; i++)
        {
            var tree = ensemble.Trees[i];
            var node = 0;
            var mean = Mean(tree, leafClaims[i], node);
            while (node >= 0)
            {
                var next = Child(tree, node, row);
                var nextMean = Mean(tree, leafClaims[i], next);
                added[tree.NumericalSplitFeatureIndexes[node]] += ensemble.TreeWeights[i] * (nextMean.Value - mean.Value);
                (node, mean) = (next, nextMean);
            }
        }

        return added;
    }

    /// <summary>The next node: a split, or the complement of a leaf.</summary>
    private static int Child(RegressionTreeBase tree, int node, float[] row) =>
        row[tree.NumericalSplitFeatureIndexes[node]] <= tree.NumericalSplitThresholds[node] ? tree.LeftChild[node] : tree.RightChild[node];

    private static (double Value, int Claims) Mean(RegressionTreeBase tree, IReadOnlyList<int> leafClaims, int node)
    {
        if (node < 0)
        {
            return (tree.LeafValues[~node], leafClaims[~node]);
        }

        var (left, right) = (Mean(tree, leafClaims, tree.LeftChild[node]), Mean(tree, leafClaims, tree.RightChild[node]));
        var claims = left.Claims + right.Claims;
        return claims == 0
            ? ((left.Value + right.Value) / 2, 0)
            : (((left.Value * left.Claims) + (right.Value * right.Claims)) / claims, claims);
    }
}
