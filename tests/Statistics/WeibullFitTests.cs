using System.Globalization;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class WeibullFitTests
{
    // R 4.2: m <- survreg(Surv(t, s) ~ 1, dist = "weibull"); c(1/m$scale, exp(coef(m)), m$loglik[1])
    [Fact]
    public void fit_with_censored_ages_agrees_with_R()
    {
        var fit = WeibullFit.Fit(
            [new(120, true), new(430, true), new(560, false), new(610, true), new(900, true), new(1300, false), new(1300, true), new(2000, false)])!;

        Near.Equal([1.2139697480684, 1385.5586130588213, -41.2551224994961], [fit.Shape, fit.Scale, fit.LogLikelihood], 1e-9);
    }

    // R 4.2: the same with t = 1…5 failed and weights 100 on one age 6 without failure
    [Fact]
    public void many_unfailed_units_agree_with_R_in_any_unit_of_age()
    {
        var months = WeibullFit.Fit(FiveOfAHundredAndFive(1))!;
        var nanoseconds = WeibullFit.Fit(FiveOfAHundredAndFive(2.6e15))!;

        Near.Equal([1.21554494358715, 71.83222468078002, -28.97033837877253], [months.Shape, months.Scale, months.LogLikelihood], 1e-9);
        Near.Equal([1.21554494358715, 71.83222468078002 * 2.6e15], [nanoseconds.Shape, nanoseconds.Scale], 1e-9);
    }

    [Fact]
    public void survival_falls_from_one_to_1_over_e_at_the_scale()
    {
        var fit = new WeibullFit(2, 10, 0);

        Near.Equal([1, Math.Exp(-1)], [fit.Survival(0), fit.Survival(10)]);
    }

    [Fact]
    public void without_a_maximum_there_is_no_fit()
    {
        Assert.Null(WeibullFit.Fit([]));
        Assert.Null(WeibullFit.Fit([new(5, false, 10)]));
        Assert.Null(WeibullFit.Fit([new(5, true, 3), new(2, false, 10)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeibullFit.Fit([new(0, true)]));
    }

    // R 4.2, package survival: survreg fits of the same files
    [Theory]
    [InlineData("survival_genfan.csv", 1.05844584995292, 26296.8451742304, -135.152719943356)]
    [InlineData("weibulltools_shock.csv", 3.16047031453457, 27718.7181285151, -123.995361188833)]
    [InlineData("weibulltools_alloy.csv", 3.03271185562305, 198.061491719564, -376.094948286147)]
    public void published_life_data_agree_with_R(string file, double shape, double scale, double logLikelihood)
    {
        var path = Path.Combine(Repository.RealData ?? "", "..", "golden", "life", file);
        Assert.SkipUnless(File.Exists(path), $"the life data are not there: {file}");

        var fit = WeibullFit.Fit(File.ReadLines(path).Skip(1).Select(Observation))!;

        Near.Equal([shape, scale, logLikelihood], [fit.Shape, fit.Scale, fit.LogLikelihood], 1e-6);
    }

    private static LifeObservation Observation(string line)
    {
        var fields = line.Split(',');
        return new(double.Parse(fields[0], CultureInfo.InvariantCulture), fields[^1] == "1");
    }

    private static IEnumerable<LifeObservation> FiveOfAHundredAndFive(double unit) =>
        Enumerable.Range(1, 5).Select(age => new LifeObservation(age * unit, true)).Append(new(6 * unit, false, 100));
}
