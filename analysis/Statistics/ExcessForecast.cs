namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// How many claims are still to come of a population whose claims exceed what others' rate explains: claims at age j are Poisson with mean
/// c · ((j + ½)/12)^γ · E_j, E_j what the others' rate explains, and so they stay at the ages to come. Predictive distribution over a grid of γ and c: γ is normal
/// around −.5 with standard deviation .4 before the data (what is found early is found for its first claims, and its ratio tends to fall), c flat above 0; the interval
/// holds the uncertainty of both and that of counts (Meeker &amp; Escobar 1998, ch. 12; Gelman et al. 2013, ch. 10).
/// </summary>
/// <param name="Mean">Expected claims.</param>
/// <param name="Low">Nineteen in twenty forecasts' counts lie from here …</param>
/// <param name="High">… to here.</param>
public readonly record struct ExcessForecast(double Mean, double Low, double High)
{
    private const int Shapes = 41, Scales = 41;
    private const double UsualSlope = -0.5;
    private const double ShapeDeviation = 0.4, Widest = 2.5, ScaleWidths = 5;

    /// <summary>Forecasts for several futures at once.</summary>
    /// <param name="past">Claims, exposure and expected claims by month in service.</param>
    /// <param name="futures">For each future: exposure to come by month in service, with the claims that others' rate expects in it.</param>
    public static IReadOnlyList<ExcessForecast> Of(IReadOnlyList<AgeCount> past, IReadOnlyList<IReadOnlyList<AgeCount>> futures)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(futures);
        var known = past.Where(one => one.VehicleMonths > 0).ToArray();
        var points = Points(known);
        return [.. futures.Select(future => Forecast(future, points))];
    }

    private static List<(double Slope, double Scale, double Weight)> Points(AgeCount[] known)
    {
        var points = new List<(double Slope, double Scale, double Log)>();
        for (var i = 0; i < Shapes; i++)
        {
            var z = Widest * ((2.0 * i / (Shapes - 1)) - 1);
            var slope = UsualSlope + (ShapeDeviation * z);
            var weights = known.Select(one => Weight(one, slope)).ToArray();
            var scales = ScalesFor(known, weights);
            var width = scales[1] - scales[0];
            points.AddRange(scales.Select(scale => (slope, scale, LogLikelihood(known, weights, scale) - (z * z / 2) + Math.Log(width))));
        }

        var top = points.Max(point => point.Log);
        var kept = points.Where(point => point.Log > top - 16).ToList();
        var sum = kept.Sum(point => Math.Exp(point.Log - top));
        return kept.ConvertAll(point => (point.Slope, point.Scale, Math.Exp(point.Log - top) / sum));
    }

    /// <summary>Scales within some standard deviations of the best one.</summary>
    private static double[] ScalesFor(AgeCount[] known, double[] weights)
    {
        var whole = weights.Sum();
        if (whole <= 0)
        {
            return [0, 1e-12];
        }

        var best = known.Sum(one => one.Claims) / whole;
        var deviation = Math.Sqrt(Math.Max(1, known.Sum(one => one.Claims))) / whole;
        var (from, to) = (Math.Max(0, best - (ScaleWidths * deviation)), best + (ScaleWidths * deviation));
        return [.. Enumerable.Range(0, Scales).Select(i => from + ((to - from) * (i + 0.5) / Scales))];
    }

    private static double LogLikelihood(AgeCount[] known, double[] weights, double scale)
    {
        var sum = 0.0;
        for (var i = 0; i < known.Length; i++)
        {
            var mean = scale * weights[i];
            sum += (known[i].Claims == 0 ? 0 : known[i].Claims * Math.Log(Math.Max(mean, 1e-300))) - mean;
        }

        return sum;
    }

    private static ExcessForecast Forecast(IReadOnlyList<AgeCount> future, List<(double Slope, double Scale, double Weight)> points)
    {
        var steps = points.Select(point => point.Slope).Distinct().ToDictionary(slope => slope, slope => future.Sum(one => Weight(one, slope)));
        var means = points.ConvertAll(point => (Mean: point.Scale * steps[point.Slope], point.Weight));
        return new(means.Sum(one => one.Mean * one.Weight), Quantile(means, 0.025), Quantile(means, 0.975));
    }

    /// <summary>The smallest count with at least this chance of being at most it, in a mixture of Poisson counts.</summary>
    private static double Quantile(List<(double Mean, double Weight)> means, double chance)
    {
        double AtMost(long count) => means.Sum(one => one.Mean <= 0 ? one.Weight : one.Weight * Math.Exp(IncompleteGamma.LogUpper(count + 1, one.Mean)));
        long low = -1, high = 1;
        while (AtMost(high) < chance)
        {
            (low, high) = (high, high * 2);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = AtMost(middle) < chance ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double Weight(AgeCount one, double slope) => one.Expected * Math.Pow((one.Age + 0.5) / 12, slope);
}
