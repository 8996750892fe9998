namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Ratios of observed to expected counts drawn towards what is usual, before units are ranked: raw ratios put the smallest
/// units first and last. Ratios ~ Gamma(α, β) over units, counts Poisson (Clayton &amp; Kaldor 1987, Biometrics 43:671).
/// </summary>
/// <param name="Shape">α, above 0; about 2,981 (the limit of the fit) where units do not differ.</param>
/// <param name="Rate">β, above 0; the mean ratio is α/β.</param>
public sealed record GammaPoissonShrinkage(double Shape, double Rate)
{
    private const double MostLog = 8;

    /// <summary>Maximum likelihood of the negative binomial, on ln α (within ±8) and ln(α/β).</summary>
    /// <param name="units">Observed and expected count of each unit; expectations above 0.</param>
    /// <exception cref="ArgumentException">No unit, or no claim at all.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative count or an expectation that is not above 0.</exception>
    public static GammaPoissonShrinkage Fit(IEnumerable<(long Observed, double Expected)> units)
    {
        var ordered = units.Order().ToArray();
        foreach (var (observed, expected) in ordered)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(observed);
            Require.Positive(expected);
        }

        var total = ordered.Sum(unit => unit.Observed);
        if (total == 0)
        {
            throw new ArgumentException("Nothing was observed in any unit: there are no ratios to learn from.", nameof(units));
        }

        double Loss(double[] x)
        {
            var at = At(x);
            var over = Math.Max(0, Math.Abs(x[0]) - MostLog);
            return (over * over) - ordered.Sum(unit => GammaPoisson.LogLikelihood(unit.Observed, unit.Expected, at.Shape, at.Rate));
        }

        var mean = Math.Log(total / ordered.Sum(unit => unit.Expected));
        double[][] starts = [[0, mean], [3, mean], [-2, mean]];
        return At(starts.Select(start => NelderMead.Minimise(Loss, start)).MinBy(Loss)!);
    }

    /// <summary>A unit's ratio given its count: posterior mean (α + O)/(β + E) with the posterior's interval.</summary>
    /// <param name="observed">At least 0.</param>
    /// <param name="expected">At least 0; a unit of which nothing is known gets the usual ratio.</param>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public RatioInterval Shrink(long observed, double expected, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        Require.NotNegative(expected);
        Require.InsideUnit(confidence);
        var tail = (1 - confidence) / 2;
        var (shape, rate) = (Shape + observed, Rate + expected);
        return new(shape / rate, IncompleteGamma.LowerQuantile(shape, tail) / rate, IncompleteGamma.UpperQuantile(shape, tail) / rate);
    }

    private static GammaPoissonShrinkage At(double[] x)
    {
        var shape = Math.Exp(Math.Clamp(x[0], -MostLog, MostLog));
        return new(shape, shape / Math.Exp(x[1]));
    }
}
