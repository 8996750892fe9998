using ClaimInsights.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Since when like claims are treated otherwise: for each reason the month from which its share of rejections changed most, other claims set aside
/// (Kitagawa's rule effect of up to six months before and after, at least three). One row per reason, the surest change first. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="From">First day of the first month of closing after the change.</param>
/// <param name="MonthsBefore">Months compared before it.</param>
/// <param name="MonthsAfter">Months compared from it on.</param>
/// <param name="ShareBefore">Share rejected for the reason before; 0–1.</param>
/// <param name="ShareAfter">Share after.</param>
/// <param name="MixEffect">Part of the change that came with other claims.</param>
/// <param name="RuleEffect">Part that came with other treatment of like claims.</param>
/// <param name="RuleLow">Lower 95 % limit of the rule effect (normal; binomial within kinds of like claims); not adjusted for the month having been chosen.</param>
/// <param name="RuleHigh">Upper limit.</param>
/// <param name="PValue">Exact conditional test over kinds of like claims (<see cref="CommonOddsTest"/>), times the number of reasons and months looked at (Bonferroni), at most 1.</param>
/// <param name="IsNamed">The p-value is at most .01: the table is made anew each month.</param>
public sealed record RuleChange(
    string Reason,
    DateOnly From,
    int MonthsBefore,
    int MonthsAfter,
    double ShareBefore,
    double ShareAfter,
    double MixEffect,
    double RuleEffect,
    double RuleLow,
    double RuleHigh,
    double PValue,
    bool IsNamed)
{
    private const int Fewest = 3;
    private const int Most = 6;
    private static readonly double Normal95 = Normal.InvCDF(0, 1, 0.975);

    /// <summary>Looks for each reason's change.</summary>
    /// <param name="cells">Decided claims by month, kind of like claims and reason.</param>
    public static IReadOnlyList<RuleChange> Of(IReadOnlyList<RejectionCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var months = cells.Select(cell => cell.Month).Distinct().Order().ToList();
        var reasons = cells.Select(cell => cell.Reason).Where(reason => reason.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var byMonth = months.ConvertAll(month => cells.Where(cell => cell.Month == month).ToList());
        var splits = Enumerable.Range(Fewest, Math.Max(0, months.Count - (2 * Fewest) + 1)).ToList();
        var looks = Math.Max(1, reasons.Count * splits.Count);
        return
        [
            .. reasons.Select(reason => splits.Select(split => At(reason, split)).MaxBy(one => one is null ? -1 : Math.Abs(one.Value.Z)))
                .OfType<(double Z, RuleChange Row, List<TwoPeriods> Counts)>().OrderByDescending(one => Math.Abs(one.Z)).ThenBy(one => one.Row.Reason, StringComparer.Ordinal)
                .Select(one => one.Row with { PValue = Corrected(one.Counts) }).Select(row => row with { IsNamed = row.PValue <= 0.01 }),
        ];

        double Corrected(List<TwoPeriods> counts) => Math.Min(1, CommonOddsTest.PValue(counts) * looks);

        (double Z, RuleChange Row, List<TwoPeriods> Counts)? At(string reason, int split)
        {
            var (first, last) = (Math.Max(0, split - Most), Math.Min(months.Count, split + Most));
            var counts = Counts(byMonth[first..split], byMonth[split..last], reason);
            var parts = Kitagawa.Of(counts);
            var (rule, deviation) = (parts.Sum(part => part.Rule), Deviation(counts));
            if (deviation <= 0)
            {
                return null;
            }

            var z = rule / deviation;
            double before = counts.Sum(cell => cell.TrialsBefore), after = counts.Sum(cell => cell.TrialsAfter);
            return (z, new RuleChange(
                reason, months[split], split - first, last - split, counts.Sum(cell => cell.HitsBefore) / before, counts.Sum(cell => cell.HitsAfter) / after,
                parts.Sum(part => part.Mix), rule, rule - (Normal95 * deviation), rule + (Normal95 * deviation), PValue: 1, IsNamed: false), counts);
        }
    }

    private static List<TwoPeriods> Counts(List<List<RejectionCell>> before, List<List<RejectionCell>> after, string reason)
    {
        var (old, now) = (Sum(before, reason), Sum(after, reason));
        return [.. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(kind =>
            new TwoPeriods(old.GetValueOrDefault(kind).Hits, old.GetValueOrDefault(kind).Trials, now.GetValueOrDefault(kind).Hits, now.GetValueOrDefault(kind).Trials))];
    }

    private static Dictionary<string, (long Hits, long Trials)> Sum(List<List<RejectionCell>> months, string reason) =>
        months.SelectMany(month => month).GroupBy(cell => cell.Kind, StringComparer.Ordinal).ToDictionary(
            kind => kind.Key, kind => (kind.Where(cell => cell.Reason == reason).Sum(cell => cell.Claims), kind.Sum(cell => cell.Claims)), StringComparer.Ordinal);

    // Under no change a kind has one share in both periods; kinds seen in one of them tell nothing of treatment.
    private static double Deviation(List<TwoPeriods> cells)
    {
        double before = cells.Sum(cell => cell.TrialsBefore), after = cells.Sum(cell => cell.TrialsAfter);
        return Math.Sqrt(cells.Where(cell => cell is { TrialsBefore: > 0, TrialsAfter: > 0 }).Sum(cell =>
        {
            var weight = ((cell.TrialsBefore / before) + (cell.TrialsAfter / after)) / 2;
            var share = (double)(cell.HitsBefore + cell.HitsAfter) / (cell.TrialsBefore + cell.TrialsAfter);
            return weight * weight * share * (1 - share) * ((1.0 / cell.TrialsBefore) + (1.0 / cell.TrialsAfter));
        }));
    }
}
