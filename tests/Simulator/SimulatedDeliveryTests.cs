using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Simulator;

/// <summary>Every row of a simulated delivery keeps the contract.</summary>
public class SimulatedDeliveryTests
{
    private static readonly string[] Stages = ["failed_on", "reported_on", "inspected_on", "decided_on", "paid_on", "closed_on", "followed_up_on"];

    private static SimulatedFleet Fleet => SimulatedFleet.Of(new SimulationOptions { Vehicles = 15_000, Seed = 7 });

    public static TheoryData<string> Delivered => ["claims", "vehicles", "parts", "failure_modes", "lots", "services", "dealers", "verdicts", "cluster_decisions"];

    [Theory, MemberData(nameof(Delivered))]
    public void a_table_has_the_contracts_columns_and_one_row_for_each_key(string name)
    {
        var table = Tables.Find(name)!;
        var rows = Fleet.Delivery(name);
        var known = table.Columns.Select(column => column.Name).ToHashSet();

        Assert.NotEmpty(rows.Rows);
        Assert.All(rows.Columns, column => Assert.True(known.Contains(column) || table.TakesAttributes, column));
        Assert.All(table.Columns.Where(column => column.Required), column => Assert.Contains(column.Name, rows.Columns));
        Assert.Distinct(rows.Rows.Select(row => string.Join('|', table.Key.Where(rows.Columns.Contains).Select(column => rows.Get(row, column)))));
    }

    [Theory, MemberData(nameof(Delivered))]
    public void a_cell_has_the_columns_type_code_and_range(string name)
    {
        var rows = Fleet.Delivery(name);
        foreach (var column in Tables.Find(name)!.Columns.Where(column => rows.Columns.Contains(column.Name)))
        {
            foreach (var cell in rows.All(column.Name))
            {
                Assert.True(cell.Length > 0 || !column.Required, $"{name}.{column.Name} is empty");
                Assert.True(cell.Length == 0 || column.Codes.Count == 0 || column.Codes.Contains(cell), $"{name}.{column.Name} = {cell}");
                if (cell.Length > 0 && column.Type is ColumnType.Int or ColumnType.Decimal or ColumnType.Real or ColumnType.Bool or ColumnType.Date)
                {
                    Assert.False(double.IsNaN(OwnerDamageTable.Number(cell)), $"{name}.{column.Name} = {cell}");
                }
            }
        }
    }

    [Fact]
    public void stages_are_in_order_and_no_date_lies_after_the_as_of_date()
    {
        var claims = Fleet.Delivery("claims");
        var asOf = Fleet.Options.AsOf.DayNumber;
        foreach (var row in claims.Rows)
        {
            double[] days = [.. Stages.Select(stage => OwnerDamageTable.Number(claims.Get(row, stage))).Where(day => !double.IsNaN(day))];
            Assert.Equal(days.Order(), days);
            Assert.True(OwnerDamageTable.Number(claims.Get(row, "repair_in_on")) <= OwnerDamageTable.Number(claims.Get(row, "repair_out_on")) || claims.Get(row, "repair_out_on").Length == 0);
        }

        foreach (var name in Delivered)
        {
            var table = Fleet.Delivery((string)name);
            var dates = table.Columns.Where(column => column.EndsWith("_on", StringComparison.Ordinal)).ToList();
            Assert.All(dates, column => Assert.All(table.All(column), cell => Assert.False(OwnerDamageTable.Number(cell) > asOf, $"{name}.{column} = {cell}")));
        }
    }

    [Fact]
    public void amounts_add_up_and_approval_and_reasons_fit_the_verdict()
    {
        var claims = Fleet.Delivery("claims");
        foreach (var row in claims.Rows)
        {
            decimal Money(string column) => decimal.Parse(claims.Get(row, column), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(Money("claimed_amount"), Money("parts_amount") + Money("labour_amount") + Money("sublet_amount") + Money("other_amount"));
            Assert.InRange(Money("approved_amount"), 0, Money("claimed_amount"));
            Assert.Equal(claims.Get(row, "verdict") is "rejected" or "partly_paid", claims.Get(row, "rejection_reason").Length > 0);
        }
    }

    [Fact]
    public void vehicle_numbers_are_well_formed_and_claims_name_vehicles_that_exist()
    {
        var vins = Fleet.Delivery("vehicles").All("vin").ToHashSet();

        Assert.All(vins, vin => Assert.Matches("^[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{8}$", vin));
        Assert.All(vins, vin => Assert.Equal(vin[8], Vins.CheckDigit(vin)));
        Assert.All(Fleet.Delivery("claims").All("vin"), vin => Assert.Contains(vin, vins));
    }

    // The example of 49 CFR 565.15: 1M8GDM9A?KP042788 has the check digit X.
    [Fact]
    public void a_check_digit_is_the_standards()
    {
        Assert.Equal('X', Vins.CheckDigit("1M8GDM9A0KP042788"));
    }

    [Fact]
    public void verdicts_are_on_current_paid_claims_with_a_chance_between_nought_and_one()
    {
        var claims = Fleet.Delivery("claims");
        var reviewable = Fleet.CurrentClaims()
            .Where(row => claims.Get(row, "attribution") == "manufacturing" && claims.Get(row, "verdict") is "paid" or "partly_paid" or "goodwill")
            .Select(row => claims.Get(row, "claim_id") + claims.Get(row, "version")).ToHashSet();
        var verdicts = Fleet.Delivery("verdicts");

        Assert.All(verdicts.Rows, row => Assert.Contains(verdicts.Get(row, "claim_id") + verdicts.Get(row, "version"), reviewable));
        Assert.All(verdicts.All("probability"), chance => Assert.InRange(OwnerDamageTable.Number(chance), .0001, 1));
        Assert.InRange(verdicts.Rows.Count / (double)reviewable.Count, .045, .075);
        Assert.InRange(verdicts.All("selection").Count(selection => selection == "random") / (double)verdicts.Rows.Count, .06, .2);
    }

    [Fact]
    public void claims_have_the_causes_versions_and_ways_that_the_contract_knows()
    {
        var claims = Fleet.Delivery("claims");

        Assert.Superset(new HashSet<string>(["paid", "partly_paid", "rejected", "goodwill", "withdrawn"]), claims.All("verdict").ToHashSet());
        Assert.Superset(new HashSet<string>(["none", "upheld", "overturned"]), claims.All("appeal").ToHashSet());
        Assert.Superset(new HashSet<string>(["out_of_time", "out_of_mileage", "unauthorised_shop", "duplicate", "owner_damage"]), claims.All("rejection_reason").ToHashSet());
        Assert.InRange(claims.All("version").Count(version => version == "2") / (double)claims.Rows.Count, .02, .1);
        Assert.Contains(claims.All("campaign_code"), code => code.Length > 0);
        Assert.Contains(claims.All("prior_claim_id"), prior => prior.Length > 0);
        Assert.InRange(claims.All("complaint").Count(text => text.Any(letter => letter > 0x2E80)) / (double)claims.Rows.Count, .3, .95);
    }
}
