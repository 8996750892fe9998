using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class PoissonExcessTests
{
    // R 4.2: ppois(o - 1, e, lower = FALSE, log = TRUE)
    [Theory]
    [InlineData(15, 5.2, -7.98842843109398)]
    [InlineData(3, .4, -4.83756491437964)]
    [InlineData(120, 95, -4.89247367836635)]
    [InlineData(1, 1e-12, -27.631021115929)]
    [InlineData(200, 3, -646.494492717554)]
    [InlineData(1000, 300, -507.989639330014)]
    [InlineData(5, 20, -1.69448874938626e-05)]
    [InlineData(1000000, 995000, -15.106647347553)]
    [InlineData(100000, 100000, -0.692306489818725)]
    [InlineData(2, 5e-150, -688.249799253906)]
    [InlineData(3000000, 2900000, -1709.63011943384)]
    [InlineData(400, 10, -1089.44140854501)]
    [InlineData(50, 49.9, -0.667147397260652)]
    [InlineData(16, 15, -0.83953706318391)]
    [InlineData(10, 200, -2.04409559358069e-72)]
    public void log_p_value_agrees_with_R_far_into_both_tails(long observed, double expected, double log) =>
        Near.Equal(log, PoissonExcess.LogPValue(observed, expected), 1e-12);

    // R 4.2: ppois(o - 1, e, lower = FALSE)
    [Theory]
    [InlineData(15, 5.2, 0.000339367003123517)]
    [InlineData(3, .4, 0.00792633186725384)]
    [InlineData(120, 95, 0.00750283988808003)]
    [InlineData(0, 2.3, 1)]
    [InlineData(200, 3, 1.70219469205873e-281)]
    [InlineData(2, 5e-150, 1.24999999999993e-299)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 0, 1)]
    public void p_value_agrees_with_R(long observed, double expected, double p) =>
        Near.Equal(p, PoissonExcess.PValue(observed, expected));

    // R 4.2: poisson.test(15, 5.2)$conf.int; poisson.test(120, 95)$conf.int; poisson.test(0, 2.3)$conf.int
    [Theory]
    [InlineData(15, 5.2, 1.61449733322756, 4.75773439836266)]
    [InlineData(120, 95, 1.04728342764146, 1.51042721441423)]
    [InlineData(0, 2.3, 0, 1.60386063222345)]
    public void ratio_comes_with_garwoods_interval(long observed, double expected, double low, double high)
    {
        var ratio = PoissonExcess.Ratio(observed, expected);

        Near.Equal(observed / expected, ratio.Ratio);
        Near.Equal(low, ratio.Low);
        Near.Equal(high, ratio.High);
    }

    // R 4.2: binom.test(9, 9 + 14, 120/(120 + 480), alternative = "greater")$p.value — 14 claims in 480, 9 in 120
    [Fact]
    public void an_expectation_from_few_claims_is_judged_by_the_conditional_binomial_test() =>
        Near.Equal(0.027342276238061, PoissonExcess.PValue(9, 14 * 120 / 480.0, 120 / 600.0));

    // R 4.2: binom.test(3, 3, .2, alternative = "greater")$p.value
    [Fact]
    public void a_reference_without_claims_is_no_proof() =>
        Near.Equal(0.008, PoissonExcess.PValue(3, 0, .2));

    [Fact]
    public void a_large_reference_makes_the_expectation_known() =>
        Near.Equal(PoissonExcess.PValue(15, 5.2), PoissonExcess.PValue(15, 5.2, 1e-9), 1e-6);

    // R 4.2: pbeta(.3, 5, 7.4); pbeta(.999, 2, 3); exp(pbeta(.0005, 900, 1e6, log.p = TRUE)); pbinom(52000, 1e5, .52)
    [Theory]
    [InlineData(.3, 5, 7.4, 0.236152295308921)]
    [InlineData(.999, 2, 3, 0.999999996003)]
    [InlineData(.48, 48000, 52001, 0.501245739384232)]
    public void incomplete_beta_agrees_with_R(double x, double a, double b, double value) =>
        Near.Equal(value, Math.Exp(IncompleteBeta.LogLower(a, b, x)), 1e-9);

    [Fact]
    public void incomplete_beta_agrees_with_R_in_the_far_tail() =>
        Near.Equal(-132.239885515013, IncompleteBeta.LogLower(900, 1e6, .0005));

    // R 4.2: qgamma(c(.05, .95, .001), .35); pgamma(c(.01, 2, 8), .35)
    [Fact]
    public void incomplete_gamma_agrees_with_R_for_small_shapes()
    {
        Near.Equal(1.37981275349155e-04, IncompleteGamma.LowerQuantile(.35, .05));
        Near.Equal(1.52195837003836, IncompleteGamma.LowerQuantile(.35, .95));
        Near.Equal(1.93008197753245e-09, IncompleteGamma.LowerQuantile(.35, .001));
        Near.Equal(0.223318298381471, Math.Exp(IncompleteGamma.LogLower(.35, .01)));
        Near.Equal(0.972786760697029, Math.Exp(IncompleteGamma.LogLower(.35, 2)));
        Near.Equal(0.999968232535470, Math.Exp(IncompleteGamma.LogLower(.35, 8)));
    }

    [Fact]
    public void negative_or_unknown_figures_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonExcess.PValue(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonExcess.PValue(1, -2));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonExcess.PValue(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonExcess.PValue(1, 2, 1));
    }
}
