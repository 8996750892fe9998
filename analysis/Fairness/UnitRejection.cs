namespace ClaimInsights.Analysis.Fairness;

/// <summary>Rejected claims of a dealer, province or clerk beside those expected of the same mix of claims at the others of its kind.</summary>
/// <param name="Unit">Its code or name.</param>
/// <param name="Decided">Claims paid, partly paid, goodwill or rejected; at least 1.</param>
/// <param name="Rejected">Of them rejected.</param>
/// <param name="Expected">Rejections expected of this mix of part, months in service, attribution and kind of shop; 0 to <paramref name="Decided"/>.</param>
public sealed record UnitRejection(string Unit, long Decided, long Rejected, double Expected)
{
    /// <summary>How many claims of a wider group a thin group borrows when its share of rejections is estimated.</summary>
    private const double Borrowed = 10;

    /// <summary>
    /// Indirect standardisation: each group of like claims is expected to be rejected as at the other units. A group's share leans on
    /// that of its attribution, kind of shop and months in service, and this on that without the months, each with the weight of ten claims, so that
    /// a part that the others have hardly seen gives no wild expectation.
    /// </summary>
    /// <param name="cells">The groups of every unit of one kind.</param>
    /// <returns>One row per unit, in order of code.</returns>
    public static IReadOnlyList<UnitRejection> Standardise(IReadOnlyList<UnitRejectionCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        // Each grouping parts the groups of the one before.
        var (codes, units) = Numbered.AsTheyCome([.. cells.Select(cell => cell.Unit)]);
        var (_, kinds) = Numbered.AsTheyCome([.. cells.Select(cell => (cell.Attribution, cell.Authorised))]);
        var (_, ages) = Numbered.AsTheyCome([.. cells.Select((cell, i) => (kinds[i], cell.MonthsInService))]);
        var (_, parts) = Numbered.AsTheyCome([.. cells.Select((cell, i) => (ages[i], cell.CausalPart))]);
        Level[] levels = [new(cells, new int[cells.Count], units), new(cells, kinds, units), new(cells, ages, units), new(cells, parts, units)];
        var (decided, rejected, expected) = (new long[codes.Count], new long[codes.Count], new double[codes.Count]);
        for (var i = 0; i < cells.Count; i++)
        {
            decided[units[i]] += cells[i].Decided;
            rejected[units[i]] += cells[i].Rejected;
            expected[units[i]] += cells[i].Decided * levels.Aggregate(0.0, (wider, level) => level.ShareElsewhere(i, wider));
        }

        return [.. codes.Select((code, unit) => new UnitRejection(code, decided[unit], rejected[unit], expected[unit])).OrderBy(one => one.Unit, StringComparer.Ordinal)];
    }

    /// <summary>Counts of one grouping, over all units and of each.</summary>
    private sealed class Level
    {
        private readonly int[] group;
        private readonly int[] own;
        private readonly (long Decided, long Rejected)[] ofGroup;
        private readonly (long Decided, long Rejected)[] ofOwn;

        /// <param name="cells">The groups of every unit.</param>
        /// <param name="group">Group of each.</param>
        /// <param name="units">Unit of each.</param>
        public Level(IReadOnlyList<UnitRejectionCell> cells, int[] group, int[] units)
        {
            this.group = group;
            (_, own) = Numbered.AsTheyCome([.. group.Zip(units)]);
            (ofGroup, ofOwn) = (Sum(cells, group), Sum(cells, own));
        }

        /// <summary>Share of rejections of a cell's group at the other units.</summary>
        public double ShareElsewhere(int cell, double wider)
        {
            var (everywhere, here) = (ofGroup[group[cell]], ofOwn[own[cell]]);
            return (everywhere.Rejected - here.Rejected + (Borrowed * wider)) / (everywhere.Decided - here.Decided + Borrowed);
        }

        private static (long Decided, long Rejected)[] Sum(IReadOnlyList<UnitRejectionCell> cells, int[] of)
        {
            var sums = new (long Decided, long Rejected)[of.Length == 0 ? 0 : of.Max() + 1];
            for (var i = 0; i < of.Length; i++)
            {
                sums[of[i]] = (sums[of[i]].Decided + cells[i].Decided, sums[of[i]].Rejected + cells[i].Rejected);
            }

            return sums;
        }
    }
}
