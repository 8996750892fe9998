namespace ClaimInsights.Models;

/// <summary>
/// What a feature adds to the log-odds, as a broken line over its quantiles: whatever the rules left unsaid about one feature.
/// </summary>
/// <param name="Feature">Its name in the feature table.</param>
/// <param name="Knots">Where the line breaks, ascending, at least two; flat outside.</param>
/// <param name="Steps">What is added from each knot to the next.</param>
/// <param name="Unknown">What is added where the feature is not known; the line counts as at its middle knot.</param>
/// <param name="Mean">What it adds on average: reasons are measured against that.</param>
public sealed record FeatureShape(string Feature, IReadOnlyList<double> Knots, IReadOnlyList<double> Steps, double Unknown, double Mean)
{
    private static readonly double[] Shares = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98];

    /// <summary>A feature of up to so many values breaks at each of them.</summary>
    private const int FewValues = 8;

    /// <summary>How many weights it has.</summary>
    internal int Width => Steps.Count + 1;

    /// <summary>A flat line with knots at the quantiles of the values; null: the feature says nothing, for it is the same for all.</summary>
    /// <param name="feature">Its name.</param>
    /// <param name="known">Values that are known, in any order.</param>
    internal static FeatureShape? Flat(string feature, IEnumerable<double> known)
    {
        double[] sorted = [.. known.Order()];
        double[] values = [.. sorted.Distinct().Take(FewValues + 1)];
        double[] knots = values.Length <= FewValues ? values : [.. Shares.Select(share => sorted[(int)(share * (sorted.Length - 1))]).Distinct()];
        return knots.Length < 2 ? null : new(feature, knots, new double[knots.Length - 1], 0, 0);
    }

    /// <summary>The line's weights as one run, steps first.</summary>
    internal FeatureShape With(ReadOnlySpan<double> weights) => this with { Steps = weights[..Steps.Count].ToArray(), Unknown = weights[Steps.Count] };

    /// <summary>How far each step is taken, 0–1, and whether the value is not known.</summary>
    internal void Spread(double? value, Span<double> into)
    {
        into[Steps.Count] = value is null ? 1 : 0;
        var at = value ?? Knots[Knots.Count / 2];
        for (var i = 0; i < Steps.Count; i++)
        {
            into[i] = Math.Clamp((at - Knots[i]) / (Knots[i + 1] - Knots[i]), 0, 1);
        }
    }

    /// <summary>What is added at a value.</summary>
    internal double At(double? value)
    {
        var sum = value is null ? Unknown : 0;
        var at = value ?? Knots[Knots.Count / 2];
        for (var i = 0; i < Steps.Count && at > Knots[i]; i++)
        {
            sum += Steps[i] * Math.Min((at - Knots[i]) / (Knots[i + 1] - Knots[i]), 1);
        }

        return sum;
    }
}
