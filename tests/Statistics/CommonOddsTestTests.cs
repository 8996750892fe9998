using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>Whether hits became more frequent, kind by kind.</summary>
public sealed class CommonOddsTestTests
{
    // R 4.2: mantelhaen.test(array(c(3,97,9,141, 0,50,4,60, 2,300,1,280), c(2,2,3)), exact = TRUE)$p.value
    [Fact]
    public void few_hits_are_judged_exactly_as_in_R() =>
        Near.Equal(0.161143885429, CommonOddsTest.PValue([new(3, 100, 9, 150), new(0, 50, 4, 64), new(2, 302, 1, 281)]), 1e-10);

    // R 4.2: mantelhaen.test(array(c(300,9700,420,9600, 80,5000,95,5100), c(2,2,2)))$p.value
    [Fact]
    public void many_hits_are_judged_by_the_normal_distribution_as_in_R() =>
        Near.Equal(8.11573397593e-06, CommonOddsTest.PValue([new(300, 10000, 420, 10020), new(80, 5080, 95, 5195)]), 1e-12);

    [Fact]
    public void strata_of_one_period_or_without_hits_say_nothing() =>
        Assert.Equal(1, CommonOddsTest.PValue([new(5, 10, 0, 0), new(0, 10, 0, 12), new(4, 4, 6, 6)]));
}
