using ClaimInsights.Analysis.Scan;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Does a part fail more often since some month, whenever its vehicles were built? A software update, a repair method gone wrong, a fuel. An insight
/// table: the parameters are its columns. Claims of listed clusters are left out: their build windows explain them.
/// </summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Month">First day of the newest whole month of closing: the one that is judged.</param>
/// <param name="Periods">1: the month itself; 3: the three months up to it, whose excess is the surer.</param>
/// <param name="Claims">Claims closed in them.</param>
/// <param name="Expected">What the two years before the last quarter let expect, at the same ages and at the pace of all parts, with their season.</param>
/// <param name="Upper">Only one in twenty counts lies above this.</param>
/// <param name="Ratio">Claims ÷ expected.</param>
/// <param name="RatioLow">Lower 95 % limit (Garwood).</param>
/// <param name="RatioHigh">Upper limit.</param>
/// <param name="PValue">Chance of so many claims, or more.</param>
/// <param name="QValue">Adjusted for the number of charts (Benjamini &amp; Hochberg).</param>
/// <param name="Since">First month of the unbroken run of months that stand out by themselves (p ≤ .05) and lead up to this one; null: this month does not.</param>
/// <param name="IsListed">q ≤ α, at least the smallest count, and at least a fifth more than expected.</param>
public sealed record CalendarOnset(
    string CausalPart,
    string FailureMode,
    DateOnly Month,
    int Periods,
    long Claims,
    double Expected,
    long Upper,
    double Ratio,
    double RatioLow,
    double RatioHigh,
    double PValue,
    double QValue,
    DateOnly? Since,
    bool IsListed)
{
    /// <summary>An excess below this ratio interests nobody.</summary>
    private const double SmallestRatio = 1.2;

    private const double Alone = 0.05;

    private static readonly CountMonitorOptions Options = CountMonitorOptions.Months;

    /// <summary>Every chart with at least a year of past, the surest first.</summary>
    /// <param name="warehouse">Its listed clusters are known.</param>
    public static IReadOnlyList<CalendarOnset> In(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var newest = CalendarMonths.NewestWhole(warehouse.Scope.AsOf);
        var fits = PartFit.ByPart(warehouse);
        var (names, strata) = (Analyses.ScannedCharts.RunOnce(warehouse), Analyses.VehicleStrata.RunOnce(warehouse));
        var counted = Counted(
            Analyses.CalendarClaims.Stream(warehouse), chart => names[chart], (chart, kind) => fits[names[chart].CausalPart].Fits(strata[kind].Model, strata[kind].Powertrain), newest);
        if (counted.Count == 0)
        {
            return [];
        }

        var from = counted.Min(chart => chart.First);
        var months = CalendarMonths.Between(from, newest) + 1;
        if (months < Options.Excluded + Options.Fewest + 1)
        {
            return [];
        }

        var exposure = new CalendarExposure(Analyses.ExposureCounts.RunOnce(warehouse), from, months);
        var charts = counted.Select(chart => new Chart(chart.Part, chart.Mode,
            [.. Enumerable.Range(0, months).Select(at => chart.ByMonth.GetValueOrDefault(from.AddMonths(at)))], exposure.Of(fits[chart.Part]).Expected(chart.ByAge))).ToList();
        Pace(charts, months);
        var judged = charts.Select(chart => (Chart: chart, Count: CountMonitor.At(chart.Observed, chart.Expected, months - 1, Options))).Where(one => one.Count is not null).ToList();
        var q = FalseDiscovery.BenjaminiHochberg([.. judged.Select(one => one.Count!.Value.PValue)]);
        return
        [
            .. judged.Select((one, i) => Row(one.Chart, one.Count!.Value, q[i], newest, warehouse.Scope))
                .OrderBy(row => row.PValue).ThenBy(row => row.CausalPart, StringComparer.Ordinal).ThenBy(row => row.FailureMode, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a count stands out surely and far enough to be listed.</summary>
    internal static bool StandsOut(WatchedCount count, double q, Scope scope) =>
        q <= scope.Alpha && count.Observed >= scope.SmallestCount && count.Observed >= SmallestRatio * count.Expected;

    private static CalendarOnset Row(Chart chart, WatchedCount count, double q, DateOnly newest, Scope scope)
    {
        var ratio = RateInterval.Poisson(count.Observed, count.Expected);
        var isListed = StandsOut(count, q, scope);
        // Months are looked at one by one only where it matters when the excess began.
        return new(
            chart.Part, chart.Mode, newest, count.Summed, count.Observed, count.Expected, CountBound.Quantile(count.Expected, count.Variance, Alone),
            ratio.Rate, ratio.Low, ratio.High, count.PValue, q, isListed ? Began(chart, newest) : null, isListed);
    }

    private static DateOnly? Began(Chart chart, DateOnly newest)
    {
        var run = 0;
        for (var at = chart.Observed.Length - 1; at >= 0 && CountMonitor.At(chart.Observed, chart.Expected, at, Options)?.PValue <= Alone; at--)
        {
            run++;
        }

        return run == 0 ? null : newest.AddMonths(1 - run);
    }

    /// <summary>Each chart's claims of vehicles with the part, up to the newest month; one chart's rows are held at a time.</summary>
    private static List<CountedChart> Counted(IEnumerable<CalendarClaim> claims, Func<int, ScannedChart> named, Func<int, int, bool> isFitted, DateOnly newest)
    {
        var charts = new List<CountedChart>();
        foreach (var (number, rows) in Adjacent.Groups(claims, claim => claim.Chart))
        {
            var chart = new CountedChart(named(number).CausalPart, named(number).FailureMode, rows.Min(claim => claim.Month), [], []);
            var fitted = rows.Select(claim => claim.Kind).Distinct().Where(kind => isFitted(number, kind)).ToHashSet();
            foreach (var claim in rows.Where(claim => claim.Month <= newest && fitted.Contains(claim.Kind)))
            {
                chart.ByMonth[claim.Month] = chart.ByMonth.GetValueOrDefault(claim.Month) + claim.Claims;
                chart.ByAge[claim.MonthsInService] = chart.ByAge.GetValueOrDefault(claim.MonthsInService) + claim.Claims;
            }

            charts.Add(chart);
        }

        return charts;
    }

    /// <summary>
    /// What all parts together claim in a month beyond what ages explain is pace (days of closing, a backlog, how fast claims are closed), and the
    /// reporting lag: it scales every expectation alike.
    /// </summary>
    private static void Pace(List<Chart> charts, int months)
    {
        for (var at = 0; at < months; at++)
        {
            double observed = charts.Sum(chart => chart.Observed[at]), expected = charts.Sum(chart => chart.Expected[at]);
            var pace = expected > 0 ? (observed + 1) / (expected + 1) : 1;
            foreach (var chart in charts)
            {
                chart.Expected[at] = Math.Max(1e-6, pace * chart.Expected[at]);
            }
        }
    }

    private sealed record CountedChart(string Part, string Mode, DateOnly First, Dictionary<DateOnly, long> ByMonth, SortedDictionary<int, long> ByAge);

    private sealed record Chart(string Part, string Mode, long[] Observed, double[] Expected);
}
