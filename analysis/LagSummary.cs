using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// An insight table: how long it takes from a failure to the closed claim, estimated in reverse time so that claims still on their way are allowed for; of all dealers,
/// and by their province where provinces differ.
/// </summary>
/// <param name="DealerProvince">Province of the dealers; empty: all of them.</param>
/// <param name="Claims">Counted claims closed in the window; at least 1.</param>
/// <param name="ClosedSince">First closing day that counts; null: every closing does.</param>
/// <param name="MedianDays">Half of the claims are closed so many days after the failure; at least 0.</param>
/// <param name="NinthDecileDays">Nine of ten are.</param>
/// <param name="Known30">Share that is closed 30 days after the failure; 0–1.</param>
/// <param name="Known60">The same of 60 days.</param>
/// <param name="Known90">The same of 90 days.</param>
/// <param name="Known180">The same of 180 days.</param>
/// <param name="MedianDaysBefore">The median by the closings of the same days a year before; null: too few, or a province.</param>
/// <param name="PValue">Of all dealers: chance of such differences between provinces where there are none (log-rank test in reverse time); null: a province.</param>
/// <param name="PValueOfDrift">Of all dealers: the same of these closings and those a year before; 1 where there are none; null: a province.</param>
public sealed record LagSummary(
    string DealerProvince, long Claims, DateOnly? ClosedSince, int MedianDays, int NinthDecileDays, double Known30, double Known60, double Known90, double Known180,
    int? MedianDaysBefore, double? PValue, double? PValueOfDrift)
{
    /// <summary>All dealers first, then provinces, the slowest first; nothing where no claim counts.</summary>
    public static IReadOnlyList<LagSummary> Of(StoreLag lag)
    {
        ArgumentNullException.ThrowIfNull(lag);
        var since = lag.Window == LagWindow.All ? (DateOnly?)null : lag.AsOf.AddDays(1 - lag.Window.Oldest);
        long Claims(string? province) => lag.Days.Where(one => (province is null || one.DealerProvince == province) && one.Truncation - one.Lag < lag.Window.Oldest).Sum(one => one.Claims);
        if (lag.Whole.Longest < 0)
        {
            return [];
        }

        return
        [
            Row("", Claims(null), lag.Whole) with { MedianDaysBefore = lag.Before is { } before ? Reached(before, 0.5) : null, PValue = lag.PValue, PValueOfDrift = lag.PValueOfDrift },
            .. lag.Provinces.Select(one => Row(one.Key, Claims(one.Key), one.Value)).OrderByDescending(row => row.MedianDays).ThenByDescending(row => row.NinthDecileDays).ThenBy(row => row.DealerProvince, StringComparer.Ordinal),
        ];

        LagSummary Row(string province, long claims, ReportingLag own) => new(
            province, claims, since, Reached(own, 0.5), Reached(own, 0.9), own.Completeness(30), own.Completeness(60), own.Completeness(90), own.Completeness(180), null, null, null);
    }

    private static int Reached(ReportingLag lag, double share)
    {
        var days = 0;
        while (lag.Completeness(days) < share)
        {
            days++;
        }

        return days;
    }
}
