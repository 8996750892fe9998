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

    [Theory]
    [InlineData("1 2 3 4", "3 4 5 6 7 8", true)]
    [InlineData("1 2 3 4", "4 5 6 7 8 9", false)]
    [InlineData("1 2 3 4 5 6 7 8 9", "8 9", true)]
    [InlineData("1 2", "", false)]
    public void two_clusters_are_one_where_half_of_the_smaller_ones_claims_are_the_others(string claims, string others, bool areSame)
    {
        static HashSet<ulong> Named(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ulong.Parse)];

        Assert.Equal(areSame, ClusterTrack.AreSame(Named(claims), Named(others)));
    }

    [Fact]
    public void a_single_look_costs_nothing() => Assert.Equal(0.01, Detection.LifeQValues(new Dictionary<int, double> { [0] = 0.01 }, months: 1)[0], 12);
}
