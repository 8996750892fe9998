namespace ClaimInsights.Tests.Simulator;

/// <summary>How well a score ranks: the simulator's tests measure with their own few lines, apart from the product's.</summary>
internal static class RankingMetrics
{
    /// <summary>Chance that a positive scores above a negative; ties count half (Mann–Whitney).</summary>
    public static double Auc(double[] scores, bool[] positive)
    {
        var values = (double[])scores.Clone();
        var labels = (bool[])positive.Clone();
        Array.Sort(values, labels);
        double positives = 0, rankSum = 0;
        for (var start = 0; start < values.Length;)
        {
            var end = start;
            var hits = 0;
            for (; end < values.Length && values[end].Equals(values[start]); end++)
            {
                hits += labels[end] ? 1 : 0;
            }

            positives += hits;
            rankSum += hits * (start + end + 1) / 2.0;
            start = end;
        }

        var negatives = values.Length - positives;
        return (rankSum - (positives * (positives + 1) / 2)) / (positives * negatives);
    }

    /// <summary>The better of the two directions.</summary>
    public static double BestAuc(double[] scores, bool[] positive)
    {
        var auc = Auc(scores, positive);
        return Math.Max(auc, 1 - auc);
    }

    /// <summary>Mean precision at the positives, best score first.</summary>
    public static double AveragePrecision(double[] scores, bool[] positive)
    {
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).ToArray();
        double hits = 0, sum = 0;
        for (var place = 0; place < order.Length; place++)
        {
            if (positive[order[place]])
            {
                sum += ++hits / (place + 1);
            }
        }

        return sum / hits;
    }
}
