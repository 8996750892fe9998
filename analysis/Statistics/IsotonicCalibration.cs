namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// The rising step function closest to the outcomes in least squares (pool adjacent violators; Ayer et al. 1955, Barlow et
/// al. 1972): turns scores into probabilities without assuming a curve, keeping their order.
/// </summary>
/// <param name="Steps">By score; neither scores nor probabilities ever fall.</param>
public sealed record IsotonicCalibration(IReadOnlyList<IsotonicCalibration.Step> Steps)
{
    /// <summary>Neighbouring scores with one probability.</summary>
    /// <param name="From">Smallest score of the step.</param>
    /// <param name="To">Largest score of the step, at least <paramref name="From"/>.</param>
    /// <param name="Probability">Mean outcome.</param>
    public readonly record struct Step(double From, double To, double Probability);

    /// <summary>Fits the steps. Items of equal score are averaged first.</summary>
    /// <param name="scores">Any numbers, without NaN; at least one.</param>
    /// <param name="relevant">Whether each item is relevant.</param>
    /// <param name="weights">At least 0, not all 0; null counts each item once.</param>
    /// <exception cref="ArgumentException">No item, different lengths, or a score that is NaN.</exception>
    public static IsotonicCalibration Fit(IReadOnlyList<double> scores, IReadOnlyList<bool> relevant, IReadOnlyList<double>? weights = null)
    {
        var pools = new List<(double From, double To, double Weight, double Positive)>();
        foreach (var group in RankedItems.Of(scores, relevant, weights).Groups.Where(group => group.Weight > 0).Reverse())
        {
            pools.Add((group.Score, group.Score, group.Weight, group.Positive));
            while (pools.Count > 1 && pools[^1].Positive / pools[^1].Weight <= pools[^2].Positive / pools[^2].Weight)
            {
                var (last, before) = (pools[^1], pools[^2]);
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (before.From, last.To, before.Weight + last.Weight, before.Positive + last.Positive);
            }
        }

        if (pools.Count == 0)
        {
            throw new ArgumentException("There is no item to calibrate with.", nameof(scores));
        }

        return new([.. pools.Select(pool => new Step(pool.From, pool.To, pool.Positive / pool.Weight))]);
    }

    /// <summary>The probability at a score: the step's, a straight line between steps, the outermost step's beyond.</summary>
    /// <param name="score">Any number.</param>
    /// <returns>0…1, never falling in <paramref name="score"/>.</returns>
    public double Calibrate(double score)
    {
        int low = 0, high = Steps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Steps[middle].To < score ? (middle + 1, high) : (low, middle);
        }

        if (low == Steps.Count)
        {
            return Steps[^1].Probability;
        }

        var right = Steps[low];
        if (low == 0 || score >= right.From)
        {
            return right.Probability;
        }

        var left = Steps[low - 1];
        return left.Probability + ((score - left.To) / (right.From - left.To) * (right.Probability - left.Probability));
    }
}
