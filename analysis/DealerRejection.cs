namespace ClaimInsights.Analysis;

/// <summary>Decided claims of one dealer that are alike in part, months in service, attribution and kind of shop.</summary>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="MonthsInService"><c>0-11</c>, <c>12-23</c>, <c>24-35</c>, <c>36+</c> or <c>unknown</c>.</param>
/// <param name="Attribution">The cause as coded.</param>
/// <param name="Authorised">The shop is authorised by the maker, or not said to be none: repair elsewhere is itself a cause of rejection.</param>
/// <param name="Decided">Claims paid, partly paid, goodwill or rejected; at least 1.</param>
/// <param name="Rejected">Of them rejected.</param>
public sealed record DealerRejectionCell(
    string DealerCode, string CausalPart, string MonthsInService, string Attribution, bool Authorised, long Decided, long Rejected);

/// <summary>A dealer's rejected claims beside those expected of the same mix of claims at the other dealers.</summary>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="Decided">Claims paid, partly paid, goodwill or rejected; at least 1.</param>
/// <param name="Rejected">Of them rejected.</param>
/// <param name="Expected">Rejections expected of this mix of part, months in service, attribution and kind of shop; 0 to <paramref name="Decided"/>.</param>
public sealed record DealerRejection(string DealerCode, long Decided, long Rejected, double Expected)
{
    /// <summary>How many claims of a wider group a thin group borrows when its share of rejections is estimated.</summary>
    private const double Borrowed = 10;

    /// <summary>
    /// Indirect standardisation: each group of like claims is expected to be rejected as at the other dealers. A group's share leans on
    /// that of its attribution, kind of shop and months in service, and this on that without the months, each with the weight of ten claims, so that
    /// a part that the others have hardly seen gives no wild expectation.
    /// </summary>
    /// <param name="cells">Every dealer's groups.</param>
    /// <returns>One row per dealer, in order of code.</returns>
    public static IReadOnlyList<DealerRejection> Standardise(IReadOnlyList<DealerRejectionCell> cells)
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
            .. cells.GroupBy(cell => cell.DealerCode).OrderBy(dealer => dealer.Key, StringComparer.Ordinal).Select(dealer => new DealerRejection(
                dealer.Key,
                dealer.Sum(cell => cell.Decided),
                dealer.Sum(cell => cell.Rejected),
                dealer.Sum(cell => cell.Decided * levels.Aggregate(0.0, (wider, level) => level.ShareElsewhere(cell, wider))))),
        ];
    }

    /// <summary>Counts of one grouping, over all dealers and of each.</summary>
    private sealed class Level(IReadOnlyList<DealerRejectionCell> cells, Func<DealerRejectionCell, string> group)
    {
        private readonly Dictionary<string, (double Decided, double Rejected)> all = Sum(cells, group);
        private readonly Dictionary<string, (double Decided, double Rejected)> own = Sum(cells, cell => Own(cell, group));

        public double ShareElsewhere(DealerRejectionCell cell, double wider)
        {
            var everywhere = all[group(cell)];
            var here = own[Own(cell, group)];
            var decided = everywhere.Decided - here.Decided;
            return (everywhere.Rejected - here.Rejected + (Borrowed * wider)) / (decided + Borrowed);
        }

        private static string Own(DealerRejectionCell cell, Func<DealerRejectionCell, string> group) => $"{cell.DealerCode}|{group(cell)}";

        private static Dictionary<string, (double Decided, double Rejected)> Sum(
            IEnumerable<DealerRejectionCell> cells, Func<DealerRejectionCell, string> key) =>
            cells.GroupBy(key).ToDictionary(one => one.Key, one => ((double)one.Sum(cell => cell.Decided), (double)one.Sum(cell => cell.Rejected)));
    }
}
