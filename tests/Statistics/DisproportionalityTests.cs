using ClaimInsights.Analysis.Statistics;
using CsCheck;

namespace ClaimInsights.Tests.Statistics;

public class DisproportionalityTests
{
    /// <summary>One table of 2 × 2: 12 of population 0's 40 claims have problem 0, 48 of the other 360.</summary>
    private static readonly ShareCount[] First = [new(0, 0, 0, 12), new(0, 1, 0, 28), new(1, 0, 0, 48), new(1, 1, 0, 312)];

    // R 4.2: rr <- (12/40)/(48/360); rr*exp(c(-1, 1)*qnorm(.975)*sqrt(1/12 - 1/40 + 1/48 - 1/360))
    [Fact]
    public void one_period_gives_the_plain_prr_and_its_interval()
    {
        var excess = Disproportionality.Compare(First)[0];

        Assert.Equal((0, 0, 12L), (excess.Population, excess.Problem, excess.Observed));
        Near.Equal(6, excess.Expected);
        Near.Equal([2.25, 1.30894934400374, 3.86760574287399], [excess.ProportionalRatio.Ratio, excess.ProportionalRatio.Low, excess.ProportionalRatio.High]);
    }

    // R 4.2: a <- c(12, 5); n1 <- c(40, 30); m1 <- c(60, 25); N <- c(400, 300); n0 <- N - n1; cc <- m1 - a
    //        sum(n1*m1/N); r <- sum(a*n0/N); s <- sum(cc*n1/N); v <- sum((m1*n1*n0 - a*cc*N)/N^2)/(r*s)
    //        r/s*exp(c(0, -1, 1)*qnorm(.975)*sqrt(v))
    [Fact]
    public void periods_are_compared_each_within_itself()
    {
        ShareCount[] second = [new(0, 0, 1, 5), new(0, 1, 1, 25), new(1, 0, 1, 20), new(1, 1, 1, 250)];

        var excess = Disproportionality.Compare([.. First, .. second])[0];

        Assert.Equal(17, excess.Observed);
        Near.Equal(8.5, excess.Expected);
        Near.Equal([2.25, 1.41215264553467, 3.58495238882849], [excess.ProportionalRatio.Ratio, excess.ProportionalRatio.Low, excess.ProportionalRatio.High]);
    }

    [Fact]
    public void a_pair_that_never_met_is_there_with_what_was_expected_of_it()
    {
        var pairs = Disproportionality.Compare([new(0, 0, 0, 10), new(1, 1, 0, 30), new(2, 2, 1, 5)]);

        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1), (2, 2)], pairs.Select(pair => (pair.Population, pair.Problem)));
        Assert.Equal(0, pairs[1].Observed);
        Near.Equal(7.5, pairs[1].Expected);
        Assert.Equal(0, pairs[1].ProportionalRatio.Ratio);
        Assert.Equal(double.PositiveInfinity, pairs[1].ProportionalRatio.High);
    }

    [Fact]
    public void expected_counts_add_up_to_the_observed_ones() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Long[0, 50]).Select(cell => new ShareCount(cell.Item1, cell.Item2, cell.Item3, cell.Item4))
            .Array[1, 40].Sample(cells =>
            {
                var pairs = Disproportionality.Compare(cells);
                Assert.Equal(cells.Sum(cell => cell.Claims), pairs.Sum(pair => pair.Observed));
                Assert.Equal(cells.Sum(cell => cell.Claims), pairs.Sum(pair => pair.Expected), 1e-6);
            });
}
