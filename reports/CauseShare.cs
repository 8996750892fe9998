using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Reports;

/// <summary>One reason of rejection over a whole period.</summary>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="Rejected">Claims rejected for it in the period; at least 1.</param>
/// <param name="Share">Of the decided claims, with its 95 % Wilson interval.</param>
/// <param name="Cumulative">Share of all rejections that it and the more frequent reasons make up; 0–1.</param>
/// <param name="Previous">Share of the decided claims in the period before; null: none was decided.</param>
/// <param name="ClaimedAmount">Claimed amounts of the rejected claims.</param>
internal sealed record CauseShare(string Reason, long Rejected, ShareInterval Share, double Cumulative, double? Previous, decimal ClaimedAmount)
{
    /// <summary>The reasons of a period, the most frequent first.</summary>
    public static IReadOnlyList<CauseShare> Of(IReadOnlyList<RejectionCause> rows, IReadOnlyList<VerdictMonth> verdicts, ReportPeriod period)
    {
        var decided = Decided(verdicts, period);
        var decidedBefore = Decided(verdicts, period.Previous);
        var before = In(rows, period.Previous).GroupBy(row => row.Reason).ToDictionary(one => one.Key, one => one.Sum(row => row.RejectedClaims));
        var now = In(rows, period).GroupBy(row => row.Reason)
            .Select(one => (Reason: one.Key, Rejected: one.Sum(row => row.RejectedClaims), Amount: one.Sum(row => row.ClaimedAmount)))
            .OrderByDescending(one => one.Rejected).ThenBy(one => one.Reason, StringComparer.Ordinal).ToList();
        double all = now.Sum(one => one.Rejected);
        return
        [
            .. now.Select((one, i) => new CauseShare(
                one.Reason,
                one.Rejected,
                ShareInterval.Wilson(one.Rejected, Math.Max(decided, one.Rejected)),
                now.Take(i + 1).Sum(earlier => earlier.Rejected) / all,
                decidedBefore == 0 ? null : (double)before.GetValueOrDefault(one.Reason) / decidedBefore,
                one.Amount)),
        ];
    }

    private static IEnumerable<RejectionCause> In(IEnumerable<RejectionCause> rows, ReportPeriod period) =>
        rows.Where(row => DateOnly.TryParseExact(row.Period + "-01", "yyyy-MM-dd", out var month) && period.Holds(month));

    private static long Decided(IEnumerable<VerdictMonth> verdicts, ReportPeriod period) =>
        verdicts.Where(row => period.Holds(row.Month)).Sum(row => row.Decided);
}
