using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

/// <summary>Mix and rule add up to the change exactly.</summary>
public class KitagawaTests
{
    // R: w0 <- c(.8,.2); w1 <- c(.5,.5); s0 <- c(.1,.5); s1 <- c(.2,.5)
    //    sum((w1-w0)*(s0+s1)/2) -> 0.105; sum((s1-s0)*(w0+w1)/2) -> 0.065
    [Fact]
    public void a_change_is_split_as_in_R()
    {
        var parts = Kitagawa.Of([new(80, 800, 100, 500), new(100, 200, 250, 500)]);

        Assert.Equal(0.105, parts.Sum(part => part.Mix), 12);
        Assert.Equal(0.065, parts.Sum(part => part.Rule), 12);
        Assert.Equal(0, parts[1].Rule, 12);
    }

    [Fact]
    public void the_parts_add_up_to_the_change_whatever_the_cells()
    {
        for (var n = 1; n <= 200; n++)
        {
            TwoPeriods[] cells = [.. Enumerable.Range(0, 1 + (n % 7)).Select(i => new TwoPeriods((n * i) % 5, (n * i) % 5 + ((n + i) % 3), (n + (3 * i)) % 4, (n + (3 * i)) % 4 + (i % 2))), new(1, 3, 2, 4)];
            var change = (cells.Sum(cell => cell.HitsAfter) / (double)cells.Sum(cell => cell.TrialsAfter)) - (cells.Sum(cell => cell.HitsBefore) / (double)cells.Sum(cell => cell.TrialsBefore));

            Assert.Equal(change, Kitagawa.Of(cells).Sum(part => part.Mix + part.Rule), 12);
        }
    }

    [Fact]
    public void claims_of_a_kind_that_did_not_come_before_are_mix() => Assert.Equal(0, Kitagawa.Of([new(1, 10, 1, 10), new(0, 0, 5, 5)])[1].Rule);

    [Fact]
    public void a_period_without_claims_has_no_share() => Assert.Throws<ArgumentException>(() => Kitagawa.Of([new(0, 0, 1, 2)]));
}
