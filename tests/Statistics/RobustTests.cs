using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class RobustTests
{
    private static readonly double[] Values = [2, 7, 1, 9, 4, 4, 30, 6, 5, 8];

    // R 4.2: c(median(x), quantile(x, .9), quantile(x, .25), mad(x, constant = 1))
    [Fact]
    public void median_quantiles_and_mad_agree_with_R() =>
        Near.Equal([5.5, 11.1, 4, 2], [Robust.Median(Values), Robust.Quantile(Values, .9), Robust.Quantile(Values, .25), Robust.Mad(Values)]);

    // R 4.2: .6745*(x - median(x))/mad(x, constant = 1)
    [Fact]
    public void scores_agree_with_R() =>
        Near.Equal(
            [-1.180375, .505875, -1.517625, 1.180375, -.505875, -.505875, 8.262625, .168625, -.168625, .843125],
            [.. Robust.Scores(Values).Select(score => score!.Value)]);

    [Fact]
    public void small_or_mostly_equal_groups_are_not_judged()
    {
        Assert.All(Robust.Scores(Values, minimum: 11), score => Assert.Null(score));
        Assert.All(Robust.Scores([1, 1, 1, 1, 1, 1, 1, 1, 1, 50]), score => Assert.Null(score));
    }

    [Fact]
    public void nothing_has_no_median() => Assert.True(double.IsNaN(Robust.Median([])));
}
