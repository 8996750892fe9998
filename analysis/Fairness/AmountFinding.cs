using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Which dealers bill what others do not: one row per kind of finding and dealer with at least one found claim, paid in the months that are scored;
/// in each kind the dealer first whose share is surely highest. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Kind"><c>hours_outlier</c> or <c>parts_outlier</c> (robust score above 3.5 among the same labour operation, part and model), <c>hours_above_standard</c> (billed more than a quarter above), <c>repeat_repair</c> (same vehicle, part and failure within 30 days), <c>shared_repair_order</c> (claims beyond the first of one order), <c>invoice_conflict</c> (one invoice number, different totals, on several orders or vehicles).</param>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="Judged">Claims that could be judged; at least 1.</param>
/// <param name="Found">Of them found; at least 1.</param>
/// <param name="Share">Found ÷ judged.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper limit.</param>
/// <param name="ShareElsewhere">Found ÷ judged at all other dealers; null: no other dealer.</param>
/// <param name="Amount">Billed beyond the peers' median or the standard hours; else approved (of <c>invoice_conflict</c>: claimed) amounts of the found claims; in the store's currency.</param>
/// <param name="ExampleClaimIds">At most three found claims, the largest amounts first, joined by a semicolon.</param>
public sealed record AmountFinding(
    string Kind,
    string DealerCode,
    long Judged,
    long Found,
    double Share,
    double ShareLow,
    double ShareHigh,
    double? ShareElsewhere,
    decimal Amount,
    string ExampleClaimIds)
{
    /// <summary>Judges each dealer beside all others.</summary>
    public static IReadOnlyList<AmountFinding> Of(IReadOnlyList<AmountCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return
        [
            .. counts.GroupBy(count => count.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal).SelectMany(kind =>
            {
                long judged = kind.Sum(count => count.Judged), found = kind.Sum(count => count.Found);
                return kind.Where(count => count.Found > 0).Select(count => Row(count, judged - count.Judged, found - count.Found))
                    .OrderByDescending(row => row.ShareLow).ThenBy(row => row.DealerCode, StringComparer.Ordinal);
            }),
        ];
    }

    private static AmountFinding Row(AmountCount count, long judgedElsewhere, long foundElsewhere)
    {
        var share = ShareInterval.Wilson(count.Found, count.Judged);
        return new(
            count.Kind, count.DealerCode, count.Judged, count.Found, share.Share, share.Low, share.High,
            judgedElsewhere == 0 ? null : (double)foundElsewhere / judgedElsewhere, count.Amount, count.ExampleClaimIds);
    }
}
