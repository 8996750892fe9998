using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class ExcessShapeTests
{
    // R 4.2: nll <- function(p) { b <- exp(p[2]); j <- seq_along(N) - 1; mu <- E + N*exp(p[1])*((j + 1)^b - j^b); -sum(ifelse(O > 0, O*log(mu), 0) - mu) }
    //        optim(c(-5, log(s)), nll, control = list(reltol = 1e-14)) from s = .3, 1, 2, 3; limits: uniroot of the profile - qchisq(.95, 1)/2
    // Bleed systems of base D beside the other bases (Meeker & Escobar 1998; hours as days), ages in half-years.
    [Fact]
    public void bleed_systems_of_base_d_wear_out_as_in_R()
    {
        double[] exposure = [202, 200.7379, 200, 197.0185, 178.2259, 132.9131, 90.4168, 55.6516, 30.7467, 11.6092, 6.293, 1.4483];
        long[] claims = [0, 0, 0, 1, 3, 2, 4, 0, 0, 0, 0, 0];
        double[] expected = [.325, .123, 0, 0, .3811, 0, 0, .186, .0619, 0, 0, 0];

        var shape = ExcessShape.Fit(Ages(exposure, claims, expected))!;

        Near.Equal([2.79419, 1.523001, 4.474522], [shape.Beta, shape.Low, shape.High], 1e-3);
        Assert.Equal(-5.797691, shape.LogLikelihood, 1e-5);
        Assert.Equal("wear_out", shape.Name);
    }

    // the same R with N <- c(1000, 980, 950, 900, 800, 600); O <- c(12, 8, 6, 6, 3, 2); E <- c(2, 2, 2, 2, 1.5, 1.2)
    [Fact]
    public void an_excess_early_in_life_agrees_with_R()
    {
        var shape = ExcessShape.Fit(Ages([1000, 980, 950, 900, 800, 600], [12, 8, 6, 6, 3, 2], [2, 2, 2, 2, 1.5, 1.2]))!;

        Near.Equal([.5647482, .01044236, .2941556, .9311758], [shape.Beta, shape.Scale, shape.Low, shape.High], 1e-3);
        Assert.Equal(35.186, shape.LogLikelihood, 1e-4);
        Assert.Equal("early", shape.Name);
    }

    [Fact]
    public void many_claims_at_one_rate_are_constant_and_few_are_unclear()
    {
        double[] exposure = [.. Enumerable.Repeat(1000.0, 24)];
        double[] nothing = new double[24];

        Assert.Equal("constant", ExcessShape.Fit(Ages(exposure, [.. Enumerable.Repeat(10L, 24)], nothing))!.Name);
        Assert.Equal("unclear", ExcessShape.Fit(Ages(exposure, [.. Enumerable.Range(0, 24).Select(j => j % 6 == 3 ? 1L : 0)], nothing))!.Name);
    }

    [Fact]
    public void no_excess_has_no_shape()
    {
        Assert.Null(ExcessShape.Fit(Ages([100, 100], [1, 1], [1, 2])));
        Assert.Null(ExcessShape.Fit([]));
    }

    private static IEnumerable<AgeCount> Ages(double[] exposure, long[] claims, double[] expected) =>
        exposure.Select((vehicleMonths, age) => new AgeCount(age, vehicleMonths, claims[age], expected[age]));
}
