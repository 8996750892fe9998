using ClaimInsights.Analysis.Statistics;
using CsCheck;

namespace ClaimInsights.Tests.Statistics;

public class ReportingLagTests
{
    /// <summary>Cumulative rows 40 70 80 84 | 50 80 96 | 30 54 | 60.</summary>
    private static readonly LagCount[] Triangle =
    [
        new(0, 3, 40), new(1, 3, 30), new(2, 3, 10), new(3, 3, 4), new(0, 2, 50), new(1, 2, 30), new(2, 2, 16), new(0, 1, 30), new(1, 1, 24), new(0, 0, 60),
    ];

    // R 4.2: g <- sapply(0:3, function(k) sum(n[l == k])/sum(n[l <= k & t >= k])); F <- c(rev(cumprod(rev(1 - g[-1]))), 1)
    [Fact]
    public void completeness_of_a_triangle_agrees_with_R()
    {
        var lag = ReportingLag.Fit(Triangle);

        Near.Equal([0.47746371275783, 0.811688311688312, 0.952380952380952, 1], [.. Enumerable.Range(0, 4).Select(lag.Completeness)]);
    }

    // R 4.2: c(84, 96, 54, 60)/rev(F)
    [Fact]
    public void known_claims_divided_by_completeness_forecast_what_will_be_known()
    {
        var lag = ReportingLag.Fit(Triangle);

        Near.Equal([84, 100.8, 66.528, 125.664], [84 / lag.Completeness(3), 96 / lag.Completeness(2), 54 / lag.Completeness(1), 60 / lag.Completeness(0)]);
    }

    [Fact]
    public void completeness_is_the_chain_ladders() =>
        Gen.Int[1, 50].Array[4].Array[4].Sample(increments =>
        {
            var counts = increments.SelectMany((row, age) => row.Take(4 - age).Select((count, lag) => new LagCount(lag, 3 - age, count)));
            var rows = increments.Select((row, age) => row.Take(4 - age).Select((_, lag) => row.Take(lag + 1).Sum(count => (double)count)).ToArray()).ToArray();
            var (lag, ladder) = (ReportingLag.Fit(counts), ChainLadder.Fit(rows));
            Near.Equal([.. Enumerable.Range(0, 5).Select(ladder.Completeness)], [.. Enumerable.Range(0, 5).Select(lag.Completeness)]);
        });

    [Fact]
    public void lags_of_complete_cases_alone_would_look_too_fast()
    {
        var lag = ReportingLag.Fit(Triangle);
        var naive = Triangle.Where(count => count.Lag == 0).Sum(count => count.Count) / (double)Triangle.Sum(count => count.Count);

        Assert.True(naive > lag.Completeness(0) + .1);
    }

    [Fact]
    public void before_the_failure_nothing_is_known_and_beyond_the_longest_lag_all()
    {
        var lag = ReportingLag.Fit(Triangle);

        Assert.Equal(0, lag.Completeness(-1));
        Assert.Equal(1, lag.Completeness(400));
        Assert.Equal(3, lag.Longest);
    }

    [Fact]
    public void without_claims_everything_counts_as_known_at_once()
    {
        Assert.Equal(1, ReportingLag.Fit([]).Completeness(0));
        Assert.Equal(1, ReportingLag.Fit([new(2, 5, 0)]).Completeness(0));
        Assert.Equal(-1, ReportingLag.None.Longest);
    }

    [Fact]
    public void a_single_slow_old_claim_speaks_for_itself_only_where_a_minimum_is_asked_for()
    {
        LagCount[] counts = [.. Triangle, new(500, 600, 1)];

        Assert.Equal(0, ReportingLag.Fit(counts).Completeness(2));
        Near.Equal(ReportingLag.Fit(Triangle).Completeness(1), ReportingLag.Fit(counts, minimumAtRisk: 20).Completeness(1));
        Assert.Equal(3, ReportingLag.Fit(counts, minimumAtRisk: 20).Longest);
    }

    [Fact]
    public void a_claim_closed_after_it_could_be_seen_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportingLag.Fit([new(5, 4, 1)]));
}
