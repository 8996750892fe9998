using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The reporting lag of a store by province and year, and what recent months will come to.</summary>
public class ReportingLagTableTests
{
    [Fact]
    public void provinces_that_report_at_different_speeds_have_lags_of_their_own()
    {
        using var warehouse = Rows(Store((province, _) => province == "North" ? 60 : 20));

        var lags = LagSummary.Of(StoreLag.Of(warehouse));

        Assert.Equal(["", "North", "South"], lags.Select(row => row.DealerProvince));
        Assert.InRange(lags[1].MedianDays, 45, 60);
        Assert.InRange(lags[2].MedianDays, 20, 25);
        Assert.True(lags[0] is { PValue: < 1e-9, ClosedSince: not null } && lags[1].PValue is null);
        Assert.Equal([12, 12, 12], ClaimNowcast.Of(StoreLag.Of(warehouse)).GroupBy(row => row.DealerProvince).Select(province => province.Count()));
    }

    [Fact]
    public void provinces_alike_have_one_lag_and_recent_months_their_completeness()
    {
        using var warehouse = Rows(Store((_, _) => 20));

        var (lags, casts) = (LagSummary.Of(StoreLag.Of(warehouse)), ClaimNowcast.Of(StoreLag.Of(warehouse)));

        Assert.Equal(20, Assert.Single(lags).MedianDays);
        Assert.Equal(12, casts.Count);
        Assert.Equal((new DateOnly(2026, 6, 1), new DateOnly(2026, 1, 1)), (casts[^1].Month, casts[6].Month));
        // Of June's thirty days the last twenty are not closed yet; four claims fail each day.
        Assert.Equal(10 / 30.0, casts[^1].Completeness, 9);
        Assert.Equal(40, casts[^1].Claims);
        Assert.Equal(120, casts[^1].Expected!.Value, 9);
        Assert.True(casts[^1].Low < 120 && casts[^1].High > 120);
        Assert.Equal((1, 124L, 124L), (casts[6].Completeness, casts[6].Low, casts[6].High));
    }

    [Fact]
    public void a_lag_that_drifts_is_that_of_the_last_year()
    {
        using var warehouse = Rows(Store((_, day) => day < new DateOnly(2025, 9, 1) ? 80 : 20));

        var all = LagSummary.Of(StoreLag.Of(warehouse))[0];

        Assert.True(all is { MedianDays: 20, MedianDaysBefore: 80, PValueOfDrift: < 1e-9 });
    }

    [Fact]
    public void a_store_without_vehicles_has_none()
    {
        using var warehouse = Rows([Claim("C1"), Claim("C2")]);

        Assert.Empty(LagSummary.Of(StoreLag.Of(warehouse)));
        Assert.Empty(ClaimNowcast.Of(StoreLag.Of(warehouse)));
    }

    /// <summary>Two years of failures, four a day, half of them at dealers of either province; closed the same number of days later, else not known yet.</summary>
    private static IEnumerable<Row> Store(Func<string, DateOnly, int> lag)
    {
        yield return Make(Tables.Dealers, [], ("dealer_code", "DN"), ("province", "North"));
        yield return Make(Tables.Dealers, [], ("dealer_code", "DS"), ("province", "South"));
        for (var i = 0; i < 400; i++)
        {
            yield return Vehicle($"V{i:000}", ("in_service_on", "2024-02-01"), ("built_on", "2024-01-10"));
        }

        for (var day = new DateOnly(2024, 7, 1); day <= AsOf; day = day.AddDays(1))
        {
            for (var i = 0; i < 4; i++)
            {
                var province = i % 2 == 0 ? "North" : "South";
                var closed = day.AddDays(lag(province, day));
                if (closed <= AsOf)
                {
                    yield return Claim(
                        string.Create(CultureInfo.InvariantCulture, $"C{day:yyyyMMdd}{i}"), ("vin", $"V{(day.DayNumber + (i * 97)) % 400:000}"), ("dealer_code", province == "North" ? "DN" : "DS"),
                        ("failed_on", Text(day)), ("reported_on", Text(day)), ("decided_on", Text(closed)), ("closed_on", Text(closed)));
                }
            }
        }

        static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
