namespace ClaimInsights.Analysis;

/// <summary>Arithmetic of calendar months.</summary>
public static class CalendarMonths
{
    /// <summary>Months from one day's month to another's; negative: it lies before.</summary>
    public static int Between(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    /// <summary>The first day of each month from one to another, both included; none where the last lies before the first.</summary>
    /// <param name="first">A day of the first month.</param>
    /// <param name="last">A day of the last month.</param>
    public static IReadOnlyList<DateOnly> From(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(0, Math.Max(0, Between(first, last) + 1)).Select(new DateOnly(first.Year, first.Month, 1).AddMonths)];

    /// <summary>First day of the newest month that is over at the end of a day.</summary>
    public static DateOnly NewestWhole(DateOnly asOf)
    {
        var next = asOf.AddDays(1);
        return new DateOnly(next.Year, next.Month, 1).AddMonths(-1);
    }
}
