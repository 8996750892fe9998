using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class FalseDiscoveryTests
{
    /// <summary>Benjamini &amp; Hochberg 1995, §3.2.</summary>
    private static readonly double[] P =
        [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1];

    // R 4.2: p.adjust(p, "BH")
    [Fact]
    public void benjamini_hochberg_agrees_with_R_and_lists_four()
    {
        var q = FalseDiscovery.BenjaminiHochberg(P);

        Near.Equal(
            [.0015, .003, .0095, .035625, .0603, .0638571428571429, .0638571428571429, .0645, .0765, .486, .5811818181818181, .714875, .7532307692307693, .8132142857142857, 1],
            q);
        Assert.Equal(4, q.Count(value => value <= .05));
    }

    // R 4.2: p.adjust(p, "BY")
    [Fact]
    public void benjamini_yekutieli_agrees_with_R() =>
        Near.Equal(
            [.00497734348984349, .00995468697968698, .03152317543567543, .11821190788378289, .20008920829170829, .21189262285333715, .21189262285333715, .21402577006327006, .25384451798201801, 1, 1, 1, 1, 1, 1],
            FalseDiscovery.BenjaminiYekutieli(P));

    // R 4.2: p.adjust(p, "bonferroni")
    [Fact]
    public void bonferroni_agrees_with_R_and_lists_three()
    {
        var adjusted = FalseDiscovery.Bonferroni(P);

        Near.Equal([.0015, .006, .0285, .1425, .3015, .417, .447, .516, .6885, 1, 1, 1, 1, 1, 1], adjusted);
        Assert.Equal(3, adjusted.Count(value => value <= .05));
    }

    [Fact]
    public void results_keep_the_order_of_the_tests() =>
        Near.Equal([.0603, .0015], [.. FalseDiscovery.BenjaminiHochberg([.0201, .0001, .0004, .0019, .0095, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1]).Take(2)]);

    // R 4.2: p.adjust(p[1:4], "BH", n = 15)
    [Fact]
    public void tests_that_were_made_but_are_not_given_count_too() =>
        Near.Equal([.0015, .003, .0095, .035625], FalseDiscovery.BenjaminiHochberg(P[..4], tests: 15));

    [Fact]
    public void running_mean_is_the_expected_share_of_false_findings_down_to_each() =>
        Near.Equal([.04, .01, .1, .04], FalseDiscovery.RunningMean([.055, .01, .28, .055]));

    [Fact]
    public void no_tests_give_no_results() => Assert.Empty(FalseDiscovery.BenjaminiYekutieli([]));

    [Fact]
    public void what_is_no_p_value_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.BenjaminiHochberg([.1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.Bonferroni([1.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.BenjaminiHochberg(P, tests: 14));
    }
}
