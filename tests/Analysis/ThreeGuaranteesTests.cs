using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Counters of the three-guarantees watch, each worked out by hand from the rows in sight.</summary>
public class ThreeGuaranteesTests
{
    private const string Vin = "LSVAA11A1P1000001";
    private static readonly GuaranteeTable Rules = GuaranteeTableReader.Read(null);

    [Fact]
    public void days_that_overlapping_stays_share_count_once_and_a_stay_is_at_least_a_day()
    {
        // 1–10 March: 9 days; 5–15 March adds 10–14: 14 days; 20 March in and out: 15; 1–16 April: 30. The 31st is missing.
        Row[] stays =
        [
            Stay("C1", "2025-03-01", "2025-03-10"), Stay("C2", "2025-03-05", "2025-03-15"),
            Stay("C3", "2025-03-20", "2025-03-20"), Stay("C4", "2025-04-01", "2025-04-16"),
        ];

        var row = Single(Watch([Sold("2025-01-10"), .. stays]), "repair_days");
        Assert.Equal(("one_step", 30, 30, 31, 1, null), (row.Standing, row.Counter, row.CounterAtMost, row.Limit, row.Remaining, row.ReachedOn));
        Assert.Equal("C1;C2;C3;C4", row.ClaimIds);

        row = Single(Watch([Sold("2025-01-10"), .. stays, Stay("C5", "2025-05-02", "2025-05-02")]), "repair_days");
        Assert.Equal(("owed", 31, 0, new DateOnly(2025, 5, 2)), (row.Standing, row.Counter, row.Remaining, row.ReachedOn));
    }

    [Theory]
    [InlineData("2021-12-31", "2022-04-05", null)]
    [InlineData("2021-12-31", "2022-04-06", "order-150")]
    [InlineData("2022-01-01", "2022-03-31", null)]
    [InlineData("2022-01-01", "2022-04-01", "order-43")]
    public void the_day_of_the_invoice_chooses_the_rules(string invoicedOn, string outOn, string? owedBy)
    {
        // From 1 March: 35 and 36 days, 30 and 31 days.
        var rows = Watch([Sold(invoicedOn), Stay("C1", "2022-03-01", outOn)]);

        Assert.Equal(owedBy, rows.SingleOrDefault(row => row is { Clause: "repair_days", Standing: "owed" })?.RuleSet);
    }

    [Fact]
    public void the_invoice_goes_before_the_first_day_of_service()
    {
        var sold = Vehicle(Vin, ("invoiced_on", "2021-12-30"), ("in_service_on", "2022-01-05"));

        var row = Single(Watch([sold, Stay("C1", "2022-03-01", "2022-04-06")]), "repair_days");

        Assert.Equal(("order-150", 36, new DateOnly(2021, 12, 30), new DateOnly(2023, 12, 30)), (row.RuleSet, row.Limit, row.StartsOn, row.EndsOn));
    }

    [Fact]
    public void more_than_four_repairs_of_the_same_problem_are_five_and_repairs_of_one_day_or_order_are_one()
    {
        Row[] four =
        [
            Fault("C1", "2025-03-01"), Fault("C2", "2025-03-01"), Fault("C3", "2025-04-01", ("repair_order_no", "R1")),
            Fault("C4", "2025-04-02", ("repair_order_no", "R1")), Fault("C5", "2025-05-01"), Fault("C6", "2025-06-01"),
        ];
        var rows = Watch([Sold("2025-01-10"), .. four]);
        var row = Single(rows, "same_problem");
        Assert.Equal(("one_step", "P-100 leak", 4, 1), (row.Standing, row.Subject, row.Counter, row.Remaining));
        Assert.Equal(("extended_warranty_candidate", 4, 3), (Single(rows, "extended_warranty") is var offer ? (offer.Standing, offer.Counter, offer.Limit) : default));

        rows = Watch([Sold("2025-01-10"), .. four, Fault("C7", "2025-07-01")]);
        Assert.Equal(("owed", 5, new DateOnly(2025, 7, 1)), Single(rows, "same_problem") is var owed ? (owed.Standing, owed.Counter, owed.ReachedOn) : default);
        Assert.DoesNotContain(rows, one => one.Clause == "extended_warranty");
        Assert.Equal("one_step", Single(Watch([Sold("2025-01-10"), .. four, Fault("C7", "2025-07-01", ("failure_mode", "crack"))]), "same_problem").Standing);
    }

