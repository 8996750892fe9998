using ClaimInsights.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace ClaimInsights.Tests.Statistics;

/// <summary>p-values whose z-scores spread too far are drawn in; those that spread as they should, or are few, stay.</summary>
public sealed class EmpiricalNullTests
{
    [Fact]
    public void even_p_values_and_few_ones_stay_as_they_are()
    {
        double[] even = [.. Enumerable.Range(1, 999).Select(i => i / 1000.0)];

        Assert.Equal(1, EmpiricalNull.Scale(even), 1e-3);
        Assert.Equal(0.01, EmpiricalNull.Adjust(even)[9], 1e-3);
        Assert.Equal([1e-9], EmpiricalNull.Adjust([1e-9]));
    }

    /// <summary>R: p = pnorm(2 * qnorm(1:999/1000)); s = -qnorm(sort(p)[floor(.1*998)+1])/qnorm(.9) is 2; pnorm(qnorm(p[100])/s) is .1, pnorm(qnorm(p[10])/s) is .01.</summary>
    [Fact]
    public void z_scores_of_twice_the_spread_are_halved()
    {
        double[] wide = [.. Enumerable.Range(1, 999).Select(i => Normal.CDF(0, 1, 2 * Normal.InvCDF(0, 1, i / 1000.0)))];

        Assert.Equal(2, EmpiricalNull.Scale(wide), 1e-9);
        Assert.Equal(0.1, EmpiricalNull.Adjust(wide)[99], 1e-9);
        Assert.Equal(0.01, EmpiricalNull.Adjust(wide)[9], 1e-9);
    }
}
