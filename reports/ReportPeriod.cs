using System.Globalization;

namespace ClaimInsights.Reports;

/// <summary>The months of closing that a report speaks of.</summary>
/// <param name="From">First day, itself included; the first of a month.</param>
/// <param name="Months">How many months; 1, 3 or 12.</param>
public sealed record ReportPeriod(DateOnly From, int Months)
{
    /// <summary>Last day, itself included.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    /// <summary>The period of the same length just before.</summary>
    public ReportPeriod Previous => this with { From = From.AddMonths(-Months) };

    /// <summary>The name by which it is asked for: <c>2026</c>, <c>2026-Q3</c> or <c>2026-09</c>.</summary>
    public string Name => Months switch
    {
        12 => string.Create(CultureInfo.InvariantCulture, $"{From.Year}"),
        3 => string.Create(CultureInfo.InvariantCulture, $"{From.Year}-Q{((From.Month - 1) / 3) + 1}"),
        _ => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(DateOnly day) => day >= From && day <= To;

    /// <summary>The calendar quarter of a day.</summary>
    public static ReportPeriod QuarterOf(DateOnly day) => new(new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1), 3);

    /// <summary>Reads a year (<c>2026</c>), a quarter (<c>2026-Q3</c>) or a month (<c>2026-09</c>).</summary>
    /// <exception cref="ReportException">It is none of these.</exception>
    public static ReportPeriod Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new(month, 1);
        }

        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
        {
            return new(year, 12);
        }

        if (text.Length == 7 && text[4] == '-' && text[5] is 'Q' or 'q' && text[6] is >= '1' and <= '4'
            && DateOnly.TryParseExact(text[..4], "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return new(start.AddMonths((text[6] - '1') * 3), 3);
        }

        throw new ReportException($"--period {text}: not a period; expected a quarter (2026-Q3), a month (2026-09) or a year (2026)");
    }
}
