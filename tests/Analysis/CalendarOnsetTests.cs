using System.Globalization;
using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What begins on a day, whatever the build date: found; a busy month, a season and growing exposure: not.</summary>
public sealed class CalendarOnsetTests
{
    private const int Months = 30, Parts = 12;
    private static readonly DateOnly First = Given.AsOf.AddMonths(1 - Months).AddDays(1 - Given.AsOf.AddMonths(1 - Months).Day);

    [Fact]
    public void a_part_that_fails_more_often_since_three_months_is_listed_with_its_first_month()
    {
        using var warehouse = Fleet((part, month) => part == 3 && month >= Months - 3 ? 5 : 1);
        var rows = CalendarOnset.In(warehouse);

        var listed = Assert.Single(rows, row => row.IsListed);
        Assert.Equal(("P03", "leak", new DateOnly(2026, 6, 1)), (listed.CausalPart, listed.FailureMode, listed.Month));
        Assert.Equal(new DateOnly(2026, 4, 1), listed.Since);
        Assert.True(listed.Ratio > 2.5 && listed.RatioLow > 1.2 && listed.Claims > listed.Upper);
        Assert.Equal(Parts, rows.Count);
    }

    [Fact]
    public void a_month_in_which_all_parts_are_closed_faster_and_a_season_that_comes_back_are_no_onset()
    {
        using var busy = Fleet((_, month) => month == Months - 1 ? 3 : 1);
        // Twice as many each summer: April to June in all three years.
        using var season = Fleet((part, month) => part == 3 && First.AddMonths(month).Month is 4 or 5 or 6 ? 2 : 1);

        Assert.DoesNotContain(CalendarOnset.In(busy), row => row.IsListed);
        Assert.DoesNotContain(CalendarOnset.In(season), row => row.IsListed);
    }

    [Fact]
    public void less_than_a_year_and_a_quarter_says_nothing()
    {
        using var warehouse = Given.Rows([Given.Vehicle("V1"), Given.Claim("C1", ("vin", "V1"))]);

        Assert.Empty(CalendarOnset.In(warehouse));
    }

    /// <summary>Vehicles sold month by month; each part has about four claims a month, times the factor.</summary>
    private static Warehouse Fleet(Func<int, int, double> factor)
    {
        var random = new Random(5);
        var rows = new List<Row>();
        for (var month = -6; month < Months; month++)
        {
            for (var i = 0; i < 10; i++)
            {
                rows.Add(Given.Vehicle($"V{month + 6:00}{i}", ("built_on", Day(First.AddMonths(month - 1))), ("in_service_on", Day(First.AddMonths(month).AddDays(-1))), ("warranty_months", "60"), ("warranty_km", "900000")));
            }
        }

        for (var month = 0; month < Months; month++)
        {
            for (var part = 0; part < Parts; part++)
            {
                var claims = (int)Math.Round(4 * factor(part, month) * (0.7 + (0.6 * random.NextDouble())));
                for (var i = 0; i < claims; i++)
                {
                    var vin = $"V{random.Next(0, month + 5):00}{random.Next(10)}";
                    var day = First.AddMonths(month).AddDays(random.Next(5, 20));
                    rows.Add(Given.Claim(
                        $"C{month:00}-{part:00}-{i:00}", ("vin", vin), ("causal_part", $"P{part:00}"), ("failed_on", Day(day)), ("reported_on", Day(day)), ("decided_on", Day(day)), ("closed_on", Day(day)), ("odometer_km", "1000")));
                }
            }
        }

        return Given.Rows(rows);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
