using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// What would have prevented rejections: how far past the warranty's end they were, and which evidence they lacked; claims closed in the months
/// that are scored. One row per reason and fact, reasons and facts in order. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="Classic">The classic cause: <c>owner_caused</c>, <c>unauthorised_repair</c>, <c>expired_warranty</c>; empty: none.</param>
/// <param name="Fact"><c>days_past_end</c>, <c>km_past_limit</c>, <c>no_photos</c>, <c>old_part_not_returned</c>, <c>fault_codes_not_read</c> or <c>no_maintenance_record</c>.</param>
/// <param name="Claims">Claims rejected for the reason; at least 1.</param>
/// <param name="Known">Of them those of which the fact is known; at least 1.</param>
/// <param name="Median">Median days or kilometres past the end, 0 inside; null for evidence.</param>
/// <param name="NinthDecile">Nine of ten were no farther past; null for evidence.</param>
/// <param name="NearLimit">What counts as a near miss: so many days or kilometres past the end; null for evidence.</param>
/// <param name="Hits">Near misses (past the end, no farther than that), or claims that lack the evidence.</param>
/// <param name="Share">Hits ÷ known; 0–1.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper limit.</param>
/// <param name="PaidShare">The same share among claims that were not rejected; null for days and kilometres, and where none of them says.</param>
public sealed record RejectionPrevention(
    string Reason,
    string Classic,
    string Fact,
    long Claims,
    long Known,
    double? Median,
    double? NinthDecile,
    int? NearLimit,
    long Hits,
    double Share,
    double ShareLow,
    double ShareHigh,
    double? PaidShare)
{
    private const int NearDays = 30;
    private const int NearKm = 1000;

    /// <summary>Measures the claims against the rules in force when they failed.</summary>
    /// <param name="warehouse">The store.</param>
    /// <param name="rules">The table of rules.</param>
    public static IReadOnlyList<RejectionPrevention> In(Warehouse warehouse, WarrantyRules rules)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(rules);
        var past = new List<(int? Days, int? Km, string Reason)>();
        foreach (var one in Analyses.PastLimits.Stream(warehouse))
        {
            var terms = rules.On(one.HappenedOn).TermsOf(one.WarrantyMonths, one.WarrantyKm, one.UsageClass);
            past.Add((terms.DaysPast(one.InServiceOn, one.HappenedOn), terms.KmPast(one.OdometerKm), one.Reason));
        }

        List<RejectionPrevention> rows =
        [
            .. Distance(past, "out_of_time", "days_past_end", NearDays, one => one.Days),
            .. Distance(past, "out_of_mileage", "km_past_limit", NearKm, one => one.Km),
            .. Evidence(Analyses.EvidenceCounts.Run(warehouse)),
        ];
        return [.. rows.OrderBy(row => row.Reason, StringComparer.Ordinal).ThenBy(row => row.Fact, StringComparer.Ordinal)];
    }

    private static IEnumerable<RejectionPrevention> Distance(
        List<(int? Days, int? Km, string Reason)> past, string reason, string fact, int near, Func<(int? Days, int? Km, string Reason), int?> value)
    {
        var claims = past.Where(one => one.Reason == reason).ToList();
        var known = claims.Select(value).OfType<int>().Order().ToList();
        if (known.Count == 0)
        {
            yield break;
        }

        var hits = known.Count(one => one > 0 && one <= near);
        var share = ShareInterval.Wilson(hits, known.Count);
        yield return new(
            reason, RejectionClass.ClassicOf(reason), fact, claims.Count, known.Count, Quantile(known, 0.5), Quantile(known, 0.9), near, hits,
            share.Share, share.Low, share.High, null);
    }

    private static IEnumerable<RejectionPrevention> Evidence(IReadOnlyList<EvidenceCount> counts)
    {
        var paid = counts.FirstOrDefault(one => one.Reason.Length == 0)?.Facts.ToDictionary(one => one.Fact, one => one.Known == 0 ? (double?)null : (double)one.Missing / one.Known, StringComparer.Ordinal);
        foreach (var one in counts.Where(one => one.Reason.Length > 0))
        {
            foreach (var (fact, known, missing) in one.Facts.Where(fact => fact.Known > 0))
            {
                var share = ShareInterval.Wilson(missing, known);
                yield return new(
                    one.Reason, RejectionClass.ClassicOf(one.Reason), fact, one.Claims, known, null, null, null, missing,
                    share.Share, share.Low, share.High, paid?.GetValueOrDefault(fact));
            }
        }
    }

    // The smallest value that so many reach: no value is invented between two days.
    private static double Quantile(List<int> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
