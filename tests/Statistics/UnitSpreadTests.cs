using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>How far units stand apart by themselves, so that only those beyond that are named.</summary>
public sealed class UnitSpreadTests
{
    private static readonly double[] Effects = [.1, -.2, .3, -.4, .05, .6, -.1, .2, -.3, .15, -.25, 2.5];
    private static readonly double[] Variances = [.01, .02, .03, .02, .01, .04, .02, .01, .03, .02, .02, .05];

    // R 4.2: target <- (.8 - 2*qnorm(.9)*dnorm(qnorm(.9))) + .2*qnorm(.9)^2
    // ms <- function(t) { z <- sort(e/sqrt(v + t^2)); k <- floor(length(z)/10); mean(pmin(pmax(z, z[k + 1]), z[length(z) - k])^2) }
    // uniroot(function(t) ms(t) - target, c(0, 5), tol = 1e-14)$root
    [Fact]
    public void the_spread_is_that_of_R_and_one_far_unit_does_not_hide_itself()
    {
        var spread = UnitSpread.Between([.. Effects.Zip(Variances)]);
        Near.Equal(0.333263932460, spread, 1e-9);
        Assert.True(2.5 > 4 * Math.Sqrt(.05 + (spread * spread)));
    }

    [Fact]
    public void where_chance_explains_all_there_is_no_spread()
    {
        Assert.Equal(0, UnitSpread.Between([.. Effects.Select(effect => (effect / 10, 1.0))]));
        Assert.Equal(0, UnitSpread.Between([(3.0, .01), (-3.0, .01)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitSpread.Between([(0.0, 0.0)]));
    }

    // R 4.2: qnorm(1 - .05/2/700)
    [Fact]
    public void the_distance_is_the_normal_quantile() => Near.Equal(3.971476421065, UnitSpread.Distance(1 - (.05 / 700)), 1e-8);
}
