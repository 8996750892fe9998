namespace ClaimInsights.Analysis.Guarantees;

/// <summary>Cumulative days in the workshop: of each stay out − in, at least 1; a day that stays share counts once.</summary>
internal static class RepairDays
{
    /// <summary>Longer stays are taken for a mistyped date and count as unknown.</summary>
    private const int LongestStay = 366;

    public static Counted Count(IEnumerable<RepairEvent> repairs, int limit)
    {
        var days = new SortedSet<int>();
        List<string> claims = [];
        var isUnknown = false;
        foreach (var repair in repairs)
        {
            if (repair is not { RepairInOn: { } into, RepairOutOn: { } outOf } || outOf.DayNumber - into.DayNumber is < 0 or > LongestStay)
            {
                isUnknown = true;
                continue;
            }

            days.UnionWith(Enumerable.Range(into.DayNumber, Math.Max(1, outOf.DayNumber - into.DayNumber)));
            claims.Add(repair.ClaimId);
        }

        DateOnly? reached = days.Count >= limit ? DateOnly.FromDayNumber(days.ElementAt(limit - 1)) : null;
        return new("", days.Count, isUnknown ? null : days.Count, reached, isUnknown ? ["repair_days"] : [], claims);
    }
}
