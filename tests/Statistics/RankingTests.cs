using ClaimInsights.Analysis.Statistics;
using CsCheck;

namespace ClaimInsights.Tests.Statistics;

public class RankingTests
{
    private static readonly double[] Scores = [.9, .8, .8, .7, .6, .6, .6, .4, .3, .1];
    private static readonly bool[] Relevant = [true, true, false, false, true, false, true, false, false, true];
    private static readonly double[] Weights = [1, 2, 1, 3, 1, 1, 2, 1, 2, 1];

    // R 4.2: g <- outer(P, N, function(i, j) w[i]*w[j]*((s[i] > s[j]) + .5*(s[i] == s[j]))); sum(g)/(sum(w[P])*sum(w[N]))
    [Fact]
    public void roc_auc_agrees_with_counting_pairs_in_R()
    {
        Near.Equal(.58, Ranking.RocAuc(Scores, Relevant));
        Near.Equal(.598214285714286, Ranking.RocAuc(Scores, Relevant, Weights));
    }

    // R 4.2: t <- sort(unique(s), dec = TRUE); R <- sapply(t, function(q) sum((w*y)[s >= q])/sum(w*y));
    //        P <- sapply(t, function(q) sum((w*y)[s >= q])/sum(w[s >= q])); sum(diff(c(0, R))*P)
    [Fact]
    public void average_precision_agrees_with_R()
    {
        Near.Equal(.661904761904762, Ranking.AveragePrecision(Scores, Relevant));
        Near.Equal(.657575757575758, Ranking.AveragePrecision(Scores, Relevant, Weights));
    }

    // By hand: 1 + ½ at two; 1 + 1 + ⅔ × 2 of three tied ones at six
    [Fact]
    public void a_cut_through_ties_counts_each_of_them_in_part()
    {
        Near.Equal(1.5 / 2, Ranking.PrecisionAt(Scores, Relevant, 2));
        Near.Equal((2 + (2 * 2 / 3.0)) / 6, Ranking.PrecisionAt(Scores, Relevant, 6));
        Near.Equal(.5, Ranking.PrecisionAt(Scores, Relevant, 1000));
        Near.Equal(1.5 / 5, Ranking.RecallAt(Scores, Relevant, 2));
        Near.Equal(3 / 7.0, Ranking.RecallAt(Scores, Relevant, 3, Weights));
        Assert.True(double.IsNaN(Ranking.PrecisionAt(Scores, Relevant, 0)));
    }

    // R 4.2: mean((s - y)^2); weighted.mean((s - y)^2, w); -mean(y*log(s) + (1 - y)*log(1 - s)); the same weighted
    [Fact]
    public void brier_and_log_loss_agree_with_R()
    {
        Near.Equal(.292, RankingCalibration.Brier(Scores, Relevant));
        Near.Equal(.279333333333333, RankingCalibration.Brier(Scores, Relevant, Weights));
        Near.Equal(.824994242383698, RankingCalibration.LogLoss(Scores, Relevant));
        Near.Equal(.783235476767185, RankingCalibration.LogLoss(Scores, Relevant, Weights));
    }

    [Fact]
    public void a_certain_score_that_is_wrong_costs_much_but_not_infinitely()
    {
        Assert.InRange(RankingCalibration.LogLoss([0], [true]), 34, 35);
        Assert.InRange(RankingCalibration.LogLoss([1, 0], [true, false]), 0, 1e-14);
    }

    [Fact]
    public void bins_have_equal_counts_and_share_what_ties_hold()
    {
        var bins = RankingCalibration.Bins(Scores, Relevant, bins: 3);

        Assert.Equal([3, 3, 4], bins.Select(bin => bin.Count).Order());
        Assert.Equal(10, bins.Sum(bin => bin.Count));
        Near.Equal((.1 + .3 + .4) / 3, bins[0].Predicted);
        Near.Equal(2 / 3.0, bins[1].Observed);
        Near.Equal(RankingCalibration.Bins(Scores, Relevant, bins: 1).Single().Observed, .5);
    }

    [Fact]
    public void a_constant_score_at_the_right_level_has_no_calibration_error() =>
        Near.Equal(0, RankingCalibration.ExpectedError([.25, .25, .25, .25], [true, false, false, false], bins: 4), 1e-12);

    // By hand, bins of two: |(.1 + .2)/2 − 0|, |(.4 + .6)/2 − 1/2|, |(.8 + .9)/2 − 1/2|
    [Fact]
    public void calibration_error_is_the_mean_distance_over_bins() =>
        Near.Equal((.15 + 0 + .35) / 3, RankingCalibration.ExpectedError([.1, .2, .4, .6, .8, .9], [false, false, false, true, true, false], bins: 3));

    [Fact]
    public void promises_are_counted_against_what_was_found_at_the_top()
    {
        Near.Equal(1.7 / 1.5, RankingCalibration.ExpectedOverObserved(Scores, Relevant, 2));
        Assert.Equal(double.PositiveInfinity, RankingCalibration.ExpectedOverObserved([.5], [false], 1));
    }

    [Fact]
    public void one_kind_alone_has_no_auc_and_no_relevant_item_no_precision()
    {
        Assert.True(double.IsNaN(Ranking.RocAuc([.1, .2], [true, true])));
        Assert.True(double.IsNaN(Ranking.AveragePrecision([.1, .2], [false, false])));
        Assert.Throws<ArgumentException>(() => Ranking.RocAuc([.1, double.NaN], [true, false]));
        Assert.Throws<ArgumentException>(() => Ranking.RocAuc([.1], [true, false]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingCalibration.Brier([1.2], [true]));
    }

    [Fact]
    public void no_metric_depends_on_the_order_of_the_items() =>
        Gen.Select(Gen.Int[0, 4], Gen.Bool, Gen.Double[.1, 9]).Array[2, 30].SelectMany(items => Gen.Shuffle(items).Select(shuffled => (items, shuffled)))
            .Sample(pair => Metrics(pair.items).SequenceEqual(Metrics(pair.shuffled)));

    [Fact]
    public void whole_weights_are_repetitions() =>
        Gen.Select(Gen.Int[0, 4], Gen.Bool, Gen.Int[1, 3]).Array[2, 20].Sample(items =>
        {
            var repeated = items.SelectMany(item => Enumerable.Repeat((item.Item1, item.Item2, 1.0), item.Item3)).ToArray();
            var (left, right) = (Metrics([.. items.Select(item => (item.Item1, item.Item2, (double)item.Item3))]), Metrics(repeated));
            for (var i = 0; i < 4; i++)
            {
                Assert.Equal(left[i], right[i], 1e-9);
            }
        });

    private static double[] Metrics((int Score, bool Relevant, double Weight)[] items)
    {
        double[] scores = [.. items.Select(item => item.Score / 4.0)], weights = [.. items.Select(item => item.Weight)];
        bool[] relevant = [.. items.Select(item => item.Relevant)];
        return
        [
            Ranking.RocAuc(scores, relevant, weights), Ranking.AveragePrecision(scores, relevant, weights),
            RankingCalibration.Brier(scores, relevant, weights), RankingCalibration.LogLoss(scores, relevant, weights),
            Ranking.PrecisionAt(scores, relevant, 3, weights), RankingCalibration.ExpectedError(scores, relevant, 4, weights),
        ];
    }
}
