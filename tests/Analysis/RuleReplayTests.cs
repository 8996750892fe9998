using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Forty claims around every limit of a table of two rule sets, with the answer written beside each.</summary>
public class RuleReplayTests
{
    /// <summary>Sold 2023-03-01; the leap day's buyer 2024-02-29; rules change on 2026-01-01: from then on 24 months and wear parts for 12.</summary>
    private const string Rules = """
        { "version": 1, "rule_sets": [
          { "id": "old", "warranty": { "months": 36, "km": 60000 }, "commercial": { "months": 12, "km": 100000 }, "wear": { "months": 6, "km": 10000 },
            "duplicate_within_days": 0, "maintenance": { "months": 18 } },
          { "id": "new", "from": "2026-01-01", "warranty": { "months": 24, "km": 60000 }, "wear": { "months": 12, "km": 10000 },
            "authorised_only": false, "duplicate_within_days": 3, "maintenance": { "months": 18, "required": true } } ] }
        """;

    private const string Own = "LSVAA11A1P1000001";
    private const string Leap = "LSVAA11A1P1000002";
    private const string Plain = "LSVAA11A1P1000003";
    private const string Unsold = "LSVAA11A1P1000004";
    private const string Taxi = "LSVAA11A1P1000005";
    private const string Young = "LSVAA11A1P1000006";

    private static readonly Row[] Fleet =
    [
        Vehicle(Own, ("in_service_on", "2023-03-01"), ("warranty_months", "36"), ("warranty_km", "100000")),
        Vehicle(Leap, ("in_service_on", "2024-02-29"), ("warranty_months", "12"), ("warranty_km", "100000")),
        Vehicle(Plain, ("in_service_on", "2022-10-31"), ("warranty_months", null), ("warranty_km", null)),
        Vehicle(Unsold, ("in_service_on", null), ("warranty_months", null), ("warranty_km", null)),
        Vehicle(Taxi, ("in_service_on", "2024-08-31"), ("use", "commercial"), ("warranty_months", null), ("warranty_km", null)),
        Vehicle(Young, ("in_service_on", "2025-06-30"), ("warranty_months", null), ("warranty_km", null)),
        Make(ClaimInsights.Ingest.Tables.Parts, [], ("causal_part", "PAD"), ("part_class", "wear")),
        Make(ClaimInsights.Ingest.Tables.Parts, [], ("causal_part", "GEAR"), ("part_class", "main")),
        Make(ClaimInsights.Ingest.Tables.Services, [], ("vin", Own), ("serviced_on", "2024-01-15"), ("dealer_code", "D001")),
    ];

    /// <summary>Claim, vehicle, failed on, reading, verdict or reason of rejection, further columns; the answer.</summary>
    private static readonly (string Id, string? Vin, string FailedOn, string? Km, string Outcome, (string, string?)[] More, string? Answer)[] Claims =
    [
        ("01", Own, "2026-03-01", "50000", "paid", Record, null), // last day of the vehicle's own 36 months
        ("02", Own, "2026-03-02", "50000", "paid", Record, "paid_against_rule out_of_time 1"),
        ("03", Own, "2025-03-01", "100000", "paid", [], null), // last kilometre of its own
        ("04", Own, "2025-03-01", "100001", "paid", [], "paid_against_rule out_of_mileage 1"),
        ("05", Own, "2026-03-01", "50000", "out_of_time", Record, "rejected_though_covered out_of_time 0"),
        ("06", Own, "2026-03-02", "50000", "out_of_time", Record, null),
        ("07", Own, "2025-04-01", "100000", "out_of_mileage", [], "rejected_though_covered out_of_mileage 0"),
        ("08", Own, "2025-04-01", "100001", "out_of_mileage", [], null),
        ("09", Leap, "2025-02-28", "5000", "paid", [], null), // 12 months from a leap day end on the 28th
        ("10", Leap, "2025-03-01", "5000", "paid", [], "paid_against_rule out_of_time 1"),
        ("11", Leap, "2025-02-28", "5000", "out_of_time", [], "rejected_though_covered out_of_time 0"),
        ("12", Leap, "2025-03-01", "5000", "out_of_time", [], null),
        ("13", Plain, "2025-10-31", "60000", "paid", [], null), // month end to month end, the rule's own terms
        ("14", Plain, "2025-11-01", "1000", "paid", [], "paid_against_rule out_of_time 1"),
        ("15", Plain, "2025-10-30", "60001", "paid", [], "paid_against_rule out_of_mileage 1"),
        ("16", Plain, "2025-10-30", null, "out_of_mileage", [], null), // no reading: distance cannot be judged
        ("17", Unsold, "2025-10-30", "60000", "out_of_time", [], null), // no day of sale: time cannot be judged
        ("18", Unsold, "2025-10-30", "60001", "paid", [], "paid_against_rule out_of_mileage 1"), // distance still is
        ("19", Unsold, "2025-10-29", "60000", "out_of_mileage", [], "rejected_though_covered out_of_mileage 0"),
        ("20", null, "2025-10-30", "70000", "paid", [], "paid_against_rule out_of_mileage 10000"),
        ("21", Taxi, "2025-08-31", "1000", "paid", [], null), // commercial terms: last day
        ("22", Taxi, "2025-09-01", "1000", "paid", [], "paid_against_rule commercial_use 1"),
        ("23", Taxi, "2025-08-30", "1000", "commercial_use", [], "rejected_though_covered commercial_use 0"),
        ("24", Taxi, "2025-09-02", "1000", "commercial_use", [], null),
        ("25", Taxi, "2026-01-01", "1000", "paid", Record, null), // the new rules treat commercial use as private
        ("26", Young, "2025-11-01", "1000", "commercial_use", [], "rejected_though_covered commercial_use 0"),
        ("27", Young, "2025-12-30", "10000", "paid", Pad, null), // wear part, old rules: last day, last kilometre
        ("28", Young, "2025-12-31", "10000", "paid", Pad, "paid_against_rule wear_item 1"),
        ("29", Young, "2026-01-01", "10000", "paid", Pad, null), // version change: twelve months
        ("30", Young, "2026-01-02", "10001", "paid", Pad, "paid_against_rule wear_item 1"),
        ("31", Young, "2025-12-29", "9000", "wear_item", Pad, "rejected_though_covered wear_item 0"),
        ("32", Young, "2025-12-28", "9000", "wear_item", [("causal_part", "GEAR")], "rejected_though_covered wear_item 0"),
        ("33", Young, "2025-12-27", "9000", "wear_item", [("causal_part", "NOT-LISTED")], null), // class unknown: not judged
        ("34", Young, "2025-12-31", "500", "paid", [("authorised", "false")], "paid_against_rule unauthorised_shop 0"),
        ("35", Young, "2026-01-03", "500", "paid", [("authorised", "false"), ("failure_mode", "m35")], null), // the new rules allow any shop
        ("36", Young, "2025-12-20", "500", "unauthorised_shop", [("authorised", "true")], "rejected_though_covered unauthorised_shop 0"),
        ("37", Young, "2025-07-01", "500", "duplicate", [("failure_mode", "m37")], "rejected_though_covered duplicate 0"), // nothing like it was paid
        ("38", Young, "2026-01-06", "600", "paid", [("failure_mode", "m35")], "paid_against_rule duplicate 0"), // three days after 35, itself inside
        ("39", Own, "2025-07-15", "600", "lack_of_maintenance", [], "rejected_though_covered lack_of_maintenance 0"), // 18 months after the service, itself inside
        ("40", Own, "2026-01-15", "600", "paid", [], "paid_against_rule lack_of_maintenance 0"), // 24 months after it, no record shown
    ];

