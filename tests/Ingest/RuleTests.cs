using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Each rule of the contract: what breaks it is quarantined with every problem of its row, and nothing is rounded, cut or cast silently.</summary>
public sealed class RuleTests : IDisposable
{
    // A change of the usual claim, and the problems that it must make: "column problem", in the order of the columns.
    private static readonly (string[] Change, string Problems)[] Broken =
    [
        (["odometer_km=12345.9"], "odometer_km not_whole"),
        (["odometer_km=12345.0"], "odometer_km not_whole"),
        (["odometer_km=1e3"], "odometer_km not_a_number"),
        (["odometer_km=1_000"], "odometer_km not_a_number"),
        (["odometer_km=12 km"], "odometer_km not_a_number"),
        (["odometer_km=2000001"], "odometer_km out_of_range"),
        (["odometer_km=99999999999999999999"], "odometer_km out_of_range"),
        (["odometer_km=-1"], "odometer_km out_of_range"),
        (["odometer_km=0x10"], "odometer_km not_a_number"),
        (["odometer_km=１２"], "odometer_km not_a_number"),
        (["claimed_amount=1.255", "approved_amount=0"], "claimed_amount too_many_decimals"),
        (["claimed_amount=1.500", "approved_amount=0"], "claimed_amount too_many_decimals"),
        (["claimed_amount=1e3"], "claimed_amount not_a_number"),
        (["claimed_amount=NaN"], "claimed_amount not_a_number"),
        (["claimed_amount=Infinity"], "claimed_amount not_a_number"),
        (["claimed_amount=."], "claimed_amount not_a_number"),
        (["claimed_amount=-0.01", "approved_amount=-1"], "claimed_amount out_of_range,approved_amount out_of_range"),
        (["claimed_amount=12345678901234567890.00"], "claimed_amount out_of_range"),
        (["claimed_amount="], "claimed_amount missing_value"),
        (["approved_amount=120.51"], "approved_amount approved_exceeds_claimed"),
        (["parts_amount=100", "labour_amount=20", "sublet_amount=0"], "claimed_amount amounts_do_not_add_up"),
        (["parts_amount=100", "labour_amount=20", "sublet_amount=0", "other_amount=0.52"], "claimed_amount amounts_do_not_add_up"),
        (["failed_on=2025-03-01 10:00:00"], "failed_on not_a_date"),
        (["failed_on=2025-03-01T00:00:00"], "failed_on not_a_date"),
        (["failed_on=2025-3-1"], "failed_on not_a_date"),
        (["failed_on=01/03/2025"], "failed_on not_a_date"),
        (["failed_on=2025-02-29"], "failed_on not_a_date"),
        (["failed_on=infinity"], "failed_on not_a_date"),
        (["failed_on=1989-12-31"], "failed_on date_before_1990"),
        (["failed_on=2025-03-03"], "reported_on date_order"),
        (["inspected_on=2025-03-05", "decided_on=2025-03-04"], "decided_on date_order"),
        (["inspected_on=2025-03-05", "paid_on=2025-03-04"], "paid_on date_order"),
        (["closed_on=2025-03-01"], "closed_on date_order"),
        (["followed_up_on=2025-04-09"], "followed_up_on date_order"),
        (["repair_in_on=2025-03-05", "repair_out_on=2025-03-04"], "repair_out_on date_order"),
        (["vin=LSVAB2BR0EN12345"], "vin bad_vin"),
        (["vin=ISVAB2BR0EN123456"], "vin bad_vin"),
        (["vin=LSVAB2BR0EO123456"], "vin bad_vin"),
        (["vin=LSVAB2BR0EQ123456"], "vin bad_vin"),
        (["vin=lsvab2br0en123456"], "vin bad_vin"),
        (["attribution=unclear"], "attribution unknown_code"),
        (["verdict=Paid"], "verdict unknown_code"),
        (["verdict=rejected"], "rejection_reason missing_rejection_reason"),
        (["verdict=partly_paid"], "rejection_reason missing_rejection_reason"),
        (["version=0"], "version out_of_range"),
        (["authorised=yes"], "authorised not_a_bool"),
        (["authorised=TRUE"], "authorised not_a_bool"),
        (["satisfaction=6"], "satisfaction out_of_range"),
        (["photos=-1"], "photos out_of_range"),
        (["labour_hours=1.234"], "labour_hours too_many_decimals"),
        (["claim_id="], "claim_id missing_value"),
        (["dealer_code=", "reported_on=", "failure_mode=", "causal_part=", "attribution=", "verdict="],
            "dealer_code missing_value,reported_on missing_value,failure_mode missing_value,causal_part missing_value,attribution missing_value,verdict missing_value"),
        (["odometer_km=1e3", "verdict=maybe", "failed_on=yesterday"], "failed_on not_a_date,odometer_km not_a_number,verdict unknown_code"),
    ];

