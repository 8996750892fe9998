namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Claims expected of a group of vehicles, given how long each of them has been in service: E_g = Σ_j M_gj · λ_j, with
/// M the <see cref="EffectiveExposure"/> and λ_j the reference's claims per vehicle-month at j months in service.
/// Indirect standardisation (Breslow &amp; Day 1987, ch. 2), which makes young and old build months comparable.
/// A cell takes part only if the group has exposure there and the reference gives a rate; other claims are left out.
/// </summary>
public static class IndirectStandardisation
{
    /// <summary>
    /// Each group against all others (leave one out), so that a bad group does not raise its own expectation. Sums run
    /// over the groups before and the groups after, in order: O(groups × months), no difference of large sums.
    /// </summary>
    /// <param name="exposure">Effective vehicle-months.</param>
    /// <param name="claims">Claims of the same groups; other groups' or later months' claims have no exposure and are left out.</param>
    /// <param name="excluded">
    /// Groups that serve in no reference but are still compared. A second pass without the groups found in the first
    /// keeps several bad groups of one chart from hiding each other.
    /// </param>
    /// <returns>One count for each group, by index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative index or count.</exception>
    public static IReadOnlyList<StandardisedCount> AgainstOthers(
        EffectiveExposure exposure, IEnumerable<ClaimCell> claims, IReadOnlySet<int>? excluded = null)
    {
        var tally = new Tally(exposure, claims);
        var sums = new Sum[exposure.Groups];
        var after = new double[exposure.Groups + 1];
        bool IsReference(int group) => excluded is null || !excluded.Contains(group);
        for (var month = 0; month < exposure.Months; month++)
        {
            long all = 0;
            for (var group = exposure.Groups - 1; group >= 0; group--)
            {
                var isReference = IsReference(group);
                after[group] = after[group + 1] + (isReference ? exposure[group, month] : 0);
                all += isReference ? tally[group, month] : 0;
            }

            double before = 0;
            for (var group = 0; group < exposure.Groups; group++)
            {
                var (own, others) = (exposure[group, month], before + after[group + 1]);
                if (own > 0 && others > 0)
                {
                    var othersClaims = all - (IsReference(group) ? tally[group, month] : 0);
                    sums[group].Add(tally[group, month], own, others, othersClaims / others);
                }

                before += IsReference(group) ? own : 0;
            }
        }

        return [.. sums.Select((sum, group) => sum.Count(group, tally))];
    }

    /// <summary>Each group against given rates.</summary>
    /// <param name="exposure">Effective vehicle-months.</param>
    /// <param name="claims">Claims of the same groups.</param>
    /// <param name="ratesPerVehicleMonth">λ_j by months in service from 0, at least 0; later months cannot be compared.</param>
    /// <returns>One count for each group, by index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative index, count or rate.</exception>
    public static IReadOnlyList<StandardisedCount> AgainstRates(
        EffectiveExposure exposure, IEnumerable<ClaimCell> claims, IReadOnlyList<double> ratesPerVehicleMonth)
    {
        var tally = new Tally(exposure, claims);
        var sums = new Sum[exposure.Groups];
        for (var month = 0; month < Math.Min(exposure.Months, ratesPerVehicleMonth.Count); month++)
        {
            Require.NotNegative(ratesPerVehicleMonth[month], nameof(ratesPerVehicleMonth));
            for (var group = 0; group < exposure.Groups; group++)
            {
                if (exposure[group, month] > 0)
                {
                    sums[group].Add(tally[group, month], exposure[group, month], double.PositiveInfinity, ratesPerVehicleMonth[month]);
                }
            }
        }

        return [.. sums.Select((sum, group) => sum.Count(group, tally))];
    }

    /// <summary>Claims by group and month; those without exposure are only counted.</summary>
    private sealed class Tally
    {
        private readonly long[] cells;
        private readonly long[] all;
        private readonly int months;

        public Tally(EffectiveExposure exposure, IEnumerable<ClaimCell> claims)
        {
            (months, cells, all) = (exposure.Months, new long[exposure.Groups * exposure.Months], new long[exposure.Groups]);
            foreach (var cell in claims)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(cell.Group);
                ArgumentOutOfRangeException.ThrowIfNegative(cell.MonthsInService);
                ArgumentOutOfRangeException.ThrowIfNegative(cell.Claims);
                if (cell.Group < exposure.Groups)
                {
                    all[cell.Group] += cell.Claims;
                }

                if (exposure[cell.Group, cell.MonthsInService] > 0)
                {
                    cells[(cell.Group * months) + cell.MonthsInService] += cell.Claims;
                }
            }
        }

        public long this[int group, int month] => cells[(group * months) + month];

        public long Of(int group) => all[group];
    }

    private struct Sum
    {
        private long observed;
        private double expected;
        private double variance;
        private double own;
        private double ownSquared;

        /// <summary>One cell: Var(E) = Σ (M_g/M_others)² · C_others, the reference's claims being Poisson.</summary>
        public void Add(long claims, double exposure, double others, double rate)
        {
            observed += claims;
            expected += exposure * rate;
            variance += exposure * exposure / others * rate;
            own += exposure;
            ownSquared += exposure * exposure / others;
        }

        /// <summary>Without any reference claim θ is taken at equal rates, its limit as they go to 0 together.</summary>
        public readonly StandardisedCount Count(int group, Tally tally)
        {
            var share = expected > 0 ? variance / (variance + expected) : own > 0 ? ownSquared / (ownSquared + own) : 0;
            return new(group, observed, expected, Math.Min(share, Math.BitDecrement(1)), tally.Of(group) - observed);
        }
    }
}
