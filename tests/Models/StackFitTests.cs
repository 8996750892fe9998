using ClaimInsights.Models;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>Causes scored one by one and joined; weights that verdicts move away from their priors.</summary>
public class StackFitTests
{
    private static Rule Named(string code, RuleCause cause, double weight) =>
        new(code, cause, weight, 0, 1, [], _ => 0, _ => null, "", "");

    // x1 <- c(1,0,1,0,1,1,0,0); x2 <- c(0,1,1,0,0,1,1,0); x3 <- c(.5,0,1,.2,0,1,.4,.9); y <- c(1,0,1,0,0,1,0,1)
    // prior <- c(.8, .5, .3, rep(-log(6), 6), -2); sd <- c(.35, .35, .35, rep(.5, 6), .5)
    // loss <- function(b) { s <- matrix(b[4:9], 8, 6, byrow=TRUE); s[,1] <- s[,1] + b[1]*x1; s[,2] <- s[,2] + b[2]*x2
    //   p <- .02 + .83 * plogis(b[10] + b[3]*x3 + log(rowSums(exp(s)))); -sum(y*log(p) + (1-y)*log(1-p)) + sum((b-prior)^2/2/sd^2) }
    // r <- optim(prior, loss, method="BFGS", control=list(reltol=1e-15, maxit=1000)); r$value; r$par
    [Fact]
    public void the_maximum_a_posteriori_agrees_with_R()
    {
        double[][] inputs = [[1, 0, .5], [0, 1, 0], [1, 1, 1], [0, 0, .2], [1, 0, 0], [1, 1, 1], [0, 1, .4], [0, 0, .9]];
        bool[] found = [true, false, true, false, false, true, false, true];
        var fit = new StackFit([Named("a", RuleCause.Water, .8), Named("b", RuleCause.Impact, .5), Named("c", RuleCause.Evidence, .3)], [.8, .5, .3], 0, -2);

        var (weights, loss) = fit.Fit(inputs, found, accused: .02, missed: .15, fit.Prior);

        Assert.Equal(6.79137821, loss, 6);
        double[] expected = [0.866529, 0.519427, 0.549150, -1.648249, -1.715069, -1.732159, -1.732159, -1.732159, -1.732159, -1.541397];
        Assert.All(expected.Zip(weights), one => Assert.Equal(one.First, one.Second, 3));
    }

    [Fact]
    public void contributions_add_up_to_what_the_rules_add()
    {
        var stack = CauseStack.Written(Rules.All);
        var worst = Worst("C1");

        Assert.Equal(stack.LogOdds(worst) - Rules.Intercept, stack.Contributions(worst).Sum(), 1);
    }

    [Fact]
    public void a_claim_that_one_cause_explains_ranks_above_one_on_which_a_little_speaks_for_each()
    {
        var water = Ordinary("A") with { Words = new ClaimWords(DamageCause.Water, DamageCause.Water, false, 60), Refusals = RefusalSigns.None with { Water = 2 } };
        var mixed = Ordinary("B") with { Words = new ClaimWords(DamageCause.Water, DamageCause.Water, false, 60), Refusals = RefusalSigns.None with { Fluid = 2 } };
        var model = SuspicionModel.WrittenRules(Given.AsOf);

        Assert.True(model.Scores([water])[0] > model.Scores([mixed])[0]);
        Assert.Equal(RuleCause.Water, model.LikeliestCause(water).Cause);
    }

    [Fact]
    public void a_broken_line_adds_its_steps_up_to_the_value_and_sets_the_unknown_apart()
    {
        var shape = FeatureShape.Flat("photos", [0, 1, 2, 3])!.With([1, 2, 3, -1]);

        Assert.Equal([0, 1, 2, 6, 6, 2], new double?[] { -5, 1, 1.5, 3, 9, null }.Select(value => Math.Round(shape.At(value), 9)));
        Assert.Null(FeatureShape.Flat("photos", [2, 2]));
    }

    [Fact]
    public void a_minimum_is_found()
    {
        // Rosenbrock's valley: the minimum is 0 at (1, 1).
        var at = LimitedMemory.Minimise(
            (x, gradient) =>
            {
                gradient[0] = (-400 * x[0] * (x[1] - (x[0] * x[0]))) - (2 * (1 - x[0]));
                gradient[1] = 200 * (x[1] - (x[0] * x[0]));
                return (100 * Math.Pow(x[1] - (x[0] * x[0]), 2)) + Math.Pow(1 - x[0], 2);
            },
            [-1.2, 1]);

        Assert.All(at, x => Assert.Equal(1, x, 4));
    }
}
