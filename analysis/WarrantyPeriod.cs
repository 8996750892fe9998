namespace ClaimInsights.Analysis;

/// <summary>
/// A warranty's end, in time and in distance, whichever comes first. Months end with the same day of the month, or with that month's
/// last day where it has none; the last day and the last kilometre are themselves inside.
/// </summary>
/// <param name="Months">Length in months, at least 0; null: not limited in time.</param>
/// <param name="Km">Length in kilometres, at least 0; null: not limited in distance.</param>
public sealed record WarrantyPeriod(int? Months = null, int? Km = null)
{
    /// <summary>A hundred years: a longer period has no end that a claim could pass.</summary>
    private const int Longest = 1200;

    /// <summary>The last day of a period of months.</summary>
    /// <param name="startsOn">First day.</param>
    /// <param name="months">At least 0; more than a hundred years count as a hundred.</param>
    public static DateOnly LastDayOf(DateOnly startsOn, int months) => startsOn.AddMonths(Math.Clamp(months, 0, Longest));

    /// <summary>The last day inside; null: no limit in time, or the start is not known.</summary>
    /// <param name="startsOn">Day of the sale or the invoice; null: not known.</param>
    public DateOnly? LastDay(DateOnly? startsOn) => startsOn is { } start && Months is { } months ? LastDayOf(start, months) : null;

    /// <summary>Days past the last day, 0 inside; null: time cannot be judged.</summary>
    /// <param name="startsOn">As in <see cref="LastDay"/>.</param>
    /// <param name="day">When it happened.</param>
    public int? DaysPast(DateOnly? startsOn, DateOnly day) => LastDay(startsOn) is { } last ? Math.Max(0, day.DayNumber - last.DayNumber) : null;

    /// <summary>Kilometres past the limit, 0 inside; null: distance cannot be judged.</summary>
    /// <param name="odometerKm">Reading when it happened; null: not known.</param>
    public int? KmPast(int? odometerKm) => odometerKm is { } read && Km is { } limit ? Math.Max(0, read - limit) : null;

    /// <summary>Whether something lies inside; what is not known does not put it outside.</summary>
    /// <param name="startsOn">As in <see cref="LastDay"/>.</param>
    /// <param name="day">When it happened.</param>
    /// <param name="odometerKm">Reading then; null: not known.</param>
    public bool Holds(DateOnly? startsOn, DateOnly day, int? odometerKm) =>
        DaysPast(startsOn, day) is null or 0 && KmPast(odometerKm) is null or 0;
}
