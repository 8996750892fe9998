using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>Counts against their own past: published limits, a model of R, and how often nothing is called something.</summary>
public class CountMonitorTests
{
    [Fact]
    public void the_limits_are_those_published()
    {
        // R package surveillance, test-farringtonFlexible: μ = 5, se = .2, φ = 1, α = .05 (two-sided there: z of .95 each side at α = .1)
        Assert.Equal(9.1154825, CountBound.TwoThirds(5, 0.2, 1, 0.05), 6);
        // R: pnbinom(10, size = 5/.5, prob = 1/1.5, lower = FALSE); ppois(10, 5, lower = FALSE)
        Assert.Equal(0.037636571095, CountBound.PValue(11, 5, 7.5), 10);
        Assert.Equal(0.013695268598, CountBound.PValue(11, 5, 5), 10);
        Assert.Equal((10, 9), (CountBound.Quantile(5, 7.5, 0.05), CountBound.Quantile(5, 5, 0.05)));
        Assert.Equal(1, CountBound.PValue(0, 5, 7.5));
    }

    [Fact]
    public void past_outbreaks_weigh_less()
    {
        // surveillance, algo.farrington.assign.weights: residuals 0 ×5 and 2 ×5, threshold 0
        Near.Equal([1.6, 1.6, 1.6, 1.6, 1.6, 0.4, 0.4, 0.4, 0.4, 0.4], LogLinear.Weights([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], 0));
    }

    [Fact]
    public void the_model_with_wave_offset_and_an_outbreak_weighted_down_is_that_of_r()
    {
        double[] counts = [3, 1, 4, 2, 0, 5, 3, 2, 6, 1, 2, 4, 3, 0, 2, 5, 4, 1, 3, 2, 30, 2, 4, 1];
        double[] Wave(int t) => [1, Math.Sin(2 * Math.PI * t / 12), Math.Cos(2 * Math.PI * t / 12)];

        var model = LogLinear.Fit([.. Enumerable.Range(0, 24).Select(Wave)], counts, [.. Enumerable.Range(0, 24).Select(t => 1 + (0.05 * t))], 2.58);
        var (mean, error) = model.Over([(Wave(26), 2.2)]);

        // R 4.2.2: glm.fit(cbind(1, sin(2*pi*t/12), cos(2*pi*t/12)), y, weights = w, offset = log(E), family = quasipoisson()), w twice from Anscombe residuals above 2.58
        Assert.Equal(1.585756691998, model.Dispersion, 8);
        Assert.Equal(3.649654047002, mean, 8);
        Assert.Equal(1.038096077418, error, 7);
        Assert.Equal(0.0106780330310352, CountBound.PValue(12, mean, (model.Dispersion * mean) + (error * error)), 9);
    }

    [Fact]
    public void the_sum_of_periods_has_the_error_of_the_model_by_the_delta_method()
    {
        double[] counts = [3, 1, 4, 2, 0, 5, 3, 2, 6, 1, 2, 4, 3, 0, 2, 5, 4, 1, 3, 2, 30, 2, 4, 1];
        double[] Wave(int t) => [1, Math.Sin(2 * Math.PI * t / 12), Math.Cos(2 * Math.PI * t / 12)];
        double Offset(int t) => 1 + (0.05 * t);

        var (mean, error) = LogLinear.Fit([.. Enumerable.Range(0, 24).Select(Wave)], counts, [.. Enumerable.Range(0, 24).Select(Offset)], 2.58)
            .Over([.. Enumerable.Range(24, 3).Select(t => (Wave(t), Offset(t)))]);

        // R 4.2.2: the model of the test above; m <- E * exp(X %*% coef); g <- colSums(m * X); sum(m); sqrt(g %*% vcov %*% g)
        Assert.Equal(10.679691934746, mean, 8);
        Assert.Equal(2.880576386072, error, 7);
    }

    [Theory]
    [InlineData(0.02, 0, 0.05)]
    [InlineData(2, 0, 0.06)]
    [InlineData(30, 0.5, 0.06)]
    public void where_nothing_is_wrong_few_months_stand_out(double mean, double wave, double most)
    {
        var random = new Random(11);
        var alarms = 0;
        for (var series = 0; series < 400; series++)
        {
            long[] counts = [.. Enumerable.Range(0, 28).Select(t => Poisson(random, mean * Math.Exp(wave * Math.Sin(2 * Math.PI * t / 12))))];
            alarms += CountMonitor.At(counts, null, 27, CountMonitorOptions.Months)!.Value.PValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(alarms / 400.0, 0, most);
    }

    [Fact]
    public void a_small_excess_that_lasts_is_seen_together_and_a_year_of_past_is_asked_for()
    {
        long[] counts = [.. Enumerable.Range(0, 27).Select(t => t % 2 == 0 ? 4L : 5L), 10, 11, 10];

        var judged = CountMonitor.At(counts, null, 29, CountMonitorOptions.Months)!.Value;
        Assert.Equal((3, 31L), (judged.Summed, judged.Observed));
        Assert.True(judged.PValue < 0.001);
        Assert.Null(CountMonitor.At(counts, null, 13, CountMonitorOptions.Months));
    }

    [Fact]
    public void labelled_outbreaks_are_found_as_recorded_in_the_documents()
    {
        var folder = Repository.Golden is { } golden ? Path.Combine(golden, "outbreaks") : null;
        Assert.SkipUnless(Directory.Exists(folder), "no golden data beside the repository");
        var (hits, alarms, weeks) = (0, 0, 0);
        foreach (var name in new[] { "h1_nrwrp", "k1", "m1", "m2", "m3", "n1", "q1_nrwh" })
        {
            var rows = File.ReadLines(Path.Combine(folder!, name + ".csv")).Skip(1).Select(line => line.Split(',')).ToList();
            long[] counts = [.. rows.Select(row => long.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture))];
            for (var i = 116; i < counts.Length; i++)
            {
                var (isAlarm, isOutbreak) = (CountMonitor.At(counts, null, i, CountMonitorOptions.Weeks)!.Value.PValue <= 0.05, rows[i][2] is "1" or "TRUE");
                (hits, alarms, weeks) = (hits + (isAlarm && isOutbreak ? 1 : 0), alarms + (isAlarm ? 1 : 0), weeks + (isOutbreak ? 1 : 0));
            }
        }

        Assert.Equal((10, 19, 19), (hits, alarms, weeks));
    }

    private static long Poisson(Random random, double mean)
    {
        var (count, product, limit) = (0L, random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