    [Theory]
    [InlineData("2026-02-28", "49999", true)]
    [InlineData("2026-03-01", "50000", false)]
    [InlineData("2026-02-28", "50000", true)]
    [InlineData("2026-02-28", "50001", false)]
    public void the_last_day_and_the_last_kilometre_are_inside_also_after_a_leap_day(string happenedOn, string km, bool isInside)
    {
        // Sold on 29 February 2024: 24 months end on 28 February 2026.
        var rows = Watch(
        [
            Sold("2024-02-29"), Fault("C1", "2025-03-01"), Fault("C2", "2025-04-01"), Fault("C3", "2025-05-01"), Fault("C4", "2025-06-01"),
            Fault("C5", happenedOn, ("odometer_km", km)),
        ]);

        Assert.Equal(isInside, rows.Any(row => row.Standing == "owed" && row.Clause == "same_problem"));
        Assert.Equal(new DateOnly(2026, 2, 28), isInside ? Single(rows, "same_problem").EndsOn : new DateOnly(2026, 2, 28));
    }

    [Fact]
    public void nobody_is_one_step_away_when_the_period_is_over()
    {
        Row[] four = [Fault("C1", "2025-03-01"), Fault("C2", "2025-04-01"), Fault("C3", "2025-05-01"), Fault("C4", "2025-06-01", ("odometer_km", "30000"))];
        Row Service(string km) => Make(Tables.Services, [("odometer_km", km)], ("vin", Vin), ("serviced_on", "2026-05-01"), ("dealer_code", "D1"), ("authorised", "true"));

        Assert.Contains(Watch([Sold("2024-06-30"), .. four]), row => row.Standing == "one_step");
        Assert.DoesNotContain(Watch([Sold("2024-06-29"), .. four]), row => row.Standing == "one_step");
        Assert.Contains(Watch([Sold("2024-06-30"), .. four, Service("50000")]), row => row.Standing == "one_step");
        Assert.DoesNotContain(Watch([Sold("2024-06-30"), .. four, Service("50001")]), row => row.Standing == "one_step");
        Assert.Contains(Watch([Sold("2024-06-29"), .. four]), row => row.Standing == "extended_warranty_candidate");
    }

    [Fact]
    public void only_private_vehicles_are_owed_and_an_unknown_use_is_said_to_be_unknown()
    {
        Row[] Case(string? use) => [Vehicle(Vin, ("in_service_on", "2025-01-10"), ("use", use)), Stay("C1", "2025-03-01", "2025-04-20")];

        Assert.Empty(Watch(Case("commercial")));
        Assert.Equal(("unknown_class", "use"), Single(Watch(Case(null)), "repair_days") is var row ? (row.Standing, row.Unknown) : default);
    }

    [Theory]
    [InlineData("2025-03-11", "90000", false)]
    [InlineData("2025-03-12", "90000", false)]
    [InlineData("2025-03-11", "3000", true)]
    [InlineData("2025-03-11", "3001", false)]
    [InlineData("2025-03-12", "3000", false)]
    public void brakes_that_fail_within_sixty_days_or_three_thousand_kilometres_are_enough(string happenedOn, string km, bool isOwed)
    {
        // Sold on 10 January: the sixtieth day after it is 11 March.
        var rows = Watch([Sold("2025-01-10"), Class("brake_failure"), Fault("C1", happenedOn, ("odometer_km", km))]);

        Assert.Equal(isOwed, rows.Any(row => row is { Standing: "owed", Clause: "60_days", ClaimIds: "C1" }));
    }

    [Fact]
    public void an_unknown_safety_class_is_never_assumed()
    {
        var early = Watch([Sold("2025-01-10"), Fault("C1", "2025-02-01")]).Single();
        Assert.Equal(("unknown_class", 0, 1, "safety_class", "C1"), (early.Standing, early.Counter, early.CounterAtMost, early.Unknown, early.ClaimIds));
        Assert.Empty(Watch([Sold("2025-01-10"), Class("none"), Fault("C1", "2025-02-01")]));
    }

