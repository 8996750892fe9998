using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>The reporting lag of groups, and of the closings of a window.</summary>
public class LagRisksTests
{
    /// <summary>Lag, truncation, claims, group.</summary>
    private static readonly (int Lag, int Truncation, int Claims, int Group)[] Claims =
    [
        new(1, 3, 2, 1), new(3, 3, 3, 1), new(1, 5, 1, 1), new(4, 5, 2, 1), new(5, 5, 2, 1), new(1, 8, 2, 1), new(4, 8, 2, 1), new(7, 8, 1, 1), new(1, 12, 2, 1), new(4, 12, 1, 1), new(7, 12, 2, 1),
        new(2, 3, 1, 2), new(3, 3, 4, 2), new(2, 5, 2, 2), new(5, 5, 3, 2), new(2, 8, 2, 2), new(5, 8, 1, 2), new(8, 8, 2, 2), new(2, 12, 1, 2), new(5, 12, 2, 2), new(8, 12, 2, 2),
        new(0, 3, 1, 3), new(1, 3, 2, 3), new(3, 3, 2, 3), new(0, 5, 2, 3), new(1, 5, 2, 3), new(3, 5, 1, 3), new(0, 8, 2, 3), new(1, 8, 1, 3), new(3, 8, 2, 3), new(0, 12, 1, 3), new(1, 12, 2, 3), new(3, 12, 2, 3),
    ];

    private static IEnumerable<LagCount> All => Of(_ => true);

    // R 4.2, log-rank with entry 20 - truncation and event at 20 - lag: at each time O, E = d*n_i/n and the hypergeometric covariance of three groups,
    // u' V^-1 u = 25.1694673446, 1 - pchisq(25.1694673446, 2)
    [Fact]
    public void the_test_of_groups_agrees_with_R() =>
        Near.Equal(3.42388847319e-06, LagRisks.PValueOfDifference([.. Enumerable.Range(1, 3).Select(group => LagRisks.Of(Of(one => one == group), LagWindow.All, longest: 8))]));

    // R 4.2: from <- pmax(lag, trunc - 3); survfit(Surv(20 - trunc - .5, 20 - from, from == lag) ~ 1) of those with from <= trunc, at 20 - k - .5
    [Fact]
    public void the_completeness_by_the_closings_of_a_window_agrees_with_R()
    {
        var lag = ReportingLag.Fit(All, closed: new LagWindow(0, 4));

        double[] expected = [0.04328502415, 0.2164251208, 0.281352657, 0.4977777778, 0.6222222222, 0.8, 0.8, 0.8666666667, 1];
        Assert.All(expected.Select((share, k) => (share, k)), one => Assert.Equal(one.share, lag.Completeness(one.k), 1e-9));
    }

    [Fact]
    public void a_window_of_everything_is_no_window() =>
        Assert.Equal(Enumerable.Range(0, 9).Select(ReportingLag.Fit(All).Completeness), Enumerable.Range(0, 9).Select(ReportingLag.Fit(All, closed: new LagWindow(0, 100)).Completeness));

    [Fact]
    public void one_group_and_groups_alike_do_not_differ()
    {
        Assert.Equal(1, LagRisks.PValueOfDifference([LagRisks.Of(All, LagWindow.All)]));
        Assert.Equal(1, LagRisks.PValueOfDifference([LagRisks.Of(All, LagWindow.All), LagRisks.Of(All, LagWindow.All)]), 9);
    }

    [Fact]
    public void a_group_drawn_to_all_lies_between_its_own_and_that_of_all()
    {
        var (own, all) = (LagRisks.Of(Of(group => group == 3), LagWindow.All, longest: 8), LagRisks.Of(All, LagWindow.All));
        var (alone, drawn, whole) = (ReportingLag.Fit(own, own, 0, 1), ReportingLag.Fit(own, all, 20, 1), ReportingLag.Fit(all, all, 0, 1));

        Assert.InRange(drawn.Completeness(1), whole.Completeness(1), alone.Completeness(1));
    }

    [Fact]
    public void groups_counted_up_to_different_lags_are_refused() =>
        Assert.Throws<ArgumentException>(() => LagRisks.PValueOfDifference([LagRisks.Of(All, LagWindow.All), LagRisks.Of(Of(group => group == 3), LagWindow.All)]));

    [Fact]
    public void a_window_without_time_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ReportingLag.Fit(All, closed: new LagWindow(3, 3)));

    private static IEnumerable<LagCount> Of(Func<int, bool> takes) => Claims.Where(one => takes(one.Group)).Select(one => new LagCount(one.Lag, one.Truncation, one.Claims));
}
