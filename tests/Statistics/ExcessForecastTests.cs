using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>How many claims are still to come, and how sure that is.</summary>
public sealed class ExcessForecastTests
{
    private static readonly AgeCount[] Past = [new(0, 2000, 0, .3), new(1, 1900, 5, .7), new(2, 1700, 10, .6), new(3, 1100, 6, .4), new(4, 160, 1, .2), new(5, 50, 3, .2)];

    // R 4.2: age <- 0:5; n <- c(0,5,10,6,1,3); E <- c(.3,.7,.6,.4,.2,.2); fa <- 6:17; FE <- rep(.5,12); z <- seq(-4,4,length.out=81); g <- -.5+.4*z
    // W <- sapply(g, function(s) sum(E*exp(s*log((age+.5)/12)))); F <- sapply(g, function(s) sum(FE*exp(s*log((fa+.5)/12))))
    // l <- -z^2/2 + sapply(g, function(s) sum(n*s*log((age+.5)/12))) - (sum(n)+1)*log(W); w <- exp(l-max(l)); w <- w/sum(w)
    // zk <- seq(-3,3,length.out=13); k <- .75*exp(.35*zk); wk <- dnorm(zk)/sum(dnorm(zk)); cdf <- function(x) sum(outer(w,wk)*pnbinom(x, sum(n)+1, 1/(1+outer(F/W,k))))
    // sum(w*(sum(n)+1)*F/W)*sum(wk*k); min(which(sapply(0:3000, cdf) >= .025))-1 (and .975)
    [Fact]
    public void mean_and_interval_are_those_of_R()
    {
        var future = Enumerable.Range(6, 12).Select(age => new AgeCount(age, 1000, 0, .5)).ToList();

        var (few, none) = (ExcessForecast.Of(Past, [future])[0], ExcessForecast.Of(Past, [[]])[0]);

        Near.Equal(94.8538571586, few.Mean, 1e-8);
        Assert.Equal((25, 243), (few.Low, few.High));
        Assert.Equal((0, 0, 0), (none.Mean, none.Low, none.High));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExcessForecast.Of([], [future]));
    }

    [Fact]
    public void of_many_claims_three_quarters_are_expected_to_come_since_they_were_found_for_being_many()
    {
        var past = Enumerable.Range(0, 24).Select(age => new AgeCount(age, 1000, 100, 50)).ToList();

        var forecast = ExcessForecast.Of(past, [[new(11, 1000, 0, 50)]])[0];

        Assert.InRange(forecast.Mean, 76, 83);
        Assert.InRange(forecast.Low, 30, 40);
        Assert.InRange(forecast.High, 145, 165);
    }
}
