using ClaimInsights.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>Claims that ended alike and took about as long, by what their customers answered.</summary>
/// <param name="Verdict">The outcome.</param>
/// <param name="FromDays">Fewest days of the band: 0, 15, 31 or 61.</param>
/// <param name="Answer">1–5; null: no answer.</param>
/// <param name="Claims">At least 1.</param>
public sealed record SatisfactionCount(string Verdict, int FromDays, int? Answer, long Claims);

/// <summary>
/// How satisfied customers are, by how their claim ended and how long it took from report to closing; claims closed in the months that are scored. Only
/// those who answered are heard. One row per verdict and band of days. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Verdict">The outcome.</param>
/// <param name="FromDays">Fewest days of the band: 0, 15, 31 or 61.</param>
/// <param name="ToDays">Most days of the band; null: no limit.</param>
/// <param name="Claims">Claims of verdict and band.</param>
/// <param name="Answered">Of them with an answer; at least 1.</param>
/// <param name="Mean">Mean answer; 1–5.</param>
/// <param name="MeanLow">Lower 95 % limit (Student's t); null: one answer.</param>
/// <param name="MeanHigh">Upper limit.</param>
/// <param name="Satisfied">Share of answers of 4 or 5; 0–1.</param>
/// <param name="SatisfiedLow">Lower 95 % Wilson limit.</param>
/// <param name="SatisfiedHigh">Upper limit.</param>
public sealed record Satisfaction(
    string Verdict,
    int FromDays,
    int? ToDays,
    long Claims,
    long Answered,
    double Mean,
    double? MeanLow,
    double? MeanHigh,
    double Satisfied,
    double SatisfiedLow,
    double SatisfiedHigh)
{
    /// <summary>Judges the answers of each verdict and band; those without any have no row.</summary>
    public static IReadOnlyList<Satisfaction> Of(IReadOnlyList<SatisfactionCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return
        [
            .. counts.GroupBy(one => (one.Verdict, one.FromDays)).OrderBy(group => group.Key.Verdict, StringComparer.Ordinal).ThenBy(group => group.Key.FromDays)
                .Where(group => group.Any(one => one.Answer is not null)).Select(group => Row(group.Key.Verdict, group.Key.FromDays, [.. group])),
        ];
    }

    private static Satisfaction Row(string verdict, int from, IReadOnlyList<SatisfactionCount> counts)
    {
        var answers = counts.Where(one => one.Answer is not null).ToList();
        var number = answers.Sum(one => one.Claims);
        var mean = answers.Sum(one => (double)one.Claims * one.Answer!.Value) / number;
        double? half = null;
        if (number > 1)
        {
            var variance = answers.Sum(one => one.Claims * Math.Pow(one.Answer!.Value - mean, 2)) / (number - 1);
            half = StudentT.InvCDF(0, 1, number - 1, 0.975) * Math.Sqrt(variance / number);
        }

        var satisfied = ShareInterval.Wilson(answers.Where(one => one.Answer >= 4).Sum(one => one.Claims), number);
        return new(
            verdict, from, from switch { 0 => 14, 15 => 30, 31 => 60, _ => null }, counts.Sum(one => one.Claims), number, mean, mean - half, mean + half,
            satisfied.Share, satisfied.Low, satisfied.High);
    }
}
