using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Decisions;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Engineers' decisions: joined to clusters, dismissed ones kept out until they have grown, corrections looked at.</summary>
public class ClusterActionTests
{
    [Fact]
    public void a_decision_stands_beside_the_cluster_it_speaks_of()
    {
        var (findings, actions) = In(Fleet(month => month == 6 ? 14 : 1), Decision("open_8d", "2026-05-04"), Decision("watch", "2026-06-01", ("built_from", null), ("built_to", null)));

        var id = Assert.Single(findings.Clusters).ClusterId;
        Assert.Equal([(id, "open_8d", false, "listed"), (id, "watch", true, "listed")], actions.Select(one => (one.ClusterId!, one.Decision, one.IsLatest, one.Listing)));
        Assert.Equal(("E02", new DateOnly(2026, 5, 4)), (actions[0].DecidedBy, actions[0].DecidedOn));
    }

    [Fact]
    public void one_on_another_part_mode_window_or_value_speaks_of_no_cluster_and_is_shown_nonetheless()
    {
        var (_, actions) = In(
            Fleet(month => month == 6 ? 14 : 1),
            Decision("watch", "2026-05-01", ("causal_part", "P-200")), Decision("watch", "2026-05-02", ("failure_mode", "noise")),
            Decision("watch", "2026-05-03", ("built_from", "2025-07-01"), ("built_to", null)), Decision("watch", "2026-05-04", ("rule", "dealer_code=D1")));

        Assert.All(actions, one => Assert.Equal((null, "not_found"), (one.ClusterId, one.Listing)));
        Assert.Equal(4, actions.Count);
    }

    [Theory]
    [InlineData("plant")]
    [InlineData("colour=red")]
    public void a_rule_that_cannot_be_read_stops_nothing(string rule)
    {
        var (findings, actions) = In(Fleet(month => month == 6 ? 14 : 1), Decision("dismissed", "2026-05-01", ("rule", rule), ("fixed_from", "2025-07-01")));

        Assert.Equal("unreadable_rule", Assert.Single(actions).Listing);
        Assert.Single(findings.Clusters);
    }

    [Theory]
    // Of 14 claims all were closed by March: since April nothing more than at the rate as dismissed.
    [InlineData("2026-05-20", "2026-03-10", "kept_out", 0)]
    // Three of 14 were closed when it was dismissed in February, eleven within the month of March alone.
    [InlineData("2026-02-20", "2026-06-10", "returned", 1)]
    public void a_dismissed_cluster_is_listed_again_only_when_it_has_grown(string dismissed, string laterClosed, string listing, int listed)
    {
        var rows = Fleet(month => month == 6 ? 14 : 1, (month, i) => month == 6 && i >= 3 ? laterClosed : "2026-02-10");

        var (findings, actions) = In(rows, Decision("dismissed", dismissed));

        Assert.Equal((listing, listed), (Assert.Single(actions).Listing, findings.Clusters.Count));
        Assert.Equal(findings.Clusters.Count, findings.Ages.Select(age => age.ClusterId).Distinct().Count());
        Assert.Equal(14, actions[0].ClaimsAtDecision + actions[0].ClaimsSince);
    }

    [Fact]
    public void of_a_cluster_that_is_kept_out_no_vehicle_is_to_be_contained()
    {
        using var warehouse = Rows(Fleet(month => month == 6 ? 14 : 1).Append(Decision("dismissed", "2026-05-20")));

        var findings = DefectFindings.In(warehouse);
        Assert.Equal(200, ClusterVehicle.In(warehouse).Count());
        ClusterActions.In(warehouse, findings);

        Assert.Empty(ClusterVehicle.In(warehouse));
    }

    [Fact]
    public void a_later_decision_lifts_a_dismissal()
    {
        var (findings, actions) = In(Fleet(month => month == 6 ? 14 : 1), Decision("dismissed", "2026-05-20"), Decision("open_8d", "2026-06-02"));

        Assert.Single(findings.Clusters);
        Assert.Equal(["listed", "listed"], actions.Select(one => one.Listing));
    }

