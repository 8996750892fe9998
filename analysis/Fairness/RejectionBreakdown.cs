using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Where claims are not paid in full, and why: one row per quarter of closing, part, model, dealer or province, and reason; within a quarter and
/// dimension the largest unpaid amount first (Pareto). An insight table: the parameters are its columns.
/// </summary>
/// <param name="Quarter">First day of the quarter of closing.</param>
/// <param name="Dimension"><c>part</c>, <c>model</c>, <c>dealer</c> or <c>province</c> (the dealer's, else the vehicle's).</param>
/// <param name="Value">Its code or name.</param>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="Kind"><c>evidence_missing</c>, <c>rule_says_no</c> or <c>other</c>.</param>
/// <param name="Classic">The classic cause: <c>owner_caused</c>, <c>unauthorised_repair</c>, <c>expired_warranty</c>; empty: none.</param>
/// <param name="RejectedClaims">Claims rejected for the reason.</param>
/// <param name="PartlyPaidClaims">Claims partly paid for it.</param>
/// <param name="DecidedClaims">All decided claims of the value in the quarter; at least 1.</param>
/// <param name="Share">Rejected ÷ decided; 0–1.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper limit.</param>
/// <param name="UnpaidAmount">Claimed less approved.</param>
/// <param name="Rank">Place by unpaid amount within quarter and dimension; 1 is the largest.</param>
/// <param name="CumulativeShare">Share of the quarter's unpaid amount of the dimension down to this row; 0–1; null where nothing was unpaid.</param>
public sealed record RejectionBreakdown(
    DateOnly Quarter,
    string Dimension,
    string Value,
    string Reason,
    string Kind,
    string Classic,
    long RejectedClaims,
    long PartlyPaidClaims,
    long DecidedClaims,
    double Share,
    double ShareLow,
    double ShareHigh,
    decimal UnpaidAmount,
    int Rank,
    double? CumulativeShare)
{
    /// <summary>Judges and ranks the counts; quarters and dimensions in order.</summary>
    /// <param name="cells">Counts, those of claims that were paid included.</param>
    public static IReadOnlyList<RejectionBreakdown> Of(IReadOnlyList<BreakdownCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return [.. cells.GroupBy(cell => (cell.Quarter, cell.Dimension)).OrderBy(group => group.Key.Quarter).ThenBy(group => group.Key.Dimension, StringComparer.Ordinal).SelectMany(OfGroup)];
    }

    private static IEnumerable<RejectionBreakdown> OfGroup(IEnumerable<BreakdownCell> cells)
    {
        var all = cells.ToList();
        var decided = all.GroupBy(cell => cell.Value, StringComparer.Ordinal).ToDictionary(value => value.Key, value => value.Sum(cell => cell.Claims), StringComparer.Ordinal);
        var ordered = all.Where(cell => cell.Reason.Length > 0)
            .OrderByDescending(cell => cell.UnpaidAmount).ThenByDescending(cell => cell.Rejected)
            .ThenBy(cell => cell.Value, StringComparer.Ordinal).ThenBy(cell => cell.Reason, StringComparer.Ordinal).ToList();
        var (total, until) = (ordered.Sum(cell => cell.UnpaidAmount), 0m);
        for (var place = 0; place < ordered.Count; place++)
        {
            var cell = ordered[place];
            until += cell.UnpaidAmount;
            var share = ShareInterval.Wilson(cell.Rejected, decided[cell.Value]);
            yield return new RejectionBreakdown(
                cell.Quarter, cell.Dimension, cell.Value, cell.Reason, RejectionClass.Of(cell.Reason), RejectionClass.ClassicOf(cell.Reason),
                cell.Rejected, cell.PartlyPaid, decided[cell.Value], share.Share, share.Low, share.High, cell.UnpaidAmount,
                place + 1, total > 0 ? (double)(until / total) : null);
        }
    }
}