    private static readonly string[][] Sound =
    [
        ["odometer_km=+5"], ["odometer_km=0012"], ["odometer_km=2000000"], ["claimed_amount=120.5"], ["claimed_amount=+121"],
        ["vin="], ["version="], ["authorised=0"], ["authorised=true"], ["failed_on=1990-01-01"], ["failed_on=2024-02-29"],
        ["parts_amount=100", "labour_amount=20", "sublet_amount=0", "other_amount=0.49"], ["parts_amount=1", "labour_amount=1"],
        ["repair_in_on=2020-01-01", "repair_out_on=2030-01-01"], ["part_returned_on=2030-01-01"],
        ["verdict=rejected", "rejection_reason=duplicate"], ["failed_on=2025-03-02", "inspected_on=2025-03-02"],
    ];

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void every_broken_rule_is_quarantined_with_every_problem_of_its_row()
    {
        var receipt = given.Take(Claims.Csv([.. Broken.Select((row, index) => (string[])[$"claim_id=C-{index}", .. row.Change])]));

        Assert.Equal(Broken.Length, receipt.Quarantined);
        var found = given.RowsOf(Quarantine.Name, "select line, string_agg(\"column\" || ' ' || problem, ',' order by rowid) from (select *, row_number() over () as rowid from live) group by line order by line");
        var expected = Broken.Select((row, index) => $"{index + 2}|{InOrder(row.Problems)}");
        Assert.Equal(expected, found.Select(row => $"{row[..row.IndexOf('|', StringComparison.Ordinal)]}|{InOrder(row[(row.IndexOf('|', StringComparison.Ordinal) + 1)..])}"));
    }

    [Fact]
    public void what_breaks_no_rule_is_stored()
    {
        var receipt = given.Take(Claims.Csv([.. Sound.Select((row, index) => (string[])[$"claim_id=C-{index}", .. row])]));

        Assert.Equal($"read {Sound.Length} = stored {Sound.Length} + superseded 0 + known 0 + not closed 0 + quarantined 0", receipt.Counts());
    }

    [Fact]
    public void codes_that_look_like_numbers_stay_text()
    {
        given.Take(Claims.Csv(["causal_part=0123", "dealer_code=1234567890123456", "failure_mode=1e3", "part_batch=007.50"]));

        Assert.Equal(["0123|1234567890123456|1e3|007.50"], given.Rows(Tables.Claims, "select causal_part, dealer_code, failure_mode, part_batch from live"));
    }

    [Fact]
    public void a_quarantined_row_tells_file_line_column_value_problem_and_its_raw_line()
    {
        var csv = Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "odometer_km=1_000"]);

        given.Take(csv);

        var raw = csv.Split('\n')[2];
        Assert.Equal(
            [$"delivery-1.csv|claims|3|{csv.IndexOf(raw, StringComparison.Ordinal)}|odometer_km|1_000|not_a_number|{raw}|1"],
            given.RowsOf(Quarantine.Name, "select parse_filename(file), \"table\", line, position, \"column\", value, problem, raw, row from live"));
    }

    [Fact]
    public void a_claim_that_is_not_closed_is_set_aside_and_taken_in_when_it_comes_closed()
    {
        var first = given.Take(Claims.Csv(["claim_id=C-1", "closed_on="], ["claim_id=C-2", "closed_on=2025-06-01", "followed_up_on=2025-06-09"]), asOf: "2025-05-31");
        var second = given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "closed_on=2025-06-01"]), asOf: "2025-06-30");

        Assert.Equal("read 2 = stored 0 + superseded 0 + known 0 + not closed 2 + quarantined 0", first.Counts());
        Assert.Equal(["2|C-1", "3|C-2"], given.RowsOf(Quarantine.NotClosedName, "select line, split_part(raw, ',', 1) from live order by line"));
        Assert.Equal(2, second.Stored);
    }

    [Fact]
    public void another_date_after_the_as_of_date_is_quarantined()
    {
        var receipt = given.Take(Claims.Csv(["part_analysed_on=2025-06-01"]), asOf: "2025-05-31");

        Assert.Equal(["date_after_as_of"], receipt.Problems.Keys);
    }

    [Fact]
    public void review_rows_without_a_finding_count_as_not_closed()
    {
        var receipt = given.Take("""
            claim_id,version,sheet_id,finding,reviewer,decided_at,selection,probability
            C-1,1,S-1,,,,model,0.5
            C-2,1,S-1,justified,R-1,2025-06-01T10:00:00,model,0.5
            C-3,1,S-1,justified,,2025-06-01 10:00:00,model,1.5
            C-4,1,S-1,justified,R-1,2025-06-01 10:00,random,1
            C-5,1,S-1,justified,R-1,2025-06-01T10:00:00.5,random,1
            C-6,1,S-1,justified,R-1,infinity,random,1

            """);

        Assert.Equal("read 6 = stored 1 + superseded 0 + known 0 + not closed 1 + quarantined 4", receipt.Counts());
        Assert.Equal(["missing_value:1", "not_a_timestamp:3", "out_of_range:1"], receipt.Problems.Select(problem => $"{problem.Key}:{problem.Value}"));
    }

    private static string InOrder(string problems) => string.Join(',', problems.Split(',').Order(StringComparer.Ordinal));
}
