using System.Globalization;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>What is not reported yet: against R, and against what came.</summary>
public class NowcastTests
{
    [Fact]
    public void the_interval_is_the_negative_binomial_one_of_r()
    {
        // R: 40 + qnbinom(c(.025, .975), size = 40.5, prob = .47746371)
        var nowcast = Nowcast.Of(40, 0.47746371);

        Assert.Equal((67L, 105L), (nowcast.Low, nowcast.High));
        Assert.Equal(83.77600, nowcast.Expected, 4);
        Assert.True(Nowcast.Of(40, 0.47746371, 0.01) is { Low: < 67L, High: > 105L });
        Assert.Equal(new Nowcast(7, 7, 7), Nowcast.Of(7, 1));
    }

    [Fact]
    public void the_variance_of_the_completeness_is_greenwoods_in_reverse_time()
    {
        // Lags 0, 1, 2 of 50, 30, 20 claims that could all be seen: F = .5, .8, 1; g(2) = 20/100, g(1) = 30/80.
        var lag = ReportingLag.Fit([new(0, 2, 50), new(1, 2, 30), new(2, 2, 20)]);

        Assert.Equal(20 / (100.0 * 80), lag.LogVariance(1), 12);
        Assert.Equal((20 / (100.0 * 80)) + (30 / (80.0 * 50)), lag.LogVariance(0), 12);
        Assert.Equal(0, lag.LogVariance(2), 12);
    }

    /// <summary>630 real events of 2011 with the days on which they happened and were reported: cut at each day, and compared with what came.</summary>
    [Fact]
    public void cut_at_any_day_what_came_lies_inside()
    {
        var file = Repository.Golden is { } golden ? Path.Combine(golden, "lag", "hus_o104_lag.csv") : null;
        Assert.SkipUnless(File.Exists(file), "no golden data beside the repository");
        var events = File.ReadLines(file!).Skip(1).Select(line => line.Split(',')).Select(cells => (On: Day(cells[0]), Known: Day(cells[1]))).ToList();
        var (inside, all) = (0, 0);
        for (var cut = new DateOnly(2011, 5, 28); cut <= new DateOnly(2011, 6, 30); cut = cut.AddDays(1))
        {
            var known = events.Where(one => one.Known <= cut).ToList();
            var lag = ReportingLag.Fit(known.Select(one => new LagCount(one.Known.DayNumber - one.On.DayNumber, Math.Min(15, cut.DayNumber - one.On.DayNumber), 1)), minimumAtRisk: 5);
            for (var ago = 1; ago < lag.Longest; ago++)
            {
                var on = cut.AddDays(-ago);
                if (lag.Completeness(ago) >= 0.2 && double.IsFinite(lag.LogVariance(ago)))
                {
                    var nowcast = Nowcast.Of(known.Count(one => one.On == on), lag.Completeness(ago), lag.LogVariance(ago));
                    var came = events.Count(one => one.On == on);
                    (inside, all) = (inside + (came >= nowcast.Low && came <= nowcast.High ? 1 : 0), all + 1);
                }
            }
        }

        Assert.True(all > 250, $"{all}");
        Assert.True(inside / (double)all >= 0.9, $"{inside} of {all}");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text.Trim('"'), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
