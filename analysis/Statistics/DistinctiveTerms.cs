namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Which terms set one group of texts apart from another? Log-odds ratio of the shares of texts that hold a term, with an informative
/// Dirichlet prior from both groups together, divided by its standard deviation (Monroe, Colaresi &amp; Quinn 2008, Political
/// Analysis 16:372, eq. 16, 19, 22): common words count for nothing, rare ones for little.
/// </summary>
public static class DistinctiveTerms
{
    /// <summary>z score of one term; positive: more common in the first group. About standard normal where there is no difference.</summary>
    /// <param name="ofFirst">Count of the term in the first group, at least 0.</param>
    /// <param name="first">Counts of all terms in the first group, at least <paramref name="ofFirst"/>.</param>
    /// <param name="ofSecond">Count of the term in the second group, at least 0.</param>
    /// <param name="second">Counts of all terms in the second group, at least <paramref name="ofSecond"/>.</param>
    /// <param name="priorCounts">Weight of the prior, in counts, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double LogOddsScore(long ofFirst, long first, long ofSecond, long second, double priorCounts = 500)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ofFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(ofSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, ofFirst);
        ArgumentOutOfRangeException.ThrowIfLessThan(second, ofSecond);
        Require.Positive(priorCounts);
        if (ofFirst + ofSecond == 0)
        {
            return 0;
        }

        var prior = priorCounts * (ofFirst + ofSecond) / (first + second);
        var logOdds = Math.Log((ofFirst + prior) / (first + priorCounts - ofFirst - prior))
            - Math.Log((ofSecond + prior) / (second + priorCounts - ofSecond - prior));
        return logOdds / Math.Sqrt((1 / (ofFirst + prior)) + (1 / (ofSecond + prior)));
    }
}
