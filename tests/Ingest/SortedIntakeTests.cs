using System.Text;
using ClaimInsights.Ingest;
using CsCheck;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Large files are sorted while they are read; what comes of them is what would have come of them row by row.</summary>
public sealed class SortedIntakeTests : IDisposable
{
    // What a cell may hold: sound in some column, broken in most, read in another way by one or another reader.
    private static readonly string[] Values =
    [
        "", "0", "1", "5", "00", "007", "7.", ".5", "0.5", "1.2", "1.25", "1.255", "12.50", "-1", "+1", "-0.00", "1_000", "1e3", "12345.9", "2000000", "2000001",
        "2147483648", "123456789012345", "1234567890123456789012", "NaN", "abc", "NULL", "true", "TRUE", "T", "yes", "false", "2025-03-05", "2025-02-30", "2024-02-29",
        "2025-02-29", "2025-3-5", "20250305", "1989-12-31", "1990-01-01", "2025-03-05 00:00:00", "2025-12-31", "2099-01-01", "2025-13-01", "paid", "Paid", "rejected",
        "partly_paid", "wear", "owner", "none", "other", "confirmed_defect", "replace_part", "LSVAB2BR0EN123456", "LSVAB2BR0EO123456", "LSVAB2BR0EN", "lsvab2br0en123456",
        "\"quoted\"", "\"said \"\"so\"\", then\"", "\"two\nlines\"", "\"\"", " padded ", "\"　padded\"", "异响", "a;b",
    ];

    private readonly GivenStore plain = new() { SortAbove = long.MaxValue };
    private readonly GivenStore sorted = new() { SortAbove = 0 };

    public void Dispose()
    {
        plain.Dispose();
        sorted.Dispose();
    }

    [Fact]
    public void each_value_in_each_column_is_judged_the_same()
    {
        var number = 0;
        var rows = Tables.Claims.Columns.SelectMany(column => Values.Select(value => (string[])[$"claim_id=C-{++number}", $"{column.Name}={value}"]));

        var receipt = TakeBoth(Claims.Csv([.. rows]), asOf: "2025-06-30");

        // Both kinds of rows were there to be told apart.
        Assert.True(receipt.Stored > 500 && receipt.Quarantined > 500, receipt.Counts());
    }

    [Fact]
    public void rows_that_break_a_rule_between_columns_are_judged_the_same()
    {
        string[][] rows =
        [
            ["verdict=rejected", "rejection_reason="],
            ["verdict=partly_paid", "rejection_reason=other"],
            ["approved_amount=120.51"],
            ["parts_amount=100", "labour_amount=20", "sublet_amount=0.49"],
            ["parts_amount=100", "labour_amount=20", "sublet_amount=0.48"],
            ["parts_amount=100", "labour_amount=20", "sublet_amount=0", "other_amount=0.5"],
            ["failed_on=2025-03-03"],
            ["failed_on=2025-03-02", "decided_on=2025-03-01"],
            ["inspected_on=2025-04-11"],
            ["followed_up_on=2025-04-09"],
            ["repair_in_on=2025-04-11", "repair_out_on=2025-04-10"],
            ["closed_on="],
            ["closed_on=2025-07-01", "paid_on=2025-07-01"],
            ["part_returned_on=2025-07-01"],
        ];

        var receipt = TakeBoth(Claims.Csv([.. rows.Select((cells, number) => (string[])[$"claim_id=C-{number}", .. cells])]), asOf: "2025-06-30");

        Assert.Equal("read 14 = stored 3 + superseded 0 + known 0 + not closed 2 + quarantined 9", receipt.Counts());
    }

    [Fact]
    public void claims_that_come_again_are_judged_against_store_and_delivery_the_same()
    {
        var row = Gen.Select(Gen.Int[1, 30], Gen.Int[1, 3], Gen.Int[0, 4], Gen.Int[1, 5], Gen.Int[0, 6], (claim, version, month, satisfaction, kind) => (string[])
        [
            $"claim_id=C-{claim}", $"version={version}", $"closed_on=2025-0{4 + (claim % 3)}-10", $"satisfaction={(kind < 3 ? "" : 1 + (claim % 5))}",
            $"complaint={(kind == 4 ? "" : kind == 5 ? "other" : "noise")}", $"odometer_km={(kind == 6 ? "1e3" : "1000")}",
        ]);
        foreach (var deliveries in row.Array[40].Array[2].Array[2].Single(_ => true, "0000KgZyMYc1"))
        {
            foreach (var rows in deliveries)
            {
                TakeBoth(Claims.Csv([.. rows, ["claim_id=N-" + rows[0][0]]]), asOf: null);
            }
        }
    }

    [Fact]
    public void a_file_with_other_names_and_further_columns_is_sorted_too()
    {
        const string Header = "索赔单号;结案日期;报案日期;经销商代码;故障现象;故障件号;责任判定;处理状态;索赔金额;核定金额;Owner;Fire\n";
        var csv = Header + string.Concat(Enumerable.Range(1, 9).Select(row => $"C-{row};2025-0{1 + (row % 3)}-20;2025-01-0{row};D-1;leak;P-1;owner;paid;{row}.5;{row}.5;Li;{(row % 2 == 0 ? "" : "yes")}\n"));
        const string Mapping = """
            { "table": "claims", "delimiter": ";", "columns": {
                "claim_id": { "from": "索赔单号" }, "closed_on": { "from": "结案日期" }, "reported_on": { "from": "报案日期" }, "dealer_code": { "from": "经销商代码" },
                "failure_mode": { "from": "故障现象" }, "causal_part": { "from": "故障件号" }, "attribution": { "from": "责任判定" }, "verdict": { "from": "处理状态" },
                "claimed_amount": { "from": "索赔金额" }, "approved_amount": { "from": "核定金额" } }, "keep": ["Fire"], "drop": ["Owner"] }
            """;

        TakeBoth(csv, asOf: null, Mapping);

        Assert.Equal(["C-1|1.50|yes", "C-2|2.50|"], sorted.Rows(Tables.Claims, "select claim_id, claimed_amount, fire from live order by 1 limit 2"));
        Assert.Equal(3, sorted.Store.FilesOf(Tables.Claims).Count);
    }

    private IngestReceipt TakeBoth(string csv, string? asOf, string? mapping = null)
    {
        var receipts = new[] { plain, sorted }.Select(given =>
        {
            var file = given.Write("claims.csv", Encoding.UTF8.GetBytes(csv));
            return given.TakeFiles([file], asOf, mapping: mapping is null ? null : given.Write("map.json", mapping));
        }).ToList();
        Assert.Equal(receipts[0].Counts(), receipts[1].Counts());
        Assert.Equal(receipts[0].Problems, receipts[1].Problems);
        var columns = string.Join(", ", Tables.Claims.Columns.Select(column => column.Name).Append("delivery_id"));
        var rows = $"select {columns} from live order by all";
        Assert.Equal(plain.Rows(Tables.Claims, rows), sorted.Rows(Tables.Claims, rows));
        const string Aside = "select * exclude (file) from live order by all";
        Assert.Equal(plain.RowsOf(Quarantine.Name, Aside), sorted.RowsOf(Quarantine.Name, Aside));
        Assert.Equal(plain.RowsOf(Quarantine.NotClosedName, Aside), sorted.RowsOf(Quarantine.NotClosedName, Aside));
        Assert.Empty(StoreCheck.Of(sorted.Store));
        return receipts[0];
    }
}
