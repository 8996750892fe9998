using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>Why claims were not paid, with intervals, and beside the month before.</summary>
public static class RejectionCauses
{
    /// <summary>One row per month of closing and reason, months in order, the most frequent reason first.</summary>
    public static IReadOnlyList<RejectionCause> In(Warehouse warehouse)
    {
        var counts = Analyses.RejectionCounts.Run(warehouse);
        var known = counts.ToDictionary(count => (count.Period, count.Reason));
        var cells = Analyses.RejectionCells.RunOnce(warehouse).ToLookup(cell => cell.Month);
        var decided = counts.GroupBy(count => count.Period).ToDictionary(period => period.Key, period => period.First().DecidedClaims);
        return [.. counts.Select(count => Judge(count, PreviousShare(count), Moved(count)))];

        // A reason that did not occur in a month with decisions had the share 0; a month without any has no share.
        double? PreviousShare(RejectionCount count)
        {
            var before = MonthOf(count).AddMonths(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
            return !decided.TryGetValue(before, out var all) ? null
                : known.TryGetValue((before, count.Reason), out var one) ? (double)one.RejectedClaims / all : 0;
        }

        Kitagawa? Moved(RejectionCount count) => Split(cells[MonthOf(count).AddMonths(-1)], cells[MonthOf(count)], count.Reason);
    }

    private static DateOnly MonthOf(RejectionCount count) =>
        DateOnly.ParseExact(count.Period + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The change of one reason's share, split; null where a month has no decided claim.</summary>
    private static Kitagawa? Split(IEnumerable<RejectionCell> before, IEnumerable<RejectionCell> after, string reason)
    {
        var (first, second) = (Count(before, reason), Count(after, reason));
        if (first.Count == 0 || second.Count == 0)
        {
            return null;
        }

        var parts = Kitagawa.Of([.. first.Keys.Union(second.Keys).Order(StringComparer.Ordinal).Select(kind =>
        {
            var (old, now) = (first.GetValueOrDefault(kind), second.GetValueOrDefault(kind));
            return new TwoPeriods(old.Rejected, old.Decided, now.Rejected, now.Decided);
        })]);
        return new Kitagawa(parts.Sum(part => part.Mix), parts.Sum(part => part.Rule));
    }

    private static Dictionary<string, (long Rejected, long Decided)> Count(IEnumerable<RejectionCell> cells, string reason) =>
        cells.GroupBy(cell => cell.Kind, StringComparer.Ordinal).ToDictionary(
            kind => kind.Key, kind => (kind.Where(cell => cell.Reason == reason).Sum(cell => cell.Claims), kind.Sum(cell => cell.Claims)), StringComparer.Ordinal);

    private static RejectionCause Judge(RejectionCount count, double? previousShare, Kitagawa? moved)
    {
        var share = ShareInterval.Wilson(count.RejectedClaims, count.DecidedClaims);
        return new RejectionCause(
            count.Period, count.Reason, count.RejectedClaims, count.DecidedClaims, share.Share, share.Low, share.High, previousShare,
            moved?.Mix, moved?.Rule, count.Appeals, count.Overturned, count.ClaimedAmount);
    }
}
