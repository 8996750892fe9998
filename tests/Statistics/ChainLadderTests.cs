using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class ChainLadderTests
{
    private static readonly double[][] Raa =
    [
        [5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
        [106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
        [3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
        [5655, 11555, 15766, 21266, 23425, 26083, 27067],
        [1092, 9565, 15836, 22169, 25955, 26180],
        [1513, 6445, 11702, 12935, 15852],
        [557, 4020, 10946, 12314],
        [1351, 6947, 13112],
        [3133, 5395],
        [2063],
    ];

    private static readonly double[][] TaylorAshe =
    [
        [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
        [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
        [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
        [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
        [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
        [396132, 1333217, 2180715, 2985752, 3691712],
        [440832, 1288463, 2419861, 3483130],
        [359480, 1421128, 2864498],
        [376686, 1363294],
        [344014],
    ];

    // R 4.2: sapply(1:9, function(k) sum(x[1:(10 - k), k + 1])/sum(x[1:(10 - k), k]))
    // R package ChainLadder: MackChainLadder(RAA), est.sigma = "log-linear"
    [Fact]
    public void raa_triangle_gives_the_published_factors_reserve_and_error()
    {
        var ladder = ChainLadder.Fit(Raa);

        Near.Equal([2.999359, 1.623523, 1.270888, 1.171675, 1.113385, 1.041935, 1.033264, 1.016936, 1.009217], ladder.Factors, 1e-6);
        Near.Equal(213122.2282612101, ladder.Ultimates.Sum());
        Near.Equal(52135.2282612101, ladder.Reserve);
        Assert.Equal(26880.74, ladder.StandardError, 2);
    }

    // Reserve published in Mack 1993; R package ChainLadder: MackChainLadder(GenIns), est.sigma = "log-linear"
    [Fact]
    public void taylor_ashe_triangle_gives_the_published_reserve_and_error()
    {
        var ladder = ChainLadder.Fit(TaylorAshe);

        Near.Equal(18680855.6119243, ladder.Reserve);
        Assert.Equal(2441364.13, ladder.StandardError, 2);
    }

    [Fact]
    public void what_is_not_a_triangle_is_refused() =>
        Assert.Throws<ArgumentException>(() => ChainLadder.Fit([[1, 2], [1, 2]]));
}
