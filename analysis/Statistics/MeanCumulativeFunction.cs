namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Mean number of events per system up to an age, some systems having been watched for less long than others: M(t) = Σ d/n over ages, d events among n
/// systems still watched (W. Nelson 1995, Technometrics 37:147). Its variance is Nelson's for one event after another, Σ d·(n − 1)/n³; the interval is normal for ln M.
/// </summary>
/// <param name="Age">Age.</param>
/// <param name="Mean">Events per system so far.</param>
/// <param name="Variance">Of the mean.</param>
/// <param name="Low">Lower 95 % limit; 0 where nothing has happened.</param>
/// <param name="High">Upper limit.</param>
public readonly record struct MeanCumulativeFunction(int Age, double Mean, double Variance, double Low, double High)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>The function at each age, in order.</summary>
    /// <param name="ages">Systems watched at an age, above 0, and their events at it; ages without a system watched are left out.</param>
    public static IReadOnlyList<MeanCumulativeFunction> Of(IEnumerable<(int Age, double Watched, long Events)> ages)
    {
        ArgumentNullException.ThrowIfNull(ages);
        var (mean, variance) = (0.0, 0.0);
        var steps = new List<MeanCumulativeFunction>();
        foreach (var (age, watched, events) in ages.Where(one => one.Watched > 0).OrderBy(one => one.Age))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(events, nameof(ages));
            mean += events / watched;
            variance += events * Math.Max(0, watched - 1) / (watched * watched * watched);
            var factor = mean > 0 ? Math.Exp(Normal95 * Math.Sqrt(variance) / mean) : 1;
            steps.Add(new(age, mean, variance, mean / factor, mean * factor));
        }

        return steps;
    }
}
