using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Tests.Statistics;

public class GammaMixturePriorTests
{
    private static readonly GammaMixturePrior DuMouchelsStart = new(1.0 / 3, .2, .1, 2, 4);

    // R 4.2: k <- 1:400; u1 <- (k*0.6180339887498949)%%1; u2 <- (k*0.7548776662466927)%%1; u3 <- (k*0.5698402909980532)%%1
    //        E <- .1 + ((37*k) %% 101)*.06; n <- qpois(u2, E*ifelse(u3 < .15, qgamma(u1, 3, 1), qgamma(u1, 8, 10)))
    private static readonly int[] Counts =
    [
        3, 8, 0, 0, 3, 1, 1, 3, 7, 2, 0, 0, 3, 1, 1, 20, 2, 2, 5, 0, 9, 0, 3, 3, 2, 2, 4, 0, 8, 19, 1, 2, 1, 1, 4, 0, 23, 5, 1, 2,
        1, 4, 3, 0, 7, 5, 0, 2, 9, 3, 12, 0, 0, 5, 2, 2, 0, 10, 3, 2, 0, 4, 1, 1, 3, 2, 3, 1, 0, 4, 0, 5, 0, 2, 2, 6, 0, 4, 28, 1,
        0, 1, 2, 5, 0, 7, 6, 3, 0, 9, 2, 4, 0, 3, 21, 0, 3, 9, 1, 4, 0, 6, 5, 0, 2, 0, 1, 3, 10, 0, 5, 0, 2, 1, 1, 11, 2, 0, 5, 3,
        1, 1, 1, 3, 2, 0, 4, 3, 1, 5, 12, 2, 2, 0, 4, 2, 4, 1, 11, 2, 2, 0, 4, 49, 0, 1, 10, 2, 1, 4, 9, 7, 0, 1, 0, 1, 1, 15, 0, 6,
        5, 0, 1, 1, 21, 3, 0, 5, 4, 0, 1, 1, 3, 3, 0, 5, 4, 0, 8, 6, 10, 2, 0, 4, 4, 1, 1, 12, 2, 2, 1, 4, 3, 0, 5, 5, 2, 2, 6, 4,
        3, 0, 1, 6, 1, 2, 5, 0, 7, 6, 1, 0, 1, 1, 4, 0, 2, 5, 0, 2, 7, 1, 17, 0, 2, 5, 0, 2, 7, 2, 3, 2, 1, 4, 0, 1, 18, 1, 3, 2,
        5, 4, 0, 8, 6, 0, 2, 2, 4, 4, 7, 1, 7, 1, 2, 2, 0, 10, 2, 1, 0, 9, 2, 1, 0, 3, 3, 0, 0, 9, 1, 1, 0, 7, 7, 0, 0, 8, 1, 1,
        15, 2, 6, 0, 0, 7, 1, 27, 2, 2, 5, 4, 0, 7, 1, 3, 2, 2, 4, 4, 0, 21, 0, 2, 2, 2, 4, 3, 7, 0, 4, 2, 2, 0, 3, 9, 0, 0, 4, 1,
        2, 0, 9, 3, 0, 0, 4, 1, 1, 28, 3, 2, 5, 0, 3, 1, 4, 3, 2, 2, 5, 0, 10, 1, 1, 3, 2, 2, 4, 0, 30, 6, 1, 3, 2, 1, 4, 1, 0, 17,
        1, 2, 1, 4, 4, 0, 7, 5, 0, 2, 1, 3, 3, 0, 0, 5, 2, 2, 1, 3, 10, 2, 0, 5, 0, 1, 1, 7, 3, 1, 0, 4, 8, 1, 3, 2, 2, 7, 0, 4,
    ];

    private static readonly (long Observed, double Expected)[] Table =
        [.. Counts.Select((count, i) => ((long)count, .1 + (37 * (i + 1) % 101 * .06)))];

    // R 4.2: optim(…) of -sum(log(P*dnbinom(n, size = a1, prob = b1/(b1 + E)) + (1 - P)*dnbinom(n, size = a2, prob = b2/(b2 + E)))),
    //        Nelder-Mead and BFGS in turn, from four starts
    [Fact]
    public void maximum_likelihood_agrees_with_R()
    {
        var prior = GammaMixturePrior.Fit(Table);

        Assert.Equal(-856.552444157395, Table.Sum(cell => prior.LogLikelihood(cell.Observed, cell.Expected)), 1e-6);
        Near.Equal([.3095036, 1.0301454, .5352911, 12.21767, 15.60365], [prior.Weight, prior.Shape1, prior.Rate1, prior.Shape2, prior.Rate2], 1e-3);
    }

    // R 4.2: Q <- f1/(f1 + f2); exp(Q*(digamma(a1 + n) - log(b1 + E)) + (1 - Q)*(digamma(a2 + n) - log(b2 + E)));
    //        uniroot of Q*pgamma(q, a1 + n, b1 + E) + (1 - Q)*pgamma(q, a2 + n, b2 + E) at .05 and .95; the same at q = 1
    [Theory]
    [InlineData(5, .7, 5.62898947555711615, 2.14161398585256979, 11.72112194381415051, 0.00694978326762575)]
    [InlineData(40, 4, 9.68318273322056, 7.40724166074388, 12.4794616328940, 2.77012975701510e-25)]
    [InlineData(0, 3, 2.58775060810704e-02, 4.21423589459672e-06, 6.03037730542537e-01, 9.94452189274659e-01)]
    public void posterior_agrees_with_R(long observed, double expected, double ebgm, double eb05, double eb95, double normal)
    {
        var posterior = DuMouchelsStart.Posterior(observed, expected);

        Near.Equal([ebgm, normal], [posterior.GeometricMean, posterior.AtMost(1)]);
        Near.Equal([eb05, eb95], [posterior.Ratio.Low, posterior.Ratio.High], 1e-8);
    }

    [Fact]
    public void ratios_from_few_claims_are_drawn_towards_normal_and_those_from_many_are_not()
    {
        var prior = GammaMixturePrior.Fit(Table);

        Assert.True(prior.Posterior(1, .2).GeometricMean < 1.5);
        Assert.InRange(prior.Posterior(1000, 200).GeometricMean, 4.9, 5.01);
    }

    [Fact]
    public void the_table_may_come_in_any_order() =>
        Assert.Equal(GammaMixturePrior.Fit(Table), GammaMixturePrior.Fit(Table.Reverse()));

    [Fact]
    public void a_table_without_any_scatter_yields_ratios_of_one()
    {
        var prior = GammaMixturePrior.Fit(Enumerable.Range(1, 200).Select(i => ((long)(i % 40), (double)Math.Max(i % 40, .5))));

        Assert.InRange(prior.Posterior(9, 3).GeometricMean, .9, 1.2);
    }

    [Fact]
    public void squashing_equal_counts_of_nearly_equal_expectation_hardly_moves_the_fit()
    {
        var exact = GammaMixturePrior.Fit(Table, binWidth: 0).Posterior(8, .65).Ratio;
        var squashed = GammaMixturePrior.Fit(Table, binWidth: .02).Posterior(8, .65).Ratio;

        Near.Equal([exact.Low, exact.Ratio, exact.High], [squashed.Low, squashed.Ratio, squashed.High], .002);
    }

    [Fact]
    public void an_empty_table_teaches_nothing() => Assert.Throws<ArgumentException>(() => GammaMixturePrior.Fit([]));
}
