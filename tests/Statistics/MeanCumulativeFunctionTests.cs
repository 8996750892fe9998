using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>Events per system, systems watched for different times.</summary>
public sealed class MeanCumulativeFunctionTests
{
    // Systems [5,10,15|17] [6,13,17|19] [12,20,25|26] [13,15|24] [16,22,25|28]: .2 .4 .6 .8 1.2 1.6 1.8 2 2.33333 2.66667 3.66667, last variance .718148
    // (Nelson 1995; R: n <- c(rep(5,10),3,3,2,2); c(sum(1/n), sum((n-1)/n^3))).
    [Fact]
    public void means_and_variance_are_nelsons()
    {
        (int, double, long)[] ages = [(25, 2, 2), (5, 5, 1), (6, 5, 1), (10, 5, 1), (12, 5, 1), (13, 5, 2), (15, 5, 2), (16, 5, 1), (17, 5, 1), (20, 3, 1), (22, 3, 1), (27, 0, 0)];

        var steps = MeanCumulativeFunction.Of(ages);

        double[] means = [.2, .4, .6, .8, 1.2, 1.6, 1.8, 2, 2.33333, 2.66667, 3.66667];
        Assert.Equal(means, steps.Select(step => Math.Round(step.Mean, 5)));
        Near.Equal(.718148, steps[^1].Variance, 1e-6);
        Near.Equal(3.66667 * 3.66667, steps[^1].Low * steps[^1].High, 1e-4);
    }

    [Fact]
    public void a_cluster_stands_beside_the_rest_and_nothing_happened_is_nothing()
    {
        var rows = ClusterRepeat.Of([new("C", 1, 10, 5, 0, 0), new("C", 0, 20, 0, 100, 10)]);

        Assert.Equal([(0, 0.0, (double?)0.1), (1, 0.5, null)], rows.Select(row => (row.MonthsInService, row.MeanClaims, row.RestMeanClaims)));
        Assert.Equal((0, 0), (rows[0].MeanLow, rows[0].MeanHigh));
    }
}
