using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class StratifiedRateRatioTests
{
    [Fact]
    public void with_one_stratum_the_interval_is_that_of_R()
    {
        // R 4.2.2: poisson.test(c(3, 40), c(5000, 20000))$conf.int  and estimate 3/5000/(40/20000)
        var ratio = StratifiedRateRatio.Exact([new RatePair(40, 20_000, 3, 5000)]);

        Near.Equal(0.3, ratio.Ratio, 1e-9);
        Near.Equal(0.0593703082454, ratio.Low, 1e-9);
        Near.Equal(0.9419764514570, ratio.High, 1e-9);
    }

    [Fact]
    public void over_strata_it_inverts_the_convolution_of_their_binomials()
    {
        // R 4.2.2: n <- c(12,20,9); N0 <- c(9000,7000,3000); N1 <- c(4000,2500,800); a <- 4
        // d <- function(r) { p <- r*N1/(r*N1+N0); x <- 1; for (i in 1:3) x <- convolve(x, rev(dbinom(0:n[i], n[i], p[i])), type = "o"); x }
        // exp(uniroot(function(l) sum(d(exp(l))[(a+1):42]) - .025, c(-8,8), tol = 1e-12)$root), likewise [1:(a+1)];
        // estimate: exp(uniroot(function(l) { r <- exp(l); sum(n*r*N1/(r*N1+N0)) - a }, c(-8,8), tol = 1e-12)$root)
        var ratio = StratifiedRateRatio.Exact([new RatePair(11, 9000, 1, 4000), new RatePair(18, 7000, 2, 2500), new RatePair(8, 3000, 1, 800), new RatePair(50, 4000, 0, 0)]);

        Near.Equal(0.2988444186046, ratio.Ratio, 1e-9);
        Near.Equal(0.0772616581256, ratio.Low, 1e-9);
        Near.Equal(0.8335951934021, ratio.High, 1e-9);
    }

    [Fact]
    public void no_claims_say_nothing_and_none_after_has_an_upper_limit()
    {
        Assert.Equal(new RatioInterval(double.NaN, 0, double.PositiveInfinity), StratifiedRateRatio.Exact([new RatePair(0, 100, 0, 100)]));
        var none = StratifiedRateRatio.Exact([new RatePair(10, 1000, 0, 1000)]);
        // R 4.2.2: poisson.test(c(0, 10), c(1000, 1000))$conf.int
        Assert.Equal((0, 0), (none.Ratio, none.Low));
        Near.Equal(0.4459, none.High, 1e-3);
    }

    // R 4.2.2: need <- function(C0, rho) { for (a in 0:2000) { f <- function(l) pbinom(a, a+C0, exp(l)/(exp(l)+C0)) - .025
    //   if (f(log(1e9)) > 0) next; m <- exp(uniroot(f, c(-10, log(1e9)), tol = 1e-12)$root); if (ppois(a, rho*m) >= .8) return(m) } }
    [Theory]
    [InlineData(30, .25, 11.3509913119)]
    [InlineData(200, .5, 26.6303743265)]
    public void exposure_needed_to_see_a_fall_is_that_of_R(long before, double ratio, double expected) =>
        Near.Equal(expected, ReductionPower.ExpectedNeeded(before, ratio)!.Value, 1e-9);

    [Fact]
    public void two_claims_before_can_never_show_a_fall_by_a_fifth() => Assert.Null(ReductionPower.ExpectedNeeded(2, .8));
}
