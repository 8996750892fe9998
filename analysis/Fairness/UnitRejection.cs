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
        var levels = new Level[]
        {
            new(cells, _ => ""),
            new(cells, cell => $"{cell.Attribution}|{cell.Authorised}"),
            new(cells, cell => $"{cell.Attribution}|{cell.Authorised}|{cell.MonthsInService}"),
            new(cells, cell => $"{cell.Attribution}|{cell.Authorised}|{cell.MonthsInService}|{cell.CausalPart}"),
        };
        return
        [
            .. cells.GroupBy(cell => cell.Unit).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new UnitRejection(
                unit.Key,
                unit.Sum(cell => cell.Decided),
                unit.Sum(cell => cell.Rejected),
                unit.Sum(cell => cell.Decided * levels.Aggregate(0.0, (wider, level) => level.ShareElsewhere(cell, wider))))),
        ];
    }

    /// <summary>Counts of one grouping, over all units and of each.</summary>
    private sealed class Level(IReadOnlyList<UnitRejectionCell> cells, Func<UnitRejectionCell, string> group)
    {
        private readonly Dictionary<string, (double Decided, double Rejected)> all = Sum(cells, group);
        private readonly Dictionary<string, (double Decided, double Rejected)> own = Sum(cells, cell => Own(cell, group));

        public double ShareElsewhere(UnitRejectionCell cell, double wider)
        {
            var everywhere = all[group(cell)];
            var here = own[Own(cell, group)];
            var decided = everywhere.Decided - here.Decided;
            return (everywhere.Rejected - here.Rejected + (Borrowed * wider)) / (decided + Borrowed);
        }

        private static string Own(UnitRejectionCell cell, Func<UnitRejectionCell, string> group) => $"{cell.Unit}|{group(cell)}";

        private static Dictionary<string, (double Decided, double Rejected)> Sum(
            IEnumerable<UnitRejectionCell> cells, Func<UnitRejectionCell, string> key) =>
            cells.GroupBy(key).ToDictionary(one => one.Key, one => ((double)one.Sum(cell => cell.Decided), (double)one.Sum(cell => cell.Rejected)));
    }
}