    [Fact]
    public void a_safety_fault_is_repaired_twice_and_the_third_is_owed()
    {
        Row[] two = [Sold("2025-01-10"), Class("fuel_leak"), Fault("C1", "2025-05-01"), Fault("C2", "2025-06-01")];

        Assert.Equal(("one_step", 2), Single(Watch(two), "safety_faults") is var near ? (near.Standing, near.Counter) : default);
        Assert.Equal("owed", Single(Watch([.. two, Fault("C3", "2025-07-01")]), "safety_faults").Standing);
        // A mode without a class would decide it: neither owed nor only one step away.
        var unknown = Single(Watch([.. two, Fault("C3", "2025-07-01", ("failure_mode", "odd"))]), "safety_faults");
        Assert.Equal(("unknown_class", 2, 3, "C1;C2;C3"), (unknown.Standing, unknown.Counter, unknown.CounterAtMost, unknown.ClaimIds));
    }

    [Fact]
    public void a_main_part_replaced_twice_is_owed_when_it_fails_again()
    {
        Row[] two =
        [
            Sold("2025-01-10"), Class("none"), Part("P-100", "main", "转向"),
            Fault("C1", "2025-05-01", ("remedy", "replace_part")), Fault("C2", "2025-06-01", ("remedy", "replace_part")),
        ];

        var near = Single(Watch(two), "main_part");
        Assert.Equal(("one_step", "P-100", 2), (near.Standing, near.Subject, near.Counter));
        var owed = Single(Watch([.. two, Fault("C3", "2025-07-01", ("remedy", "repair"), ("failure_mode", "noise"))]), "main_part");
        Assert.Equal(("owed", 3, "C1;C2;C3"), (owed.Standing, owed.Counter, owed.ClaimIds));
        Assert.DoesNotContain(Watch([.. two[..3], Fault("C1", "2025-05-01", ("remedy", "repair")), Fault("C2", "2025-06-01", ("remedy", "repair")), Fault("C3", "2025-07-01", ("remedy", "repair"))]), row => row.Clause == "main_part");
    }

    [Fact]
    public void an_assembly_is_the_system_of_its_part_whichever_part_was_named()
    {
        Row[] rows =
        [
            Sold("2025-01-10"), Class("none"), Class("none", "P-200"), Part("P-100", "main", "engine"), Part("P-200", "main", "engine"), Part("P-300", "assembly", "engine"),
            Fault("C1", "2025-05-01", ("remedy", "replace_assembly")),
            Fault("C2", "2025-06-01", ("causal_part", "P-200"), ("remedy", "repair"), ("replaced_parts", "P-9; P-300")),
            Fault("C3", "2025-07-01", ("causal_part", "P-200"), ("remedy", "repair")),
        ];

        var row = Single(Watch(rows), "assembly");

        Assert.Equal(("owed", "engine", 3, "C1;C2;C3"), (row.Standing, row.Subject, row.Counter, row.ClaimIds));
    }

    [Fact]
    public void an_engine_replaced_in_the_first_seven_days_is_owed_since_order_43_only()
    {
        Row[] Case(string soldOn, string day) => [Sold(soldOn), Class("none"), Part("P-100", "main", "engine"), Fault("C1", day, ("remedy", "replace_part"))];

        Assert.Contains(Watch(Case("2025-01-10", "2025-01-17")), row => row is { Clause: "7_days", Standing: "owed" });
        Assert.Empty(Watch(Case("2025-01-10", "2025-01-18")));
        Assert.Empty(Watch(Case("2021-01-10", "2021-01-17")));
        var unlisted = Watch([Sold("2025-01-10"), Class("none"), Fault("C1", "2025-01-17", ("remedy", "replace_part"))]).Single();
        Assert.Equal(("unknown_class", "part_class"), (unlisted.Standing, unlisted.Unknown));
    }

    [Fact]
    public void california_counts_by_its_own_table_in_a_store_of_any_currency()
    {
        Row[] rows =
        [
            Vehicle(Vin, ("in_service_on", "2025-01-10"), ("province", "CA")), Class("brake_failure"), Class("none", "P-7"),
            Fault("C1", "2025-05-01"), Fault("C2", "2025-06-01"),
            Fault("D1", "2025-05-01", ("causal_part", "P-7")), Fault("D2", "2025-06-02", ("causal_part", "P-7")), Fault("D3", "2025-07-02", ("causal_part", "P-7")), Fault("D4", "2025-08-02", ("causal_part", "P-7")),
            Stay("S1", "2025-09-01", "2025-10-01", ("causal_part", "P-7"), ("failure_mode", "x")),
        ];

        var found = Watch(rows, "USD").Where(row => row.Standing is "owed" or "one_step").Select(row => (row.Clause, row.Standing, row.Counter)).ToList();

        Assert.Equal([("safety_attempts", "owed", 2), ("same_problem", "owed", 4), ("repair_days", "one_step", 30)], found);
        Assert.Empty(Watch([Sold("2025-01-10"), Stay("C1", "2025-03-01", "2025-04-20")], "USD"));
    }

