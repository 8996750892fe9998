namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Weibull distribution of ages at failure, R(t) = exp(−(t/η)^β), by maximum likelihood from exact and right-censored ages
/// (Meeker &amp; Escobar 1998, ch. 8).
/// </summary>
/// <param name="Shape">β, above 0: below 1 early failures, 1 constant, above 1 wear-out.</param>
/// <param name="Scale">η, the age by which 63.2 % have failed, in the ages' unit.</param>
/// <param name="LogLikelihood">ln likelihood at the maximum, in nats.</param>
public sealed record WeibullFit(double Shape, double Scale, double LogLikelihood)
{
    /// <summary>
    /// Solves the profile likelihood's equation in β, which rises monotonically; ages are divided by the largest, so that
    /// powers cannot overflow.
    /// </summary>
    /// <param name="observations">Failed and unfailed units.</param>
    /// <returns>Null where no maximum exists: no failure, or every failure at the largest age.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An age that is not above 0, or a negative number of units.</exception>
    public static WeibullFit? Fit(IEnumerable<LifeObservation> observations)
    {
        var units = observations.Where(unit => unit.Units != 0).OrderBy(unit => unit.Age).ThenBy(unit => unit.HasFailed).ThenBy(unit => unit.Units).ToArray();
        foreach (var unit in units)
        {
            Require.Positive(unit.Age, nameof(observations));
            Require.NotNegative(unit.Units, nameof(observations));
        }

        var failed = units.Where(unit => unit.HasFailed).ToArray();
        if (failed.Length == 0 || failed.All(unit => unit.Age == units[^1].Age))
        {
            return null;
        }

        var largest = units[^1].Age;
        var failures = failed.Sum(unit => unit.Units);
        var meanLog = failed.Sum(unit => unit.Units * Math.Log(unit.Age / largest)) / failures;
        var shape = Root(beta => Equation(units, largest, beta) - meanLog);
        var total = units.Sum(unit => unit.Units * Math.Pow(unit.Age / largest, shape));
        var scale = largest * Math.Pow(total / failures, 1 / shape);
        return new(shape, scale, LogLikelihoodOf(failed, shape, scale) - failures);
    }

    /// <summary>
    /// Maximum likelihood from interval-censored ages, Π [R(after) − R(up to)]: what a table by months knows (Meeker &amp; Escobar 1998, ch. 7). Never below
    /// the likelihood at the fit to exact ages at the intervals' ends, from where it starts.
    /// </summary>
    /// <param name="intervals">Failed and unfailed units.</param>
    /// <returns>Null where no maximum exists.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An interval that is none, or a negative number of units.</exception>
    public static WeibullFit? FitIntervals(IEnumerable<LifeInterval> intervals)
    {
        var units = intervals.Where(unit => unit.Units != 0).OrderBy(unit => unit.After).ThenBy(unit => unit.UpTo).ThenBy(unit => unit.Units).ToArray();
        foreach (var unit in units)
        {
            Require.NotNegative(unit.After, nameof(intervals));
            Require.NotNegative(unit.Units, nameof(intervals));
            if (!(unit.UpTo > unit.After))
            {
                throw new ArgumentOutOfRangeException(nameof(intervals), unit.UpTo, "an interval ends after it begins");
            }
        }

        // A unit that was never seen at an age above 0 says nothing.
        units = [.. units.Where(unit => unit.After > 0 || double.IsFinite(unit.UpTo))];
        if (Fit(units.Select(unit => double.IsFinite(unit.UpTo) ? new LifeObservation(unit.UpTo, true, unit.Units) : new LifeObservation(unit.After, false, unit.Units))) is not { } start)
        {
            return null;
        }

        double Loss(double[] at) => -LogLikelihoodOf(units, Math.Exp(at[0]), start.Scale * Math.Exp(at[1])) is var loss && double.IsNaN(loss) ? double.PositiveInfinity : loss;
        var best = NelderMead.Minimise(Loss, [Math.Log(start.Shape), 0]);
        return new(Math.Exp(best[0]), start.Scale * Math.Exp(best[1]), -Loss(best));
    }

    /// <summary>Expected failures of unfailed units as they grow older: 1 − R(t + Δ) ÷ R(t), 0…1.</summary>
    /// <param name="age">At least 0.</param>
    /// <param name="further">Δ, at least 0.</param>
    public double FailsWithin(double age, double further) => -ExpM1(Math.Pow(age / Scale, Shape) - Math.Pow((age + further) / Scale, Shape));

    private static double LogLikelihoodOf(LifeInterval[] units, double shape, double scale)
    {
        double sum = 0;
        foreach (var unit in units)
        {
            var sound = -Math.Pow(unit.After / scale, shape);
            sum += unit.Units * (double.IsFinite(unit.UpTo) ? sound + Math.Log(-ExpM1(-Math.Pow(unit.UpTo / scale, shape) - sound)) : sound);
        }

        return sum;
    }

    /// <summary>R(t): the share that survives to an age, 0…1.</summary>
    /// <param name="age">At least 0.</param>
    public double Survival(double age) => Math.Exp(-Math.Pow(age / Scale, Shape));

    private static double Equation(LifeObservation[] units, double largest, double beta)
    {
        double power = 0, logged = 0;
        foreach (var unit in units)
        {
            var log = Math.Log(unit.Age / largest);
            var weight = unit.Units * Math.Exp(beta * log);
            power += weight;
            logged += weight * log;
        }

        return (logged / power) - (1 / beta);
    }

    private static double Root(Func<double, double> rising)
    {
        double low = 1, high = 1;
        while (rising(low) > 0)
        {
            low /= 2;
        }

        while (rising(high) < 0)
        {
            high *= 2;
        }

        for (var i = 0; i < 200 && high - low > 1e-15 * high; i++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = rising(middle) < 0 ? (middle, high) : (low, middle);
        }

        return low + ((high - low) / 2);
    }

    /// <summary>Of the failures' densities; Σ (t/η)^β over all units equals the number of failures at the maximum.</summary>
    private static double LogLikelihoodOf(LifeObservation[] failed, double shape, double scale) =>
        failed.Sum(unit => unit.Units * (Math.Log(shape / scale) + ((shape - 1) * Math.Log(unit.Age / scale))));

    /// <summary>e^x − 1 without loss near 0.</summary>
    private static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1;
}
