using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>Claims closed in one month whose stage took that many days.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Stage">See <see cref="StageTime"/>.</param>
/// <param name="Days">Whole days; at least 0.</param>
/// <param name="Claims">At least 1.</param>
public sealed record StageDays(DateOnly Month, string Stage, int Days, long Claims);

/// <summary>How long one stage of a claim took, for the claims closed in one month that have both of its days.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Stage"><c>reported</c> (since failed), <c>inspected</c>, <c>decided</c>, <c>paid</c>, <c>closed</c>, <c>followed_up</c>: days since the stage before it; <c>total</c>: from the report to the closing.</param>
/// <param name="Claims">Claims with both days; at least 1.</param>
/// <param name="MedianDays">Grouped median, days; at least 0.</param>
/// <param name="NinthDecileDays">Nine of ten took no longer, days; at least <paramref name="MedianDays"/>.</param>
/// <param name="TargetDays">Days that the stage may take by the warranty's rules of the month's first day; null: no target.</param>
/// <param name="WithinTarget">Share of the claims that took no longer; 0–1; null: no target.</param>
/// <param name="WithinLow">Lower 95 % Wilson limit of that share.</param>
/// <param name="WithinHigh">Upper limit.</param>
public sealed record StageTime(
    DateOnly Month,
    string Stage,
    long Claims,
    double MedianDays,
    double NinthDecileDays,
    int? TargetDays = null,
    double? WithinTarget = null,
    double? WithinLow = null,
    double? WithinHigh = null)
{
    /// <summary>
    /// Quantiles of whole days, the claims of a day spread evenly over the day around it (grouped median): a plain median
    /// of thousands of claims stands still for months and then jumps by a day, which no control chart can judge.
    /// </summary>
    /// <param name="days">Claims by days, in order of month, stage and days.</param>
    /// <param name="rules">The warranty's rules, which hold the targets; null: no targets.</param>
    public static IReadOnlyList<StageTime> Of(IEnumerable<StageDays> days, WarrantyRules? rules = null) =>
        [.. days.GroupBy(one => (one.Month, one.Stage)).Select(group => OfStage(group.Key.Month, group.Key.Stage, [.. group], rules?.Target(group.Key.Stage, group.Key.Month)))];

    private static StageTime OfStage(DateOnly month, string stage, IReadOnlyList<StageDays> days, int? target)
    {
        var claims = days.Sum(one => one.Claims);
        ShareInterval? within = target is { } most ? ShareInterval.Wilson(days.Where(one => one.Days <= most).Sum(one => one.Claims), claims) : null;
        return new(month, stage, claims, Quantile(days, 0.5), Quantile(days, 0.9), target, within?.Share, within?.Low, within?.High);
    }

    internal static double Quantile(IReadOnlyList<StageDays> days, double share)
    {
        var target = share * days.Sum(one => one.Claims);
        long before = 0;
        for (var i = 0; i < days.Count; i++)
        {
            var until = before + days[i].Claims;
            if (target < until || i == days.Count - 1)
            {
                // Day 0 is spread like any other, but no stage takes less than no time.
                return Math.Max(0, days[i].Days - 0.5 + ((target - before) / days[i].Claims));
            }

            if (target == until)
            {
                // Between two days without claims: halfway.
                return (days[i].Days + days[i + 1].Days) / 2.0;
            }

            before = until;
        }

        throw new InvalidOperationException("a stage without days");
    }
}
