namespace ClaimInsights.Analysis.Fairness;

/// <summary>The dealers, or provinces, of one stage, each beside the others in the same quarters.</summary>
internal sealed class StageUnits
{
    private readonly Dictionary<DateOnly, (long Claims, long Late, double Days)> all;

    public StageUnits(IReadOnlyList<StageUnitDays> days, WarrantyRules rules)
    {
        (Stage, Kind) = (days[0].Stage, days[0].Kind);
        var newest = days.Max(one => one.Quarter);
        LateAfter = rules.Target(Stage, newest) ?? NinthDecile(days);
        all = days.GroupBy(one => one.Quarter).ToDictionary(quarter => quarter.Key, quarter => Sum(quarter, LateAfter));
        Units = [.. days.GroupBy(one => one.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => Compare(unit.Key, [.. unit]))];
    }

    public string Stage { get; }

    public string Kind { get; }

    /// <summary>Days beyond which a claim is late.</summary>
    public int LateAfter { get; }

    public IReadOnlyList<ComparedUnit> Units { get; }

    private ComparedUnit Compare(string unit, List<StageUnitDays> days)
    {
        var (claims, late, expected, lost) = (0L, 0L, 0.0, 0.0);
        foreach (var quarter in days.GroupBy(one => one.Quarter).OrderBy(quarter => quarter.Key))
        {
            var own = Sum(quarter, LateAfter);
            var whole = all[quarter.Key];
            var others = whole.Claims - own.Claims;
            (claims, late) = (claims + own.Claims, late + own.Late);

            // Alone in a quarter there is nobody to be compared with: it is what is usual.
            expected += own.Claims * (others == 0 ? (double)own.Late / own.Claims : (double)(whole.Late - own.Late) / others);
            lost += others == 0 ? 0 : own.Days - (own.Claims * (whole.Days - own.Days) / others);
        }

        return new ComparedUnit(unit, claims, late, expected, lost, [.. days.GroupBy(one => one.Days).OrderBy(one => one.Key).Select(one => new StageDays(default, Stage, one.Key, one.Sum(day => day.Claims)))]);
    }

    private static int NinthDecile(IReadOnlyList<StageUnitDays> days)
    {
        var (until, all) = (0L, days.Sum(one => one.Claims));
        return days.OrderBy(one => one.Days).First(one => (until += one.Claims) >= 0.9 * all).Days;
    }

    private static (long Claims, long Late, double Days) Sum(IEnumerable<StageUnitDays> days, int lateAfter)
    {
        var (claims, late, sum) = (0L, 0L, 0.0);
        foreach (var one in days)
        {
            (claims, late, sum) = (claims + one.Claims, late + (one.Days > lateAfter ? one.Claims : 0), sum + ((double)one.Days * one.Claims));
        }

        return (claims, late, sum);
    }

    /// <summary>A unit beside the others.</summary>
    internal sealed record ComparedUnit(string Unit, long Claims, long Late, double Expected, double DaysLost, IReadOnlyList<StageDays> Days)
    {
        /// <summary>Log odds of being late, beside those of the others; a half added to either count keeps it finite.</summary>
        public double Effect => Math.Log((Late + 0.5) / (Claims - Late + 0.5)) - Math.Log(Expected / (Claims - Expected));

        /// <summary>Variance of the log odds by chance alone.</summary>
        public double Variance => Claims / (Expected * (Claims - Expected));

        public double Quantile(double share) => StageTime.Quantile(Days, share);
    }
}
