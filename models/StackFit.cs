namespace ClaimInsights.Models;

/// <summary>
/// The stack as maximum a posteriori (methods, section 11): verdicts move each weight away from its prior only as far as they
/// insist. P(v = 1) = ε₀ + (1 − ε₀ − ε₁)·logistic(f): reviewers err.
/// </summary>
internal sealed class StackFit
{
    private readonly int[] causes;
    private readonly double[] prior, spreads;
    private readonly int rules, shapes, levels;

    /// <param name="rules">The rules.</param>
    /// <param name="priorWeights">Their prior weights.</param>
    /// <param name="shapeWeights">How many weights the shapes have; their prior is none.</param>
    /// <param name="intercept">Prior of the intercept.</param>
    public StackFit(IReadOnlyList<Rule> rules, IReadOnlyList<double> priorWeights, int shapeWeights, double intercept)
    {
        causes = CauseStack.Causes(rules);
        levels = Rules.DamageCauses.Count;
        this.rules = rules.Count;
        shapes = shapeWeights;
        prior = [.. priorWeights, .. Rules.DamageCauses.Select(_ => CauseStack.EvenLevel), intercept, .. new double[shapeWeights]];
        spreads =
        [
            .. rules.Select(rule => rule.IsLearned ? LearnedSpread : RuleSpread), .. Rules.DamageCauses.Select(_ => LevelSpread), InterceptSpread,
            .. Enumerable.Repeat(ShapeSpread, shapeWeights),
        ];
    }

    /// <summary>Prior standard deviations: of a rule's weight, of what refusals teach, of a step of a shape, of a cause's level, of the intercept.</summary>
    private const double RuleSpread = 0.35, LearnedSpread = 0.3, ShapeSpread = 0.12, LevelSpread = 0.5, InterceptSpread = 0.5;

    /// <summary>The weights: rules, levels of the causes, intercept, shapes.</summary>
    public double[] Prior => [.. prior];

    /// <summary>Fits the weights.</summary>
    /// <param name="inputs">A row a verdict: strengths of the rules, then spreads of the shapes.</param>
    /// <param name="found">The verdicts.</param>
    /// <param name="accused">ε₀: innocent, and found owner_caused.</param>
    /// <param name="missed">ε₁: guilty, and not found.</param>
    /// <param name="start">Where to begin.</param>
    public (double[] Weights, double Loss) Fit(IReadOnlyList<double[]> inputs, IReadOnlyList<bool> found, double accused, double missed, double[] start)
    {
        var weights = LimitedMemory.Minimise((at, gradient) => Loss(inputs, found, accused, missed, at, gradient), start);
        return (weights, Loss(inputs, found, accused, missed, weights, new double[weights.Length]));
    }

    private double Loss(IReadOnlyList<double[]> inputs, IReadOnlyList<bool> found, double accused, double missed, double[] at, double[] gradient)
    {
        double loss = 0;
        for (var k = 0; k < at.Length; k++)
        {
            var off = (at[k] - prior[k]) / spreads[k];
            loss += off * off / 2;
            gradient[k] = off / spreads[k];
        }

        var sums = new double[levels];
        var shares = new double[levels];
        for (var i = 0; i < inputs.Count; i++)
        {
            var logistic = PriorLogistic.Logistic(LogOdds(inputs[i], at, sums, shares));
            var p = Math.Clamp(accused + ((1 - accused - missed) * logistic), 1e-12, 1 - 1e-12);
            loss -= Math.Log(found[i] ? p : 1 - p);
            var slope = (found[i] ? -1 / p : 1 / (1 - p)) * (1 - accused - missed) * logistic * (1 - logistic);
            AddSlope(inputs[i], slope, shares, gradient);
        }

        return loss;
    }

    private double LogOdds(double[] input, double[] at, double[] sums, double[] shares)
    {
        var common = at[rules + levels];
        for (var c = 0; c < levels; c++)
        {
            sums[c] = at[rules + c];
        }

        for (var k = 0; k < rules; k++)
        {
            if (causes[k] < 0)
            {
                common += at[k] * input[k];
            }
            else
            {
                sums[causes[k]] += at[k] * input[k];
            }
        }

        for (var k = 0; k < shapes; k++)
        {
            common += at[rules + levels + 1 + k] * input[rules + k];
        }

        var joined = CauseStack.LogSumExp(sums);
        for (var c = 0; c < levels; c++)
        {
            shares[c] = Math.Exp(sums[c] - joined);
        }

        return common + joined;
    }

    private void AddSlope(double[] input, double slope, double[] shares, double[] gradient)
    {
        for (var k = 0; k < rules; k++)
        {
            gradient[k] += slope * input[k] * (causes[k] < 0 ? 1 : shares[causes[k]]);
        }

        for (var c = 0; c < levels; c++)
        {
            gradient[rules + c] += slope * shares[c];
        }

        gradient[rules + levels] += slope;
        for (var k = 0; k < shapes; k++)
        {
            gradient[rules + levels + 1 + k] += slope * input[rules + k];
        }
    }
}
