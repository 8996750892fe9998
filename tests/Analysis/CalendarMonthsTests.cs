using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

public sealed class CalendarMonthsTests
{
    [Theory]
    [InlineData("2025-12-31", "2026-01-01", 1)]
    [InlineData("2026-01-31", "2026-01-01", 0)]
    [InlineData("2026-01-01", "2024-12-31", -13)]
    public void months_lie_between_the_months_of_days(string from, string to, int months) =>
        Assert.Equal(months, CalendarMonths.Between(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void every_month_from_one_to_another_is_there()
    {
        Assert.Equal([new(2025, 11, 1), new(2025, 12, 1), new(2026, 1, 1)], CalendarMonths.From(new(2025, 11, 30), new(2026, 1, 2)));
        Assert.Empty(CalendarMonths.From(new(2026, 2, 1), new(2026, 1, 31)));
    }
}
