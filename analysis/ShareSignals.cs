using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// From pairs of population and problem, observed beside expected, to those listed by share: ratios shrunk by a two-gamma prior (DuMouchel 1999) that is
/// fitted to every pair, in the order of the posterior probability that there is no excess, as far as its running mean stays at most alpha.
/// </summary>
internal static class ShareSignals
{
    /// <summary>Shares of fewer change with every single one.</summary>
    private const int FewestClaims = 7;

    /// <summary>Expectations are squashed to 2 %: their own error is far larger.</summary>
    private const double BinWidth = 0.02;

    /// <summary>Fewest observed with which a pair is listed.</summary>
    public static int Fewest(Scope scope) => Math.Max(FewestClaims, scope.SmallestCount);

    /// <summary>No pair yet; expectations are squashed.</summary>
    public static SquashedCells NoPairs() => new(BinWidth);

    /// <param name="cells">Every pair, also those not observed.</param>
    /// <param name="candidates">Those that may be listed; in the order in which equal ones are.</param>
    /// <param name="counts">Observed and expected count of a pair; expected above 0.</param>
    /// <param name="isWorth">Whether a pair of which this is known is worth an engineer's time.</param>
    /// <param name="scope">Fewest claims and alpha.</param>
    /// <param name="row">Makes the row of a pair: its ratio with EB05 and EB95, the probability that it is at most 1, the running mean.</param>
    /// <returns>The surest first.</returns>
    public static List<DefectCluster> List<TPair>(
        SquashedCells cells, IEnumerable<TPair> candidates, Func<TPair, (long Observed, double Expected)> counts, Func<TPair, GammaMixturePosterior, bool> isWorth, Scope scope,
        Func<TPair, RatioInterval, double, double, DefectCluster> row)
    {
        if (cells.Count == 0)
        {
            return [];
        }

        var prior = GammaMixturePrior.Fit(cells);
        var ranked = candidates.Where(pair => counts(pair).Observed >= Fewest(scope))
            .Select(pair => (Pair: pair, Posterior: prior.Posterior(counts(pair).Observed, counts(pair).Expected)))
            .Where(one => isWorth(one.Pair, one.Posterior))
            .Select(one => (one.Pair, one.Posterior.Ratio, AtMostOne: one.Posterior.AtMost(1)))
            .OrderBy(one => one.AtMostOne).ThenByDescending(one => one.Ratio.Low).ToList();
        return
        [
            .. ranked.Zip(FalseDiscovery.RunningMean([.. ranked.Select(one => one.AtMostOne)])).TakeWhile(one => one.Second <= scope.Alpha)
                .Select(one => row(one.First.Pair, one.First.Ratio, one.First.AtMostOne, one.Second)),
        ];
    }
}
