using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class RunningQuantileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.16)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(1)]
    public void it_is_the_quantile_of_all_values_so_far(double probability)
    {
        var random = new Random(5);
        var running = new RunningQuantile(probability);
        var values = new List<double>();
        for (var i = 0; i < 500; i++)
        {
            // Ties among them.
            values.Add(Math.Floor(random.NextDouble() * 60) - 20);
            running.Add(values[^1]);

            Assert.Equal(Robust.Quantile(values, probability), running.Value!.Value, 12);
        }

        Assert.Equal(500, running.Count);
    }

    [Fact]
    public void of_nothing_there_is_none() => Assert.Null(new RunningQuantile(0.5).Value);

    [Fact]
    public void a_probability_outside_the_unit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RunningQuantile(1.5));
}
