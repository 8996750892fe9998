using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>The population stability index, against R.</summary>
public class PopulationStabilityTests
{
    [Fact]
    public void the_index_and_its_chance_limit_are_those_of_r()
    {
        // R: a <- c(100,120,90,90)+.5; b <- c(40,80,60,20)+.5; p <- a/sum(a); q <- b/sum(b); sum((q-p)*log(q/p)); (1/sum(a)+1/sum(b))*qchisq(.95,3)
        var stability = PopulationStability.Of([100, 120, 90, 90], [40, 80, 60, 20]);

        Assert.Equal(0.158793793408588, stability.Index, 12);
        Assert.Equal(0.058126393448152, stability.Chance, 9);
    }

    [Fact]
    public void empty_bins_stay_finite_and_one_bin_says_nothing()
    {
        Assert.Equal(new(0, 0), PopulationStability.Of([0, 50], [0, 10]));
        Assert.True(double.IsFinite(PopulationStability.Of([50, 0], [0, 10]).Index));
        Assert.Equal(0, PopulationStability.Of([10, 30, 0], [10, 30, 0]).Index, 12);
        Assert.Throws<ArgumentException>(() => PopulationStability.Of([1, 2], [1]));
    }
}