    [Theory]
    // 60 claims of vehicles built in May and June; those built from July on claim as all others do.
    [InlineData(1, "fix_confirmed")]
    // They claim as before.
    [InlineData(30, "not_confirmed")]
    public void vehicles_built_with_the_correction_are_compared_with_those_before(int after, string verdict)
    {
        var (_, actions) = In(
            Fleet(month => month is 5 or 6 ? 30 : month is 7 or 8 ? after : 1),
            Decision("corrected", "2026-05-20", ("built_from", "2025-05-01"), ("built_to", "2025-06-30"), ("fixed_from", "2025-07-01")));

        var action = actions[0];
        Assert.Equal(verdict, action.FixVerdict);
        // 200 vehicles a month of build, sold in January: six months each by the end of June; built from July on: six months of build.
        Assert.Equal((60L, 2400.0, (2 * after) + 4L, 7200.0), (action.BeforeClaims, action.BeforeVehicleMonths, action.AfterClaims, action.AfterVehicleMonths));
        Assert.InRange(action.FixRatio!.Value, action.FixRatioLow!.Value, action.FixRatioHigh!.Value);
        Assert.Null(action.VehicleMonthsNeeded);
    }

    [Fact]
    public void with_few_vehicles_built_since_it_is_too_early_and_says_how_many_months_more()
    {
        var rows = Fleet(month => month == 12 ? 0 : month is 10 or 11 ? 30 : 1).Where(row => !IsBuiltInDecember(row) || row.Values["vin"]!.EndsWith('7')).ToList();

        var (_, actions) = In(rows, Decision("corrected", "2026-05-20", ("built_from", "2025-10-01"), ("built_to", "2025-11-30"), ("fixed_from", "2025-12-01")));

        var action = actions[0];
        Assert.Equal(("too_early", 0L, 120.0), (action.FixVerdict, action.AfterClaims, action.AfterVehicleMonths));
        // All claims fall in one age, a sixth of the 120 vehicle-months: 20 vehicles at the old .15 lead to expect 3.
        Assert.InRange(action.VehicleMonthsNeeded!.Value, 20, 400);
    }

    [Fact]
    public void a_decision_after_the_as_of_date_is_not_known() =>
        Assert.Empty(In(Fleet(month => month == 6 ? 14 : 1), Decision("dismissed", "2026-07-01")).Actions);

    private static bool IsBuiltInDecember(Row row) => row.Table == Tables.Vehicles && row.Values["built_on"]!.StartsWith("2025-12", StringComparison.Ordinal);

    private static (DefectFindings Findings, IReadOnlyList<ClusterAction> Actions) In(IEnumerable<Row> rows, params Row[] decisions)
    {
        using var warehouse = Rows(rows.Concat(decisions));
        return ClusterActions.In(warehouse, DefectFindings.In(warehouse));
    }

    private static Row Decision(string decision, string day, params (string Column, string? Value)[] change) => Make(Tables.ClusterDecisions, change,
        ("causal_part", "P-100"), ("failure_mode", "leak"), ("built_from", "2025-06-01"), ("built_to", "2025-06-30"), ("decision", decision),
        ("decided_at", $"{day} 10:00:00"), ("decided_by", "E02"));

    /// <summary>200 vehicles of each month of 2025, all sold in January 2026, and so many claims of each build month.</summary>
    private static IEnumerable<Row> Fleet(Func<int, int> claims, Func<int, int, string>? closedOn = null)
    {
        for (var month = 1; month <= 12; month++)
        {
            for (var i = 0; i < 200; i++)
            {
                yield return Vehicle(VinOf((month * 1000) + i), ("built_on", $"2025-{month:00}-10"), ("in_service_on", "2026-01-15"));
            }

            for (var i = 0; i < claims(month); i++)
            {
                yield return Claim($"C{month:00}-{i:000}", ("vin", VinOf((month * 1000) + i)), ("dealer_code", $"D{i % 3}"), ("failed_on", "2026-02-01"),
                    ("reported_on", "2026-02-02"), ("decided_on", "2026-02-05"), ("closed_on", closedOn?.Invoke(month, i) ?? "2026-03-10"));
            }
        }
    }

    private static string VinOf(int serial) => $"LSVAA11A1P1{serial:000000}";
}
