using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>Claims reported in one month, by how long they took to the first closing and how long they could have taken and still be seen.</summary>
/// <param name="Month">First day of the month of report.</param>
/// <param name="Days">Days from report to first closing; at least 0.</param>
/// <param name="Truncation">Days from report to the as-of date; at least <paramref name="Days"/>.</param>
/// <param name="Claims">At least 1.</param>
public sealed record ReportMonthDays(DateOnly Month, int Days, int Truncation, long Claims);

/// <summary>
/// How promptly the claims of a month of report are closed, those included that are not closed yet: only closed claims are delivered, so that of the
/// newest months the quick ones alone are seen. Each claim stands for 1 ÷ F(days from report to now), where F is the distribution of the days to closing
/// estimated in reverse time (Kalbfleisch, Lawless and Robinson 1991, Technometrics 33:273). One row per month of report. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Month">First day of the month of report.</param>
/// <param name="ClosedSoFar">Claims reported in it and closed by now; at least 1.</param>
/// <param name="ExpectedClaims">Claims expected of it in the end; at least <paramref name="ClosedSoFar"/>; months in which next to nothing could be closed yet have none.</param>
/// <param name="Completeness">Closed so far ÷ expected; 0–1.</param>
/// <param name="MedianDaysSeen">Median days from report to closing of those closed: too quick where much is missing.</param>
/// <param name="MedianDays">The median of all that are expected; null: less than half of them are closed.</param>
/// <param name="NinthDecileDays">Nine of ten of all that are expected take no longer; null: fewer are closed.</param>
public sealed record ReportMonth(
    DateOnly Month, long ClosedSoFar, double? ExpectedClaims, double? Completeness, double MedianDaysSeen, double? MedianDays, double? NinthDecileDays)
{
    private const int FewestAtRisk = 30;

    /// <summary>Corrects each month for what is still to come.</summary>
    /// <param name="days">Claims by days and truncation.</param>
    public static IReadOnlyList<ReportMonth> Of(IReadOnlyList<ReportMonthDays> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var lag = ReportingLag.Fit(days.Select(one => new LagCount(one.Days, one.Truncation, one.Claims)), FewestAtRisk);
        return [.. days.GroupBy(one => one.Month).OrderBy(month => month.Key).Select(month => Row(month.Key, [.. month], lag))];
    }

    private static ReportMonth Row(DateOnly month, IReadOnlyList<ReportMonthDays> days, ReportingLag lag)
    {
        var closed = days.Sum(one => one.Claims);
        double? expected = days.All(one => lag.Completeness(one.Truncation) >= Nowcast.LeastSeen) ? days.Sum(one => one.Claims / lag.Completeness(one.Truncation)) : null;
        List<StageDays> seen = [.. days.GroupBy(one => one.Days).OrderBy(one => one.Key).Select(one => new StageDays(month, "total", one.Key, one.Sum(day => day.Claims)))];
        return new(month, closed, expected, closed / expected, StageTime.Quantile(seen, 0.5), Reached(seen, 0.5 * expected), Reached(seen, 0.9 * expected));
    }

    // The day on which so many of all that are expected are closed.
    private static double? Reached(List<StageDays> seen, double? claims)
    {
        var until = 0L;
        foreach (var one in seen)
        {
            until += one.Claims;
            if (until >= claims)
            {
                return one.Days;
            }
        }

        return null;
    }
}
