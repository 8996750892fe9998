using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// What became of rejections: resubmitted, appealed, paid after all, and what was lost on the way. One row per quarter in which the rejection was
/// closed and its reason; what the newest quarters' rejections will become is not all known yet. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Quarter">First day of the quarter of closing.</param>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="Rejected">Rejections; at least 1.</param>
/// <param name="Resubmitted">Of them resubmitted as another claim.</param>
/// <param name="ResubmittedShare">Resubmitted ÷ rejected.</param>
/// <param name="ResubmittedPaid">Resubmissions that were paid, in full, in part or as goodwill.</param>
/// <param name="PaidShare">Of the resubmissions; null: none.</param>
/// <param name="PaidLow">Lower 95 % Wilson limit of that share; null: none.</param>
/// <param name="PaidHigh">Upper limit; null: none.</param>
/// <param name="Appealed">Rejections appealed against, with an answer.</param>
/// <param name="Overturned">Appeals that overturned the rejection.</param>
/// <param name="Upheld">Appeals that did not.</param>
/// <param name="OverturnedShare">Overturned ÷ appealed; null: no appeal.</param>
/// <param name="OverturnedLow">Lower 95 % Wilson limit of that share; null: no appeal.</param>
/// <param name="OverturnedHigh">Upper limit; null: no appeal.</param>
/// <param name="PaidAfterAll">Rejections paid after an appeal or a correction, or as another claim.</param>
/// <param name="MeanDaysLost">Mean days from the closing of the rejection to the closing that paid; null: none was paid.</param>
/// <param name="ClaimedAmount">Claimed amounts of the rejections, in the store's currency.</param>
/// <param name="PaidAmount">Approved amounts of those paid after all.</param>
public sealed record Appeal(
    DateOnly Quarter,
    string Reason,
    long Rejected,
    long Resubmitted,
    double ResubmittedShare,
    long ResubmittedPaid,
    double? PaidShare,
    double? PaidLow,
    double? PaidHigh,
    long Appealed,
    long Overturned,
    long Upheld,
    double? OverturnedShare,
    double? OverturnedLow,
    double? OverturnedHigh,
    long PaidAfterAll,
    double? MeanDaysLost,
    decimal ClaimedAmount,
    decimal PaidAmount)
{
    /// <summary>Quarters in order; in each the reason first of which most was overturned or paid after all.</summary>
    public static IReadOnlyList<Appeal> In(Warehouse warehouse) =>
    [
        .. Analyses.AppealFlows.Run(warehouse).Select(Of)
            .OrderBy(row => row.Quarter).ThenByDescending(row => row.PaidAfterAll).ThenBy(row => row.Reason, StringComparer.Ordinal),
    ];

    private static Appeal Of(AppealFlow flow)
    {
        var paid = Share(flow.ResubmittedPaid, flow.Resubmitted);
        var overturned = Share(flow.Overturned, flow.Appealed);
        return new(
            flow.Quarter, flow.Reason, flow.Rejected, flow.Resubmitted, (double)flow.Resubmitted / flow.Rejected,
            flow.ResubmittedPaid, paid?.Share, paid?.Low, paid?.High,
            flow.Appealed, flow.Overturned, flow.Appealed - flow.Overturned, overturned?.Share, overturned?.Low, overturned?.High,
            flow.PaidAfterAll, flow.PaidAfterAll == 0 ? null : (double)flow.DaysToPayment / flow.PaidAfterAll, flow.ClaimedAmount, flow.PaidAmount);
    }

    private static ShareInterval? Share(long hits, long trials) => trials == 0 ? null : ShareInterval.Wilson(hits, trials);
}
