namespace ClaimInsights.Analysis.Statistics;

/// <summary>Counts of one kind of like claims in two periods.</summary>
/// <param name="HitsBefore">0…<paramref name="TrialsBefore"/>.</param>
/// <param name="TrialsBefore">At least 0.</param>
/// <param name="HitsAfter">0…<paramref name="TrialsAfter"/>.</param>
/// <param name="TrialsAfter">At least 0.</param>
public readonly record struct TwoPeriods(long HitsBefore, long TrialsBefore, long HitsAfter, long TrialsAfter);

/// <summary>
/// The change of a share between two periods, split into what came with other claims and what came with other treatment of like claims
/// (E. M. Kitagawa 1955, JASA 50:1168). Both add up to the change exactly, cell by cell.
/// </summary>
/// <param name="Mix">Σ (w₁ − w₀) · ((s₀ + s₁)/2 − S), w a cell's part of all trials, s its share, S the mean of both periods' shares of all.</param>
/// <param name="Rule">Σ (s₁ − s₀) · (w₀ + w₁)/2.</param>
public readonly record struct Kitagawa(double Mix, double Rule)
{
    /// <summary>Splits the change, one part for each cell, in order; a cell without trials in one period has no treatment to compare: all mix.</summary>
    /// <param name="cells">Every kind of claims; each period has trials.</param>
    /// <exception cref="ArgumentException">A period without trials has no share.</exception>
    public static IReadOnlyList<Kitagawa> Of(IReadOnlyList<TwoPeriods> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        double before = cells.Sum(cell => cell.TrialsBefore), after = cells.Sum(cell => cell.TrialsAfter);
        if (before == 0 || after == 0)
        {
            throw new ArgumentException("A period without trials has no share.", nameof(cells));
        }

        var middle = ((cells.Sum(cell => cell.HitsBefore) / before) + (cells.Sum(cell => cell.HitsAfter) / after)) / 2;
        return [.. cells.Select(Split)];

        Kitagawa Split(TwoPeriods cell)
        {
            double weightBefore = cell.TrialsBefore / before, weightAfter = cell.TrialsAfter / after;
            var shareBefore = Share(cell.TrialsBefore > 0 ? cell.HitsBefore : cell.HitsAfter, cell.TrialsBefore > 0 ? cell.TrialsBefore : cell.TrialsAfter);
            var shareAfter = Share(cell.TrialsAfter > 0 ? cell.HitsAfter : cell.HitsBefore, cell.TrialsAfter > 0 ? cell.TrialsAfter : cell.TrialsBefore);
            return new(
                (weightAfter - weightBefore) * (((shareBefore + shareAfter) / 2) - middle),
                (shareAfter - shareBefore) * (weightBefore + weightAfter) / 2);
        }
    }

    private static double Share(long hits, long trials) => trials == 0 ? 0 : (double)hits / trials;
}
