using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Tests.Analysis;

/// <summary>How sure a chart is over the life of the monitor.</summary>
public class DetectionTests
{
    [Fact]
    public void over_the_life_the_smallest_p_value_pays_for_the_looks_and_for_every_chart_that_was_ever_scanned()
    {
        // R: p.adjust(pmin(1, 4 * c(.0001, .004, .02, .6)), "BH"); 4 = .8 * log2(32)
        var q = Detection.LifeQValues(new Dictionary<int, double> { [3] = 0.004, [7] = 0.6, [1] = 0.0001, [9] = 0.02 }, months: 32);

        Assert.Equal(0.0016, q[1], 12);
        Assert.Equal(0.032, q[3], 12);
        Assert.Equal(0.106666666667, q[9], 12);
        Assert.Equal(1, q[7], 12);
    }

    [Fact]
    public void a_single_look_costs_nothing() => Assert.Equal(0.01, Detection.LifeQValues(new Dictionary<int, double> { [0] = 0.01 }, months: 1)[0], 12);
}
