using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>Claims closed in one month that came to a stage, by the days until they passed it.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Stage"><c>inspected</c>, <c>decided</c>, <c>paid</c> or <c>followed_up</c>.</param>
/// <param name="Days">Whole days; null: closed without it.</param>
/// <param name="Claims">At least 1.</param>
public sealed record StageEndDays(DateOnly Month, string Stage, int? Days, long Claims);

/// <summary>
/// How many claims that come to a stage pass it, and in time: other ends compete with it (a claim that is rejected is never paid), so the share is
/// of all that came to it, not of those that passed. Every claim is closed, nothing is censored: the share within t days is the cumulative incidence
/// (Aalen and Johansen 1978, Scand. J. Stat. 5:141). One row per month of closing and stage. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Stage"><c>inspected</c>, <c>decided</c>, <c>paid</c> or <c>followed_up</c>.</param>
/// <param name="Entered">Claims that came to it; at least 1.</param>
/// <param name="Passed">Of them passed it.</param>
/// <param name="Share">Passed ÷ entered; 0–1.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper limit.</param>
/// <param name="TargetDays">Days that the stage may take; null: no target.</param>
/// <param name="WithinTarget">Passed in time ÷ entered; 0–1; null: no target.</param>
/// <param name="WithinLow">Lower 95 % Wilson limit of that share.</param>
/// <param name="WithinHigh">Upper limit.</param>
/// <param name="IsComplete">Whether all of the month's claims have had the time that nine of ten take; only follow-ups come after the closing.</param>
public sealed record StageEnd(
    DateOnly Month,
    string Stage,
    long Entered,
    long Passed,
    double Share,
    double ShareLow,
    double ShareHigh,
    int? TargetDays,
    double? WithinTarget,
    double? WithinLow,
    double? WithinHigh,
    bool IsComplete)
{
    private const string AfterClosing = "followed_up";

    /// <summary>Judges the counts of every month and stage.</summary>
    /// <param name="days">Claims by days.</param>
    /// <param name="rules">The warranty's rules, which hold the targets.</param>
    /// <param name="asOf">The as-of date.</param>
    public static IReadOnlyList<StageEnd> Of(IReadOnlyList<StageEndDays> days, WarrantyRules rules, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(rules);
        var usual = NinthDecile([.. days.Where(one => one is { Stage: AfterClosing, Days: not null })]);
        return [.. days.GroupBy(one => (one.Month, one.Stage)).Select(group => Row(group.Key.Month, group.Key.Stage, [.. group]))];

        StageEnd Row(DateOnly month, string stage, IReadOnlyList<StageEndDays> of)
        {
            var (entered, passed) = (of.Sum(one => one.Claims), of.Where(one => one.Days is not null).Sum(one => one.Claims));
            var share = ShareInterval.Wilson(passed, entered);
            var target = rules.Target(stage, month);
            ShareInterval? within = target is { } most ? ShareInterval.Wilson(of.Where(one => one.Days <= most).Sum(one => one.Claims), entered) : null;
            return new(
                month, stage, entered, passed, share.Share, share.Low, share.High, target, within?.Share, within?.Low, within?.High,
                stage != AfterClosing || month.AddMonths(1).AddDays(usual - 1) <= asOf);
        }
    }

    private static int NinthDecile(IReadOnlyList<StageEndDays> days)
    {
        var (until, all) = (0L, days.Sum(one => one.Claims));
        return days.Count == 0 ? 0 : days.OrderBy(one => one.Days).First(one => (until += one.Claims) >= 0.9 * all).Days!.Value;
    }
}
