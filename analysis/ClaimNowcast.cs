using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// An insight table: claims of each recent month of failure that are known, and how many there will be once all are closed; of all dealers, and by their
/// province where provinces report at different speeds.
/// </summary>
/// <param name="Month">First day of the month of failure.</param>
/// <param name="DealerProvince">Province of the dealers; empty: all of them.</param>
/// <param name="Claims">Counted claims known by now; at least 0.</param>
/// <param name="Completeness">Share of the month's claims that is known by now; 0–1.</param>
/// <param name="Expected">Claims in the end: known ÷ completeness; null: next to nothing could be closed yet.</param>
/// <param name="Low">Lower limit of the 95 % prediction interval, widened by how far the nowcasts of earlier month ends were off beyond chance; null: not known.</param>
/// <param name="High">Upper limit; null: not known.</param>
public sealed record ClaimNowcast(DateOnly Month, string DealerProvince, long Claims, double Completeness, double? Expected, long? Low, long? High)
{
    private const int Months = 12;

    /// <summary>Month ends whose nowcasts are compared with what came; the newest of them long enough ago that nearly all came.</summary>
    private const int Earlier = 12, Settled = 3;

    /// <summary>The last twelve months, the newest last; all dealers first; nothing where no claim counts.</summary>
    public static IReadOnlyList<ClaimNowcast> Of(StoreLag lag)
    {
        ArgumentNullException.ThrowIfNull(lag);
        if (lag.Whole.Longest < 0)
        {
            return [];
        }

        var asOf = lag.AsOf;
        var newest = MonthOf(asOf);
        var months = Enumerable.Range(0, Months).Select(i => newest.AddMonths(i - Months + 1)).ToList();
        var known = lag.Days.ToLookup(one => MonthOf(asOf.AddDays(-one.Truncation)));
        var extra = ErrorsBeyondChance(lag, known);
        return
        [
            .. months.Select(month => Row(month, "", lag.Whole)),
            .. lag.Provinces.OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => months.Select(month => Row(month, one.Key, one.Value))),
        ];

        ClaimNowcast Row(DateOnly month, string province, ReportingLag own)
        {
            var claims = known[month].Where(one => province.Length == 0 || one.DealerProvince == province).Sum(one => one.Claims);
            var ago = CalendarMonths.Between(month, newest);
            var (share, variance) = (StoreLag.Completeness(own, month, asOf), StoreLag.LogVariance(own, month, asOf) + (ago < extra.Length ? extra[ago] : 0));
            if (share < Nowcast.LeastSeen || !double.IsFinite(variance))
            {
                return new(month, province, claims, share, null, null, null);
            }

            var cast = Nowcast.Of(claims, share, variance);
            return new(month, province, claims, share, cast.Expected, cast.Low, cast.High);
        }
    }

    /// <summary>
    /// Lags drift and differ by weekday and holiday, so that nowcasts err by more than the binomial says. By months before the month end: the mean square of
    /// ln (what came ÷ nowcast) over earlier month ends, less what chance explains; at least 0.
    /// </summary>
    private static double[] ErrorsBeyondChance(StoreLag lag, ILookup<DateOnly, LagDays> days)
    {
        var (squares, chance, nowcasts) = (new double[Settled], new double[Settled], new int[Settled]);
        var first = MonthOf(lag.AsOf).AddMonths(-Settled);
        for (var i = 0; i < Earlier; i++)
        {
            var then = first.AddMonths(1 - i).AddDays(-1);
            var known = lag.KnownAt(lag.AsOf.DayNumber - then.DayNumber);
            var own = StoreLag.Estimate(known);
            for (var back = 0; back < Settled; back++)
            {
                var month = first.AddMonths(-i - back);
                var share = StoreLag.Completeness(own, month, then);
                var seen = known.Where(one => MonthOf(then.AddDays(-one.Truncation)) == month).Sum(one => one.Count);
                if (own.Longest < 0 || seen == 0 || share is < Nowcast.LeastSeen or >= 1)
                {
                    continue;
                }

                var came = days[month].Sum(one => one.Claims) / StoreLag.Completeness(lag.Whole, month, lag.AsOf);
                var off = Math.Log(came * share / seen);
                squares[back] += off * off;
                chance[back] += ((1 - share) / seen) + StoreLag.LogVariance(own, month, then);
                nowcasts[back]++;
            }
        }

        return [.. squares.Select((sum, back) => nowcasts[back] == 0 ? 0 : Math.Max(0, (sum - chance[back]) / nowcasts[back]))];
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
