using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Where a warranty ends: the same day months later, the month's last day, the last kilometre; what is unknown is not judged.</summary>
public class WarrantyPeriodTests
{
    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2023-06-15", 36, "2026-06-15")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2025-08-31", 6, "2026-02-28")]
    [InlineData("2023-08-31", 6, "2024-02-29")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-02-28", 1, "2026-03-28")]
    public void months_end_with_the_same_day_or_the_months_last(string startsOn, int months, string last)
    {
        var period = new WarrantyPeriod(months);

        Assert.Equal(Day(last), period.LastDay(Day(startsOn)));
        Assert.True(period.Holds(Day(startsOn), Day(last), null));
        Assert.False(period.Holds(Day(startsOn), Day(last).AddDays(1), null));
        Assert.Equal(1, period.DaysPast(Day(startsOn), Day(last).AddDays(1)));
    }

    [Fact]
    public void the_last_kilometre_is_inside_and_one_more_is_not()
    {
        var period = new WarrantyPeriod(Km: 60_000);

        Assert.True(period.Holds(Day("2020-01-01"), Day("2026-01-01"), 60_000));
        Assert.False(period.Holds(Day("2020-01-01"), Day("2026-01-01"), 60_001));
        Assert.Equal(1, period.KmPast(60_001));
    }

    [Fact]
    public void without_a_first_day_time_is_not_judged_but_distance_is()
    {
        var period = new WarrantyPeriod(36, 60_000);

        Assert.Null(period.DaysPast(null, Day("2026-01-01")));
        Assert.True(period.Holds(null, Day("2026-01-01"), 60_000));
        Assert.False(period.Holds(null, Day("2026-01-01"), 60_001));
        Assert.True(period.Holds(null, Day("2026-01-01"), null));
    }

    [Fact]
    public void an_absurd_length_has_no_end_that_a_claim_could_pass() =>
        Assert.True(new WarrantyPeriod(int.MaxValue).Holds(Day("2020-01-01"), Day("2099-01-01"), null));
}
