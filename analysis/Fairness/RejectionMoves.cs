using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>Splits the change of the share of rejected claims between two periods by dealer, reason and part into mix and rule.</summary>
public static class RejectionMoves
{
    /// <summary>Moves between the last two complete quarters, then between the last two complete months; a span with a period without decided claims has none.</summary>
    public static IReadOnlyList<RejectionMove> In(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var next = warehouse.Scope.AsOf.AddDays(1);
        var month = new DateOnly(next.Year, next.Month, 1);
        var quarter = new DateOnly(next.Year, next.Month - ((next.Month - 1) % 3), 1);
        var cells = Analyses.MoveCells.Run(warehouse);
        return [.. Between(cells, "quarter", quarter, 3), .. Between(cells, "month", month, 1)];
    }

    /// <summary>Moves between the two periods of so many months before that day.</summary>
    private static IEnumerable<RejectionMove> Between(IReadOnlyList<MoveCell> cells, string span, DateOnly end, int months)
    {
        var (before, period) = (end.AddMonths(-2 * months), end.AddMonths(-months));
        var old = cells.Where(cell => cell.Month >= before && cell.Month < period).ToList();
        var now = cells.Where(cell => cell.Month >= period && cell.Month < end).ToList();
        if (old.Count == 0 || now.Count == 0)
        {
            return [];
        }

        var reasons = old.Concat(now).Select(cell => cell.Reason).Where(reason => reason.Length > 0).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. Ranked("dealer", Items(cell => cell.DealerCode)),
            .. Ranked("reason", reasons.SelectMany(reason => Parts(_ => reason, cell => cell.Reason == reason))),
            .. Ranked("part", Items(cell => cell.CausalPart)),
        ];

        IEnumerable<(string, TwoPeriods, Kitagawa)> Items(Func<MoveCell, string> item) => Parts(item, cell => cell.Reason.Length > 0);

        // One row per item; its cells are its kinds of like claims, and the cells of all items are split together.
        IEnumerable<(string, TwoPeriods, Kitagawa)> Parts(Func<MoveCell, string> item, Func<MoveCell, bool> isHit)
        {
            var (first, second) = (Count(old, item, isHit), Count(now, item, isHit));
            var keys = first.Keys.Union(second.Keys).Order().ToList();
            var counts = keys.ConvertAll(key => new TwoPeriods(
                first.GetValueOrDefault(key).Hits, first.GetValueOrDefault(key).Trials, second.GetValueOrDefault(key).Hits, second.GetValueOrDefault(key).Trials));
            return keys.Zip(counts, Kitagawa.Of(counts)).GroupBy(one => one.First.Item, StringComparer.Ordinal).Select(one => (
                one.Key,
                new TwoPeriods(one.Sum(cell => cell.Second.HitsBefore), one.Sum(cell => cell.Second.TrialsBefore), one.Sum(cell => cell.Second.HitsAfter), one.Sum(cell => cell.Second.TrialsAfter)),
                new Kitagawa(one.Sum(cell => cell.Third.Mix), one.Sum(cell => cell.Third.Rule))));
        }

        IEnumerable<RejectionMove> Ranked(string by, IEnumerable<(string Item, TwoPeriods Count, Kitagawa Part)> items) => items
            .Select(one => new RejectionMove(
                span, before, period, by, one.Item, one.Count.TrialsBefore, one.Count.HitsBefore, one.Count.TrialsAfter, one.Count.HitsAfter,
                one.Part.Mix + one.Part.Rule, one.Part.Mix, one.Part.Rule))
            .OrderByDescending(row => Math.Abs(row.Move)).ThenBy(row => row.Item, StringComparer.Ordinal);
    }

    private static Dictionary<Cell, (long Hits, long Trials)> Count(IEnumerable<MoveCell> cells, Func<MoveCell, string> item, Func<MoveCell, bool> isHit) =>
        cells.GroupBy(cell => new Cell(item(cell), cell.Kind)).ToDictionary(
            group => group.Key, group => (group.Where(isHit).Sum(cell => cell.Claims), group.Sum(cell => cell.Claims)));

    private readonly record struct Cell(string Item, string Kind) : IComparable<Cell>
    {
        public int CompareTo(Cell other) =>
            string.CompareOrdinal(Item, other.Item) is var order and not 0 ? order : string.CompareOrdinal(Kind, other.Kind);
    }
}
