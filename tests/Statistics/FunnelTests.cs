using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class FunnelTests
{
    private static readonly double[] Scores = [-4.2, -1.1, -.8, -.5, -.2, .1, .3, .7, 1.2, 1.6, 2.4, 9];

    // R 4.2: r <- qbinom(q, n, t); (r - (pbinom(r, n, t) - q)/(pbinom(r, n, t) - pbinom(r - 1, n, t)))/n
    [Theory]
    [InlineData(50, .1, .95, 0.0138629269573437, 0.179722727623364)]
    [InlineData(400, .12, .998, 0.0713035576837718, 0.171612398095961)]
    [InlineData(100000, .3, .95, 0.297156630037219, 0.302837157250645)]
    [InlineData(3, .1, .95, 0, 0.37037037037037)]
    public void limits_are_the_interpolated_binomial_quantiles_of_R(long trials, double target, double confidence, double low, double high)
    {
        var limits = FunnelLimits.Binomial(trials, target, confidence);

        Near.Equal(low, limits.Low, 1e-9);
        Near.Equal(high, limits.High, 1e-9);
    }

    [Fact]
    public void overdispersion_widens_the_limits_around_the_target()
    {
        var (exact, wide) = (FunnelLimits.Binomial(400, .12), FunnelLimits.Binomial(400, .12, overdispersion: 4));

        Near.Equal(2 * (.12 - exact.Low), .12 - wide.Low);
        Near.Equal(2 * (exact.High - .12), wide.High - .12);
    }

    // R 4.2: zs <- sort(z); mean(pmin(pmax(z, zs[2]), zs[11])^2)
    [Fact]
    public void extreme_units_do_not_widen_the_funnel_that_is_to_show_them()
    {
        Near.Equal(1.62166666666667, Overdispersion.Winsorised(Scores));
        Assert.Equal(1, Overdispersion.Winsorised([.1, -.2, .3]));
        Assert.Equal(1, Overdispersion.Winsorised([]));
    }

    [Fact]
    public void a_score_is_the_distance_in_standard_errors() =>
        Near.Equal((20 - 12) / Math.Sqrt(100 * .12 * .88), FunnelLimits.Score(20, 100, .12));

    // R 4.2: o <- optim(c(0, 0), function(x) {a <- exp(x[1]); b <- a/exp(x[2]); -sum(dnbinom(O, size = a, prob = b/(b + E), log = TRUE))},
    //        method = "BFGS", control = list(reltol = 1e-15)); (a + 25)/(b + 11); qgamma(c(.025, .975), a + 25, b + 11)
    [Fact]
    public void shrinkage_agrees_with_R()
    {
        var shrinkage = GammaPoissonShrinkage.Fit(
            [(3, 4), (0, 1.5), (12, 6), (5, 5.5), (8, 9), (1, 2), (25, 11), (2, .8), (7, 6.5), (4, 5)]);
        var unit = shrinkage.Shrink(25, 11);

        Near.Equal([8.20987923624411, 6.70819441123314], [shrinkage.Shape, shrinkage.Rate], 1e-5);
        Near.Equal([1.87539612820026, 1.29260688275998, 2.56492467519876], [unit.Ratio, unit.Low, unit.High], 1e-6);
    }

    [Fact]
    public void units_that_do_not_differ_are_all_drawn_to_the_mean()
    {
        var shrinkage = GammaPoissonShrinkage.Fit([(10, 10), (20, 20), (5, 5), (12, 12), (7, 7)]);

        Assert.InRange(shrinkage.Shrink(3, 1).Ratio, .99, 1.01);
        Assert.Throws<ArgumentException>(() => GammaPoissonShrinkage.Fit([(0, 3)]));
    }
}
