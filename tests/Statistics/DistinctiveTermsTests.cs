using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class DistinctiveTermsTests
{
    // R 4.2: lo <- function(a, A, b, B, w = 500) { p <- w*(a + b)/(A + B)
    //          (log((a + p)/(A + w - a - p)) - log((b + p)/(B + w - b - p)))/sqrt(1/(a + p) + 1/(b + p)) }
    //        lo(20, 400, 30, 9600); lo(3, 400, 300, 9600); lo(0, 400, 5, 9600)
    [Theory]
    [InlineData(20, 400, 30, 9600, 7.556089395026)]
    [InlineData(3, 400, 300, 9600, -1.855122925667)]
    [InlineData(0, 400, 5, 9600, -.306227959775)]
    public void log_odds_with_a_prior_agree_with_R(long ofFirst, long first, long ofSecond, long second, double score) =>
        Assert.Equal(score, DistinctiveTerms.LogOddsScore(ofFirst, first, ofSecond, second), 1e-10);

    [Fact]
    public void a_term_that_neither_group_has_tells_nothing() => Assert.Equal(0, DistinctiveTerms.LogOddsScore(0, 10, 0, 10));
}
