using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>Logistic regression with a prior: verdicts move a weight only as far as they insist.</summary>
public class PriorLogisticTests
{
    [Fact]
    public void with_a_loose_prior_it_is_the_maximum_likelihood()
    {
        // 40 of 100 where the input is 1, 10 of 100 where it is 0: the weight is ln((40/60)/(10/90)), the intercept ln(10/90).
        var rows = Enumerable.Range(0, 200).Select(i => new[] { i < 100 ? 1.0 : 0.0 }).ToList();
        bool[] positive = [.. Enumerable.Range(0, 200).Select(i => i < 40 || i is >= 100 and < 110)];

        var fitted = PriorLogistic.Fit(rows, positive, [0], [1000]);

        Assert.Equal(Math.Log(6), fitted.Weights[0], tolerance: 0.01);
        Assert.Equal(Math.Log(1 / 9.0), fitted.Intercept, tolerance: 0.01);
    }

    [Fact]
    public void a_tight_prior_stays_and_an_input_that_never_varies_keeps_its_prior()
    {
        var rows = Enumerable.Range(0, 200).Select(i => new[] { i < 100 ? 1.0 : 0.0, 0 }).ToList();
        bool[] positive = [.. Enumerable.Range(0, 200).Select(i => i < 40 || i is >= 100 and < 110)];

        var fitted = PriorLogistic.Fit(rows, positive, [0.5, 0.7], [0.001, 0.6]);

        Assert.Equal(0.5, fitted.Weights[0], 3);
        Assert.Equal(0.7, fitted.Weights[1], 9);
    }

    [Fact]
    public void separable_verdicts_do_not_run_away()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new[] { i < 50 ? 1.0 : -1.0 }).ToList();

        Assert.InRange(PriorLogistic.Fit(rows, [.. Enumerable.Range(0, 100).Select(i => i < 50)], [1], [0.6]).Weights[0], 1, 4);
    }
}