    [Fact]
    public void without_a_day_of_the_invoice_distance_is_judged_and_the_start_is_said_to_be_unknown()
    {
        Row[] Case(string km) =>
            [Vehicle(Vin, ("in_service_on", null)), Stay("C1", "2025-03-01", "2025-04-20", ("odometer_km", km))];

        Assert.Equal(("unknown_start", "start"), Single(Watch(Case("50000")), "repair_days") is var row ? (row.Standing, row.Unknown) : default);
        Assert.DoesNotContain(Watch(Case("50001")), row => row.Clause == "repair_days");
    }

    [Fact]
    public void a_vehicle_that_was_refunded_is_remedied_and_one_out_of_service_is_not_watched()
    {
        Row[] rows = [Stay("C1", "2025-03-01", "2025-04-20"), Stay("C2", "2025-05-01", "2025-05-03", ("remedy", "refund"))];

        Assert.All(Watch([Sold("2025-01-10"), .. rows]), row => Assert.Equal("remedied", row.Standing));
        Assert.Empty(Watch([Vehicle(Vin, ("in_service_on", "2025-01-10"), ("out_of_service_on", "2026-06-01")), .. rows]));
    }

    [Fact]
    public void only_repairs_that_the_maker_paid_and_answers_for_count()
    {
        Row[] LongStay(params (string, string?)[] change) => [Sold("2025-01-10"), Class("none"), Stay("C1", "2025-03-01", "2025-04-20", change)];

        Assert.Empty(Watch(LongStay(("verdict", "rejected"), ("rejection_reason", "other"), ("approved_amount", "0"))));
        Assert.Empty(Watch(LongStay(("attribution", "owner"))));
        Assert.Empty(Watch(LongStay(("attribution", "wear"))));
        Assert.NotEmpty(Watch(LongStay(("verdict", "goodwill"))));
    }

    [Fact]
    public void the_order_of_rows_does_not_matter()
    {
        Row[] rows =
        [
            Sold("2025-01-10"), Vehicle("LSVAA11A1P1000002", ("in_service_on", "2025-01-10")), Stay("C1", "2025-03-01", "2025-03-20"), Stay("C2", "2025-03-10", "2025-04-20"),
            Stay("C3", "2025-03-01", "2025-04-20", ("vin", "LSVAA11A1P1000002")), Fault("C4", "2025-05-01"), Fault("C5", "2025-05-01"),
        ];

        Assert.Equal(Watch(rows), Watch([.. rows.Reverse()]));
    }

    private static IReadOnlyList<ThreeGuarantee> Watch(IEnumerable<Row> rows, string currency = "CNY")
    {
        using var warehouse = Rows(rows);
        var watched = ThreeGuaranteesWatch.In(warehouse, Rules, currency);
        // Which vehicles are read at all loses none.
        Assert.Equal(ThreeGuaranteesWatch.In(warehouse, Rules, currency, GuaranteeLimits.Of(null)), watched);
        return watched;
    }

    private static ThreeGuarantee Single(IReadOnlyList<ThreeGuarantee> rows, string clause) => rows.Single(row => row.Clause == clause);

    private static Row Sold(string on) => Vehicle(Vin, ("in_service_on", on));

    private static Row Fault(string id, string on, params (string, string?)[] change) =>
        Claim(id, [("vin", Vin), ("failed_on", on), ("reported_on", on), ("decided_on", "2026-06-01"), ("closed_on", "2026-06-10"), .. change]);

    private static Row Stay(string id, string into, string outOf, params (string, string?)[] change) =>
        Fault(id, into, [("repair_in_on", into), ("repair_out_on", outOf), ("failure_mode", id), .. change]);

    private static Row Class(string safetyClass, string part = "P-100") =>
        Make(Tables.FailureModes, [], ("failure_mode", "leak"), ("causal_part", part), ("safety_class", safetyClass));

    private static Row Part(string part, string partClass, string systems) =>
        Make(Tables.Parts, [], ("causal_part", part), ("part_class", partClass), ("systems", systems));
}
