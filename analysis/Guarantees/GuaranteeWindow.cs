namespace ClaimInsights.Analysis.Guarantees;

/// <summary>From the day of the invoice up to a day or a distance, whichever comes first; the last day and the last kilometre are inside. Months end with
/// the same day of the month, or with that month's last day.</summary>
/// <param name="Months">Length in months; null: not limited by months.</param>
/// <param name="Days">Length in days; null: not limited by days.</param>
/// <param name="Km">Length in kilometres; null: not limited by distance.</param>
public sealed record GuaranteeWindow(int? Months = null, int? Days = null, int? Km = null)
{
    /// <summary>No limit at all.</summary>
    public static GuaranteeWindow Always { get; } = new();

    /// <summary>The last day inside; null: no limit in time, or the start is not known.</summary>
    /// <param name="startsOn">Day of the invoice; null: not known.</param>
    public DateOnly? LastDay(DateOnly? startsOn) => startsOn is not { } start ? null
        : Months is { } months ? WarrantyPeriod.LastDayOf(start, months)
        : Days is { } days ? start.AddDays(days)
        : null;

    /// <summary>Whether something lies inside; what is not known does not put it outside.</summary>
    /// <param name="startsOn">Day of the invoice; null: time cannot be judged, distance still is.</param>
    /// <param name="day">When it happened.</param>
    /// <param name="odometerKm">Reading then; null: only time is judged.</param>
    public bool Holds(DateOnly? startsOn, DateOnly day, int? odometerKm) =>
        !(LastDay(startsOn) < day) && !(odometerKm > Km);
}
