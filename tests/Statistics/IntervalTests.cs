using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class IntervalTests
{
    // R 4.2: poisson.test(12, 3450)$conf.int; poisson.test(0, 2.5)$conf.int; poisson.test(1, 1, conf.level = .998)$conf.int;
    //        poisson.test(1234567, 1e6)$conf.int
    [Theory]
    [InlineData(12, 3450, .95, 0.00179726814745572, 0.00607582175309477)]
    [InlineData(0, 2.5, .95, 0, 1.47555178164557)]
    [InlineData(1, 1, .998, 0.00100050033358353, 9.23341347645158450)]
    [InlineData(1234567, 1e6, .95, 1.23239021034193, 1.23674668484583)]
    public void poisson_interval_agrees_with_R(long events, double exposure, double confidence, double low, double high)
    {
        var interval = RateInterval.Poisson(events, exposure, confidence);

        Near.Equal(events / exposure, interval.Rate);
        Near.Equal(low, interval.Low);
        Near.Equal(high, interval.High);
    }

    // R 4.2: qgamma(c(.025, .975), c(1e9, 1e9 + 1))
    [Fact]
    public void poisson_interval_holds_for_a_thousand_million_events()
    {
        var interval = RateInterval.Poisson(1_000_000_000, 1);

        Near.Equal(999938021.443928, interval.Low);
        Near.Equal(1000061981.450409, interval.High);
    }

    // R 4.2: prop.test(15, 148, correct = FALSE)$conf.int, and so on; (512, 1000) with conf.level = .998
    [Theory]
    [InlineData(15, 148, .95, 0.0623863995307363, 0.1604872417233080)]
    [InlineData(0, 10, .95, 0, 0.277532799862889)]
    [InlineData(10, 10, .95, 0.722467200137111, 1)]
    [InlineData(512, 1000, .998, 0.463271142867693, 0.560501836219673)]
    public void wilson_interval_agrees_with_R(long hits, long trials, double confidence, double low, double high)
    {
        var interval = ShareInterval.Wilson(hits, trials, confidence);

        Near.Equal(low, interval.Low);
        Near.Equal(high, interval.High);
    }

    [Fact]
    public void a_share_of_nothing_is_unknown_between_0_and_1() =>
        Assert.Equal(new ShareInterval(double.NaN, 0, 1), ShareInterval.Wilson(0, 0));

    [Fact]
    public void impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareInterval.Wilson(11, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Poisson(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Poisson(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Poisson(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateInterval.Poisson(1, 1, confidence: 1));
    }
}
