using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Why is there no alarm, and how many more claims would make one?</summary>
public sealed class AlarmDistanceTests
{
    private static readonly DateOnly First = new(2024, 1, 1);

    [Fact]
    public void about_so_many_more_claims_as_are_said_list_the_chart()
    {
        using var before = Fleet(more: 0);
        var distance = AlarmDistance.Of(before, "P-00", "leak", rule: null);

        Assert.False(distance.IsListed);
        Assert.Equal("plant=A", distance.Rule);
        Assert.True(distance is { Observed: >= 4, Expected: < 4, PValue: > 0 } && distance.PValue > distance.Level);
        Assert.InRange(distance.MoreClaims!.Value, 1, 20);

        using var after = Fleet(more: distance.MoreClaims.Value + 2);
        var then = AlarmDistance.Of(after, "P-00", "leak", rule: null);
        Assert.True(then.IsListed, $"{distance}\n{then}");
        Assert.Equal(0, then.MoreClaims);

        using var fewer = Fleet(more: Math.Max(0, distance.MoreClaims.Value - 3));
        Assert.False(AlarmDistance.Of(fewer, "P-00", "leak", rule: null).IsListed);
    }

    [Fact]
    public void a_rule_that_is_asked_for_is_looked_at_alone_and_an_unknown_one_is_refused()
    {
        using var warehouse = Fleet(more: 8);

        Assert.Equal("plant=B", AlarmDistance.Of(warehouse, "P-00", "leak", "plant=B").Rule ?? "plant=B");
        var own = AlarmDistance.Of(warehouse, "P-00", "leak", "plant=A");
        Assert.Equal("plant=A", own.Rule);
        Assert.True(own.LogEvidence <= AlarmDistance.Of(warehouse, "P-00", "leak", null).LogEvidence + 1e-9);

        string Refused(string part, string mode, string? rule) => Assert.Throws<AnalysisException>(() => AlarmDistance.Of(warehouse, part, mode, rule)).Message;
        Assert.Contains("colour=red", Refused("P-00", "leak", "colour=red"), StringComparison.Ordinal);
        Assert.Contains("plant=Z", Refused("P-00", "leak", "plant=Z"), StringComparison.Ordinal);
        Assert.Contains("expected one of leak", Refused("P-00", "rust", null), StringComparison.Ordinal);
        Assert.Contains("expected a part such as P-", Refused("P-99", "leak", null), StringComparison.Ordinal);
        using var empty = Given.Rows([]);
        Assert.Contains("no vehicles", Assert.Throws<AnalysisException>(() => AlarmDistance.Of(empty, "P-00", "leak", null)).Message, StringComparison.Ordinal);
    }

    /// <summary>Forty charts with claims at random, of which P-00 has a few more in plant A, built in two weeks.</summary>
    private static Warehouse Fleet(int more)
    {
        var random = new Random(3);
        var rows = new List<Row>();
        for (var i = 0; i < 2000; i++)
        {
            var built = First.AddDays(i * 560 / 2000);
            rows.Add(Given.Vehicle($"V{i:0000}", ("built_on", Day(built)), ("in_service_on", Day(built.AddDays(20))), ("plant", i % 2 == 0 ? "A" : "B")));
        }

        void Claim(string id, int part, int vehicle)
        {
            var day = First.AddDays(vehicle * 560 / 2000).AddDays(20 + random.Next(10, 300));
            rows.Add(Given.Claim(id, ("vin", $"V{vehicle:0000}"), ("causal_part", $"P-{part:00}"), ("dealer_code", $"D{random.Next(30)}"),
                ("failed_on", Day(day)), ("reported_on", Day(day)), ("decided_on", Day(day.AddDays(5))), ("closed_on", Day(day.AddDays(7))), ("odometer_km", "900")));
        }

        for (var part = 0; part < 40; part++)
        {
            for (var i = 0; i < 25; i++)
            {
                Claim($"C{part:00}-{i:00}", part, random.Next(2000));
            }
        }

        // Two weeks of plant A.
        var window = Enumerable.Range(752, 44).Where(vehicle => vehicle % 2 == 0).ToList();
        for (var i = 0; i < 4 + more; i++)
        {
            Claim($"X{i:00}", 0, window[(i * 7) % window.Count]);
        }

        return Given.Rows(rows);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
