namespace ClaimInsights.Analysis;

/// <summary>Arithmetic of calendar months.</summary>
internal static class CalendarMonths
{
    /// <summary>Months from one day's month to another's; negative: it lies before.</summary>
    public static int Between(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    /// <summary>First day of the newest month that is over at the end of a day.</summary>
    public static DateOnly NewestWhole(DateOnly asOf)
    {
        var next = asOf.AddDays(1);
        return new DateOnly(next.Year, next.Month, 1).AddMonths(-1);
    }
}
