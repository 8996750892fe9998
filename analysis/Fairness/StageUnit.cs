using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Who takes longer over a stage than others do, and where days are lost: one row per stage and dealer or province with at least five claims
/// closed in the months that are scored; slow ones first, the total behind its stages, then by days lost. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Stage">See <see cref="StageTime"/>.</param>
/// <param name="Kind"><c>dealer</c> or <c>province</c> (the dealer's, else the vehicle's).</param>
/// <param name="Unit">Its code or name.</param>
/// <param name="Claims">Claims that have both of the stage's days; at least 5.</param>
/// <param name="MedianDays">Grouped median, days.</param>
/// <param name="NinthDecileDays">Nine of ten took no longer, days.</param>
/// <param name="LateAfter">Days beyond which a claim is late: the stage's target, else what nine of ten claims of all units keep.</param>
/// <param name="Late">Claims that took longer.</param>
/// <param name="LateShare">Late ÷ claims; 0–1.</param>
/// <param name="LateLow">Lower 95 % Wilson limit.</param>
/// <param name="LateHigh">Upper limit.</param>
/// <param name="Expected">Late claims that the others of its kind would have had in the same quarters.</param>
/// <param name="Ratio">Late ÷ expected, drawn towards what is usual for the stage (Gamma–Poisson); 1 is usual.</param>
/// <param name="RatioLow">Lower 95 % limit.</param>
/// <param name="RatioHigh">Upper limit.</param>
/// <param name="DaysLost">Days that its claims took beyond the others' mean, all in all; below 0: days gained.</param>
/// <param name="IsSlow">Late claims lie above the funnel of all units of all stages together (Bonferroni, 95 %), also where the pace that units of its kind have by themselves is allowed for, and the ratio's interval above 1.</param>
public sealed record StageUnit(
    string Stage,
    string Kind,
    string Unit,
    long Claims,
    double MedianDays,
    double NinthDecileDays,
    int LateAfter,
    long Late,
    double LateShare,
    double LateLow,
    double LateHigh,
    double Expected,
    double Ratio,
    double RatioLow,
    double RatioHigh,
    double DaysLost,
    bool IsSlow)
{
    private const int FewestClaims = 5;

    /// <summary>Compares the units of each stage with the others of their kind.</summary>
    /// <param name="days">Claims by days.</param>
    /// <param name="rules">The warranty's rules, which hold the targets.</param>
    public static IReadOnlyList<StageUnit> Of(IReadOnlyList<StageUnitDays> days, WarrantyRules rules)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(rules);
        var kinds = days.GroupBy(one => (one.Stage, one.Kind)).Select(group => new StageUnits([.. group], rules)).ToList();
        var comparisons = Math.Max(1, kinds.Sum(kind => kind.Units.Count(unit => unit.Claims >= FewestClaims)));
        return
        [
            .. kinds.SelectMany(kind => Rows(kind, 1 - (0.05 / comparisons)))
                .OrderByDescending(row => row.IsSlow).ThenBy(row => row.Stage == "total").ThenByDescending(row => row.DaysLost)
                .ThenBy(row => row.Stage, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Unit, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<StageUnit> Rows(StageUnits kind, double confidence)
    {
        var units = kind.Units.Where(unit => unit.Claims >= FewestClaims && unit.Expected > 0 && unit.Expected < unit.Claims).ToList();
        if (units.Count < 2 || units.All(unit => unit.Late == 0))
        {
            return [];
        }

        // Units have a pace of their own: to be slow is to stand out from that, too.
        var spread = UnitSpread.Between([.. units.Select(unit => (unit.Effect, unit.Variance))]);
        var distance = UnitSpread.Distance(confidence);
        var usual = GammaPoissonShrinkage.Fit(units.Select(unit => (unit.Late, unit.Expected)));
        return units.Select(unit =>
        {
            var ratio = usual.Shrink(unit.Late, unit.Expected);
            var share = ShareInterval.Wilson(unit.Late, unit.Claims);
            var limit = FunnelLimits.Binomial(unit.Claims, unit.Expected / unit.Claims, confidence).High;
            var isApart = unit.Effect > distance * Math.Sqrt(unit.Variance + (spread * spread));
            return new StageUnit(
                kind.Stage, kind.Kind, unit.Unit, unit.Claims, unit.Quantile(0.5), unit.Quantile(0.9), kind.LateAfter, unit.Late, share.Share, share.Low, share.High,
                unit.Expected, ratio.Ratio, ratio.Low, ratio.High, unit.DaysLost, share.Share > limit && isApart && ratio.Low > 1);
        });
    }
}
