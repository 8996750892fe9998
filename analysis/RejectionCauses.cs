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
        var decided = counts.GroupBy(count => count.Period).ToDictionary(period => period.Key, period => period.First().DecidedClaims);
        return [.. counts.Select(count => Judge(count, PreviousShare(count)))];

        // A reason that did not occur in a month with decisions had the share 0; a month without any has no share.
        double? PreviousShare(RejectionCount count)
        {
            var month = DateOnly.ParseExact(count.Period + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddMonths(-1);
            var before = month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
            return !decided.TryGetValue(before, out var all) ? null
                : known.TryGetValue((before, count.Reason), out var one) ? (double)one.RejectedClaims / all : 0;
        }
    }

    private static RejectionCause Judge(RejectionCount count, double? previousShare)
    {
        var share = ShareInterval.Wilson(count.RejectedClaims, count.DecidedClaims);
        return new RejectionCause(
            count.Period, count.Reason, count.RejectedClaims, count.DecidedClaims, share.Share, share.Low, share.High, previousShare,
            MixEffect: null, RuleEffect: null, count.Appeals, count.Overturned, count.ClaimedAmount);
    }
}
