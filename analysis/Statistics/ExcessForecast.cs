namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// How many claims are still to come of a population whose claims differ from what others' rate explains: claims at age j are Poisson with mean
/// c · ((j + ½)/12)^γ · E_j, E_j what the others' rate explains, and so they stay at the ages to come. γ is normal around −.5 with standard deviation .4 before
/// the data (what is found early is found for its first claims, and its ratio tends to fall), c flat above 0. Given γ, c is Gamma after the data and the count
/// to come negative binomial. A cluster was found because its claims happened to be many: what comes is κ times as much, ln κ normal around ln .75 with standard
/// deviation .35 (settled on simulated fleets). The interval is that of the mixture over γ and κ, and holds the uncertainty of both and of counts
/// (Gelman et al. 2013, ch. 2 and 10).
/// </summary>
/// <param name="Mean">Expected claims.</param>
/// <param name="Low">Nineteen in twenty forecasts' counts lie from here …</param>
/// <param name="High">… to here.</param>
public readonly record struct ExcessForecast(double Mean, double Low, double High)
{
    private const int Slopes = 81, Luck = 13;
    private const double UsualSlope = -0.5, SlopeDeviation = 0.4, Widest = 4, UsualLuck = 0.75, LuckDeviation = 0.35, WidestLuck = 3;

    /// <summary>Values of κ and their probabilities.</summary>
    private static readonly (double Factor, double Weight)[] Lucks = Spread();

    /// <summary>Forecasts for several futures at once.</summary>
    /// <param name="past">Claims and expected claims by month in service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The others' rate expects no claim at any age of the past.</exception>
    /// <param name="futures">For each future: by month in service the claims that others' rate expects in it.</param>
    public static IReadOnlyList<ExcessForecast> Of(IReadOnlyList<AgeCount> past, IReadOnlyList<IReadOnlyList<AgeCount>> futures)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(futures);
        var known = past.Where(one => one.Expected > 0).ToArray();
        ArgumentOutOfRangeException.ThrowIfZero(known.Length, nameof(past));
        var claims = known.Sum(one => one.Claims);
        var slopes = Enumerable.Range(0, Slopes).Select(i => Widest * ((2.0 * i / (Slopes - 1)) - 1)).Select(z => (Slope: UsualSlope + (SlopeDeviation * z), Prior: -z * z / 2)).ToList();
        var logs = slopes.ConvertAll(one => one.Prior + known.Sum(age => age.Claims * one.Slope * Ages(age)) - ((claims + 1) * Math.Log(Weight(known, one.Slope))));
        var top = logs.Max();
        var sum = logs.Sum(log => Math.Exp(log - top));
        var points = slopes.Zip(logs, (one, log) => (one.Slope, Past: Weight(known, one.Slope), Weight: Math.Exp(log - top) / sum)).ToList();
        points = points.FindAll(point => point.Weight > 1e-9);
        return [.. futures.Select(future => Forecast([.. points.SelectMany(point => Lucks.Select(luck => (luck.Factor * Weight(future, point.Slope) / point.Past, point.Weight * luck.Weight)))], claims + 1))];
    }

    /// <param name="ratios">What is to come ÷ what was, of the weights of each slope, and the slope's probability.</param>
    /// <param name="size">Of the negative binomials.</param>
    private static ExcessForecast Forecast(IReadOnlyList<(double Ratio, double Weight)> ratios, long size)
    {
        double AtMost(long count) => ratios.Sum(one => one.Ratio <= 0 ? one.Weight : one.Weight * Math.Exp(IncompleteBeta.LogLower(size, count + 1, 1 / (1 + one.Ratio))));
        return new(ratios.Sum(one => one.Weight * one.Ratio * size), Quantile(AtMost, 0.025), Quantile(AtMost, 0.975));
    }

    /// <summary>The smallest count with at least this chance of being at most it.</summary>
    private static double Quantile(Func<long, double> atMost, double chance)
    {
        long low = -1, high = 1;
        while (atMost(high) < chance)
        {
            (low, high) = (high, high * 2);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = atMost(middle) < chance ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static (double Factor, double Weight)[] Spread()
    {
        var points = Enumerable.Range(0, Luck).Select(i => WidestLuck * ((2.0 * i / (Luck - 1)) - 1)).ToList();
        var sum = points.Sum(z => Math.Exp(-z * z / 2));
        return [.. points.Select(z => (UsualLuck * Math.Exp(LuckDeviation * z), Math.Exp(-z * z / 2) / sum))];
    }

    private static double Weight(IEnumerable<AgeCount> ages, double slope) => ages.Sum(one => one.Expected * Math.Exp(slope * Ages(one)));

    private static double Ages(AgeCount one) => Math.Log((one.Age + 0.5) / 12);
}
