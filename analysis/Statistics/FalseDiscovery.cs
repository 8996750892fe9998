namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// P-values of many tests, adjusted for their number. Listing what lies at or below α keeps the expected share of false
/// alarms among the listed (Benjamini-Hochberg, Benjamini-Yekutieli) or the chance of a single one (Bonferroni) at α or below.
/// Results come in the order of the arguments.
/// </summary>
public static class FalseDiscovery
{
    /// <summary>
    /// q-values of Benjamini &amp; Hochberg 1995 (JRSS-B 57:289): for independent or positively dependent tests.
    /// </summary>
    /// <param name="pValues">Each 0…1.</param>
    /// <param name="tests">Tests made in all, where only the smallest p-values are given; null for as many as given.</param>
    /// <returns>For each test the smallest α at which it is listed, 0…1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value outside 0…1, or fewer tests than p-values.</exception>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues, int? tests = null) =>
        StepUp(pValues, Tests(pValues, tests));

    /// <summary>The same under any dependence (Benjamini &amp; Yekutieli 2001, Ann. Stat. 29:1165): larger by 1 + ½ + … + 1/tests.</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static IReadOnlyList<double> BenjaminiYekutieli(IReadOnlyList<double> pValues, int? tests = null)
    {
        var count = Tests(pValues, tests);
        var harmonic = Enumerable.Range(1, count).Sum(i => 1.0 / i);
        return StepUp(pValues, count * harmonic);
    }

    /// <summary>Bonferroni's p-values: min(1, p × tests).</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static IReadOnlyList<double> Bonferroni(IReadOnlyList<double> pValues, int? tests = null)
    {
        var count = Tests(pValues, tests);
        return [.. pValues.Select(p => Math.Min(1, p * count))];
    }

    /// <summary>
    /// The Bayesian counterpart: the mean posterior probability of being normal over all findings at least as certain,
    /// which is the expected share of false ones in the list that ends there. Equal probabilities get equal results.
    /// </summary>
    /// <param name="posteriors">Posterior probability of each finding to be normal, 0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside 0…1.</exception>
    public static IReadOnlyList<double> RunningMean(IReadOnlyList<double> posteriors)
    {
        Tests(posteriors, null);
        var order = Ascending(posteriors);
        var means = new double[posteriors.Count];
        double sum = 0;
        for (int start = 0, end = 0; start < order.Length; start = end)
        {
            while (end < order.Length && posteriors[order[end]] == posteriors[order[start]])
            {
                sum += posteriors[order[end++]];
            }

            for (var i = start; i < end; i++)
            {
                means[order[i]] = sum / end;
            }
        }

        return means;
    }

    private static double[] StepUp(IReadOnlyList<double> pValues, double factor)
    {
        var order = Ascending(pValues);
        var adjusted = new double[pValues.Count];
        double smallest = 1;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            var i = order[rank - 1];
            smallest = Math.Min(smallest, pValues[i] * factor / rank);
            adjusted[i] = smallest;
        }

        return adjusted;
    }

    private static int[] Ascending(IReadOnlyList<double> values) =>
        [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];

    private static int Tests(IReadOnlyList<double> pValues, int? tests)
    {
        foreach (var p in pValues)
        {
            Require.Unit(p, nameof(pValues));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(tests ?? pValues.Count, pValues.Count, nameof(tests));
        return tests ?? pValues.Count;
    }
}
