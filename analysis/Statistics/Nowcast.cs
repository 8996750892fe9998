namespace ClaimInsights.Analysis.Statistics;

/// <summary>How many claims of a failure date there will be in the end, those included that are not closed yet.</summary>
/// <param name="Expected">Known ÷ completeness.</param>
/// <param name="Low">Lower limit; at least what is known.</param>
/// <param name="High">Upper limit.</param>
public readonly record struct Nowcast(double Expected, long Low, long High)
{
    /// <summary>Of claims of which fewer than this share could be seen, the rest is guesswork.</summary>
    public const double LeastSeen = 0.02;

    /// <summary>
    /// Of N claims n are known by now, each with chance F: what is missing, N − n, is negative binomial with size n + ½ (Jeffreys) and chance F
    /// (Lawless 1994, Can. J. Stat. 22:15); the error of F widens it, by the variance of ln F and a normal approximation of the mean.
    /// </summary>
    /// <param name="known">n, at least 0.</param>
    /// <param name="completeness">F, above 0, at most 1.</param>
    /// <param name="logVariance">Variance of ln F; at least 0, finite.</param>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static Nowcast Of(long known, double completeness, double logVariance = 0, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(known);
        Require.Positive(completeness);
        Require.Unit(completeness, nameof(completeness));
        Require.NotNegative(logVariance);
        Require.InsideUnit(confidence);
        if (completeness == 1)
        {
            return new(known, known, known);
        }

        var size = known + 0.5;
        var (mean, error) = (size * (1 - completeness) / completeness, size / completeness);
        var (variance, tail) = ((mean / completeness) + (error * error * logVariance), (1 - confidence) / 2);
        return new(known / completeness, known + CountBound.Quantile(mean, variance, 1 - tail), known + CountBound.Quantile(mean, variance, tail));
    }
}
