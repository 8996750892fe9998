namespace ClaimInsights.Simulator;

/// <summary>Days as numbers: <see cref="DateOnly.DayNumber"/>.</summary>
internal static class Day
{
    /// <summary>No day: an empty cell.</summary>
    public const int None = int.MinValue;

    /// <summary>Days in a mean month, for rates only.</summary>
    public const double PerMonth = 365.25 / 12;

    /// <summary>The day, or none where it lies after the last one that is known.</summary>
    public static int Known(int day, int asOf) => day > asOf ? None : day;

    /// <summary>The day that many months later, or that month's last day.</summary>
    public static int AddMonths(int day, int months) => DateOnly.FromDayNumber(day).AddMonths(months).DayNumber;

    /// <summary>The month of the year, 0 … 11.</summary>
    public static int MonthOfYear(int day) => DateOnly.FromDayNumber(day).Month - 1;
}
