using ClaimInsights.Analysis.Statistics;
using CsCheck;

namespace ClaimInsights.Tests.Statistics;

public class CalibrationTests
{
    // R 4.2: isoreg(s, y)$yf with s <- seq(.1, 1, .1)
    [Fact]
    public void isotonic_steps_agree_with_R()
    {
        double[] scores = [.1, .2, .3, .4, .5, .6, .7, .8, .9, 1];
        var calibration = IsotonicCalibration.Fit(scores, [false, false, true, false, true, false, true, true, false, true]);

        Near.Equal([0, 0, .5, .5, .5, .5, 2 / 3.0, 2 / 3.0, 2 / 3.0, 1], [.. scores.Select(calibration.Calibrate)]);
        Assert.Equal(4, calibration.Steps.Count);
    }

    [Fact]
    public void between_steps_the_probability_rises_in_a_straight_line_and_beyond_them_not_at_all()
    {
        var calibration = IsotonicCalibration.Fit([1, 2, 4], [false, false, true]);

        Near.Equal([0, 0, .5, 1, 1], [calibration.Calibrate(-9), calibration.Calibrate(2), calibration.Calibrate(3), calibration.Calibrate(4), calibration.Calibrate(99)]);
    }

    [Fact]
    public void isotonic_calibration_never_falls_keeps_the_mean_and_leaves_no_bias_in_any_step() =>
        Gen.Select(Gen.Int[0, 20], Gen.Bool, Gen.Double[.1, 5]).Array[1, 40].Sample(items =>
        {
            double[] scores = [.. items.Select(item => (double)item.Item1)], weights = [.. items.Select(item => item.Item3)];
            bool[] relevant = [.. items.Select(item => item.Item2)];
            var calibration = IsotonicCalibration.Fit(scores, relevant, weights);
            var fitted = scores.Order().Select(calibration.Calibrate).ToArray();
            Assert.Equal(fitted.Order(), fitted);
            Assert.Equal(
                items.Sum(item => item.Item2 ? item.Item3 : 0),
                items.Sum(item => item.Item3 * calibration.Calibrate(item.Item1)), 1e-9);
        });

    // R 4.2: t <- ifelse(y == 1, (sum(y) + 1)/(sum(y) + 2), 1/(sum(1 - y) + 2))
    //        coef(glm(t ~ s, family = quasibinomial, control = list(epsilon = 1e-15))); predict at .8
    [Fact]
    public void platt_scaling_agrees_with_R()
    {
        var calibration = PlattCalibration.Fit(
            [-2, -1.5, -1, -.5, 0, .2, .6, 1, 1.5, 2.5], [false, false, false, true, false, true, false, true, true, true]);

        Near.Equal([-.056711913129411, .857980225709006], [calibration.Intercept, calibration.Slope], 1e-8);
        Near.Equal(.652415146115949, calibration.Calibrate(.8), 1e-9);
    }

    [Fact]
    public void separable_scores_do_not_end_at_certainty()
    {
        var calibration = PlattCalibration.Fit([1, 2, 3, 1001, 1002, 1003], [false, false, false, true, true, true]);

        Assert.InRange(calibration.Calibrate(1002), .7, .85);
        Assert.InRange(calibration.Calibrate(2), .15, .3);
    }

    [Fact]
    public void equal_scores_are_calibrated_to_the_smoothed_share()
    {
        var calibration = PlattCalibration.Fit([5, 5, 5, 5], [true, false, false, false]);

        Assert.Equal(0, calibration.Slope);
        Near.Equal(((2 / 3.0) + (3 * .2)) / 4, calibration.Calibrate(5), 1e-9);
    }

    [Fact]
    public void whole_weights_are_repetitions_for_both()
    {
        var weighted = PlattCalibration.Fit([1, 2, 3], [false, true, true], [2, 1, 3]);
        var repeated = PlattCalibration.Fit([1, 1, 2, 3, 3, 3], [false, false, true, true, true, true]);

        Near.Equal([repeated.Intercept, repeated.Slope], [weighted.Intercept, weighted.Slope], 1e-8);
        Assert.Throws<ArgumentException>(() => PlattCalibration.Fit([], []));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([], []));
    }
}
