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
    public void evidence_of_all_month_ends_adds_up_by_weights_that_add_up_to_1_and_is_never_lost()
    {
        var weights = Enumerable.Range(1, 100_000).Sum(look => Math.Exp(LifeEvidence.LogWeight(look)));
        var evidence = new LifeEvidence();
        evidence.Add(4, 1, Math.Log(1000));
        evidence.Add(4, 2, double.NegativeInfinity);
        evidence.Add(4, 3, Math.Log(5000));
        evidence.Add(7, 3, Math.Log(200));
        evidence.Add(9, 3, double.NegativeInfinity);

        var q = evidence.QValues();

        Assert.InRange(weights, 0.9998, 1);
        // R: e <- c(12/12/13*1000 + 12/14/15*5000, 12/14/15*200, 0); p.adjust(pmin(1, 1/e), "BH"): .00827272727, .13125, 1
        Assert.Equal(3 / ((1000 / 13.0) + (5000 * 12 / 210.0)), q[4], 12);
        Assert.Equal(0.13125, q[7], 12);
        Assert.Equal(1, q[9]);
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