    private static (string, string?)[] Record => [("maintenance_record", "true")];

    private static (string, string?)[] Pad => [("causal_part", "PAD"), ("maintenance_record", "true")];

    [Fact]
    public void forty_claims_are_decided_as_written()
    {
        using var warehouse = Rows([.. Fleet, .. Claims.Select(Row)]);

        var found = RuleReplay.In(warehouse, WarrantyRulesReader.Parse(Rules, "rules.json"))
            .ToDictionary(row => row.ClaimId, row => $"{row.Direction} {row.Rule} {(row.DaysPast > 0 ? row.DaysPast : row.KmPast > 0 ? row.KmPast : 0)}");

        Assert.Equal(
            Claims.Where(one => one.Answer is not null).Select(one => $"{one.Id} {one.Answer}"),
            found.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));
    }

    [Fact]
    public void goodwill_is_no_leakage_and_a_judgement_of_a_person_is_not_replayed()
    {
        using var warehouse = Rows(
        [
            .. Fleet, Claim("G", ("vin", Plain), ("failed_on", "2026-03-01"), ("verdict", "goodwill")),
            Claim("O", ("vin", Young), ("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("approved_amount", "0")),
        ]);

        Assert.Empty(RuleReplay.In(warehouse, WarrantyRulesReader.Read(null)));
    }

    [Fact]
    public void leakage_is_the_approved_amount_and_unfairness_the_claimed_one()
    {
        using var warehouse = Rows(
        [
            .. Fleet, Claim("P", ("vin", Plain), ("failed_on", "2026-03-01"), ("approved_amount", "60")),
            Claim("R", ("vin", Young), ("verdict", "rejected"), ("rejection_reason", "out_of_time"), ("approved_amount", "0"), ("claimed_amount", "75.50")),
        ]);

        Assert.Equal([60m, 75.50m], RuleReplay.In(warehouse, WarrantyRulesReader.Read(null)).Select(row => row.Amount));
    }

    [Theory]
    [InlineData("{}", "missing required")]
    [InlineData("""{ "version": 2, "rule_sets": [{ "id": "a", "warranty": { "months": 1 } }] }""", "version: found 2; expected 1")]
    [InlineData("""{ "version": 1, "rule_sets": [] }""", "expected one set that holds from the beginning")]
    [InlineData("""{ "version": 1, "rule_sets": [{ "id": "a", "warranty": {} }] }""", "a, warranty: found months , km ; expected")]
    [InlineData("""{ "version": 1, "rule_sets": [{ "id": "a", "warranty": { "months": 1 }, "stage_targets": { "slow": 1 } }] }""", "a, stage_targets: found slow 1")]
    [InlineData("not json", "line 1")]
    public void a_table_that_is_wrong_is_refused_with_place_found_and_expected(string text, string part)
    {
        var problem = Assert.Throws<AnalysisException>(() => WarrantyRulesReader.Parse(text, "rules.json"));

        Assert.StartsWith("rules.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    private static Row Row((string Id, string? Vin, string FailedOn, string? Km, string Outcome, (string, string?)[] More, string? Answer) one)
    {
        (string, string?)[] outcome = one.Outcome == "paid" ? [] : [("verdict", "rejected"), ("rejection_reason", one.Outcome), ("approved_amount", "0")];
        return Claim(one.Id, [
            ("vin", one.Vin), ("failed_on", one.FailedOn), ("reported_on", one.FailedOn), ("decided_on", one.FailedOn), ("closed_on", one.FailedOn), ("odometer_km", one.Km),
            ("failure_mode", "m" + one.Id), .. outcome, .. one.More]);
    }
}
