using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class ControlChartTests
{
    private static readonly long[] Hits = [12, 15, 9, 22, 14, 40, 11, 13];
    private static readonly long[] Trials = [100, 120, 90, 150, 110, 130, 95, 105];

    // R 4.2: m <- mean(x); r <- mean(abs(diff(x))); c(m, m - 2.66*r, m + 2.66*r)
    [Fact]
    public void individuals_chart_agrees_with_R_and_marks_the_one_month_outside()
    {
        var chart = ControlChart.Individuals([10, 12, 11, 13, 9, 10, 30, 11, 12, 10]);

        Near.Equal([12.8, -2.56888888888889, 28.1688888888889], [chart.Centre, chart.Points[0].Low, chart.Points[0].High]);
        Assert.Equal([6], Signals(chart));
    }

    // R 4.2: p <- sum(h)/sum(N); s <- sqrt(p*(1 - p)/N); p - 3*s; p + 3*s
    [Fact]
    public void p_chart_agrees_with_R()
    {
        var chart = ControlChart.Shares(Hits, Trials);

        Near.Equal([.151111111111111, .0568737312627528, .2453484909594694, .0436639664822803, .258558255739942],
            [chart.Centre, chart.Points[5].Low, chart.Points[5].High, chart.Points[0].Low, chart.Points[0].High]);
        Assert.Equal([5], Signals(chart));
    }

    // R 4.2: z <- (h/N - p)/s; sz <- mean(abs(diff(z)))/1.128; pmax(0, p - 3*s*sz); p + 3*s*sz
    [Fact]
    public void laneys_chart_widens_the_limits_by_the_spread_between_months()
    {
        var chart = ControlChart.LaneyShares(Hits, Trials);

        Near.Equal([0, .320370330361166, .344096313371491], [chart.Points[5].Low, chart.Points[5].High, chart.Points[0].High]);
        Assert.Empty(Signals(chart));
    }

    // R 4.2: u <- sum(h)/sum(N); s <- sqrt(u/N); u - 3*s; u + 3*s; the same with sz
    [Fact]
    public void u_chart_and_its_widened_form_agree_with_R()
    {
        var exposures = Trials.Select(n => (double)n).ToArray();
        var (plain, widened) = (ControlChart.Rates(Hits, exposures), ControlChart.LaneyRates(Hits, exposures));

        Near.Equal([.0488294487197594, .2533927735024629], [plain.Points[5].Low, plain.Points[5].High]);
        Near.Equal([0, .3203703303611662], [widened.Points[5].Low, widened.Points[5].High]);
    }

    [Fact]
    public void the_eighth_month_in_a_row_on_one_side_is_a_signal()
    {
        var chart = ControlChart.Individuals([1, 9, 1, 9, 1, 9, 1, 9, 6, 6, 7, 6, 7, 6, 6, 7], baseline: 8);

        Assert.Equal([14, 15], Signals(chart));
        Assert.DoesNotContain(chart.Points, point => point.IsOutside);
    }

    [Fact]
    public void limits_can_come_from_the_first_months_alone()
    {
        var chart = ControlChart.Individuals([10, 12, 10, 12, 10, 12, 40, 42], baseline: 6);

        Near.Equal([11, 11 + (2.66 * 2)], [chart.Centre, chart.Points[7].High]);
        Assert.Equal([6, 7], Signals(chart));
    }

    [Fact]
    public void a_month_without_trials_has_no_value_and_disturbs_no_other()
    {
        var with = ControlChart.LaneyShares([12, 0, 15, 9, 22], [100, 0, 120, 90, 150]);
        var without = ControlChart.LaneyShares([12, 15, 9, 22], [100, 120, 90, 150]);

        Assert.True(double.IsNaN(with.Points[1].Value));
        Assert.Equal(without.Points[1], with.Points[2]);
    }

    [Fact]
    public void equal_values_are_no_signal()
    {
        Assert.Empty(Signals(ControlChart.Individuals([.1, .1, .1, .1, .1, .1, .1, .1, .1, .1])));
        Assert.Empty(Signals(ControlChart.LaneyShares([.. Enumerable.Repeat(1L, 12)], [.. Enumerable.Repeat(3L, 12)])));
        Assert.Empty(Signals(ControlChart.Shares([0, 0, 0], [5, 6, 7])));
    }

    [Fact]
    public void a_single_month_has_a_centre_but_no_limits()
    {
        var chart = ControlChart.Individuals([5]);

        Assert.Equal(5, chart.Centre);
        Assert.True(double.IsNaN(chart.Points[0].High));
        Assert.Empty(ControlChart.Individuals([]).Points);
    }

    private static IEnumerable<int> Signals(ControlChart chart) =>
        chart.Points.Select((point, i) => (point, i)).Where(x => x.point.IsSignal).Select(x => x.i);
}
