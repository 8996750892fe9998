namespace ClaimInsights.Analysis.Statistics;

/// <summary>Claims and exposure of one month in service.</summary>
/// <param name="Age">Whole months in service, at least 0.</param>
/// <param name="VehicleMonths">Exposure, at least 0.</param>
/// <param name="Claims">Claims, at least 0.</param>
/// <param name="Expected">Claims that the others' rate explains, at least 0.</param>
public readonly record struct AgeCount(int Age, double VehicleMonths, long Claims, double Expected);

/// <summary>
/// How an excess of claims lies over age: claims in month j are Poisson with mean E_j + N_j · c · ((j+1)^β − j^β), E_j what the
/// others' rate explains and the rest a Weibull hazard of the defect itself. β by maximum likelihood, its 95 % interval by the
/// likelihood ratio (Meeker &amp; Escobar 1998, ch. 8; grouped ages).
/// </summary>
/// <param name="Beta">β; below 1 the excess comes early, 1 it is constant, above 1 it wears out.</param>
/// <param name="Low">Lower 95 % limit, at least 0.1.</param>
/// <param name="High">Upper 95 % limit, at most 10.</param>
/// <param name="Scale">c, claims per vehicle in the first month beyond the expected.</param>
/// <param name="LogLikelihood">At the maximum, without the terms that depend on the counts alone.</param>
public sealed record ExcessShape(double Beta, double Low, double High, double Scale, double LogLikelihood)
{
    private const double Least = 0.1;
    private const double Most = 10;
    private const int Steps = 400;

    /// <summary>Half the 95 % point of χ² with one degree of freedom.</summary>
    private const double Drop = 1.920729410347062;

    /// <summary>An interval inside these limits says constant.</summary>
    private const double NearlyConstant = 1.5;

    /// <summary><c>early</c>, <c>constant</c>, <c>wear_out</c>, or <c>unclear</c> where the interval allows more than one.</summary>
    public string Name => Low > 1 ? "wear_out" : High < 1 ? "early" : Low > 1 / NearlyConstant && High < NearlyConstant ? "constant" : "unclear";

    /// <summary>Fits the shape.</summary>
    /// <returns>Null where there is no excess, or no exposure at two ages.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, exposure or expectation.</exception>
    public static ExcessShape? Fit(IEnumerable<AgeCount> ages)
    {
        var counts = ages.Where(one => one.VehicleMonths > 0).OrderBy(one => one.Age).ToArray();
        foreach (var one in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(one.Age, nameof(ages));
            ArgumentOutOfRangeException.ThrowIfNegative(one.Claims, nameof(ages));
            Require.NotNegative(one.Expected, nameof(ages));
        }

        if (counts.Length < 2 || counts.Sum(one => one.Claims) <= counts.Sum(one => one.Expected))
        {
            return null;
        }

        double At(int step) => Math.Exp(Math.Log(Least) + (step * Math.Log(Most / Least) / Steps));
        var profile = Enumerable.Range(0, Steps + 1).Select(step => Profile(counts, At(step)).LogLikelihood).ToArray();
        var top = Array.IndexOf(profile, profile.Max());
        var beta = Maximise(x => Profile(counts, x).LogLikelihood, At(Math.Max(0, top - 1)), At(Math.Min(Steps, top + 1)));
        var (scale, best) = Profile(counts, beta);
        double Excess(double x) => Profile(counts, x).LogLikelihood - best + Drop;
        var low = Excess(Least) > 0 ? Least : Crossing(Excess, Least, beta);
        var high = Excess(Most) > 0 ? Most : Crossing(x => Excess(x), Most, beta);
        return new ExcessShape(beta, low, high, scale, best);
    }

    /// <summary>The best c at this β: the score falls with c, so its root is found by halving.</summary>
    private static (double Scale, double LogLikelihood) Profile(AgeCount[] counts, double beta)
    {
        var weights = counts.Select(one => one.VehicleMonths * (Math.Pow(one.Age + 1, beta) - Math.Pow(one.Age, beta))).ToArray();
        var sum = weights.Sum();
        var (low, high) = (0.0, counts.Sum(one => one.Claims) / sum);
        for (var i = 0; i < 100 && high - low > 1e-14 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Score(middle) > 0 ? (middle, high) : (low, middle);
        }

        var (scale, logLikelihood) = ((low + high) / 2, 0.0);
        for (var i = 0; i < counts.Length; i++)
        {
            var mean = counts[i].Expected + (scale * weights[i]);
            logLikelihood += (counts[i].Claims == 0 ? 0 : counts[i].Claims * Math.Log(mean)) - mean;
        }

        return (scale, logLikelihood);

        // Asked some ten thousand times for each cluster.
        double Score(double c)
        {
            double score = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                score += counts[i].Claims == 0 ? 0 : counts[i].Claims * weights[i] / (counts[i].Expected + (c * weights[i]));
            }

            return score - sum;
        }
    }

    private static double Maximise(Func<double, double> function, double low, double high)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        for (var i = 0; i < 60; i++)
        {
            var (one, two) = (high - (golden * (high - low)), low + (golden * (high - low)));
            (low, high) = function(one) < function(two) ? (one, high) : (low, two);
        }

        return (low + high) / 2;
    }

    /// <summary>Between a point where the function is negative and one where it is positive.</summary>
    private static double Crossing(Func<double, double> function, double negative, double positive)
    {
        for (var i = 0; i < 60; i++)
        {
            var middle = (negative + positive) / 2;
            (negative, positive) = function(middle) < 0 ? (middle, positive) : (negative, middle);
        }

        return (negative + positive) / 2;
    }
}
