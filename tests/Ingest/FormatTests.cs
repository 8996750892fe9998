using System.Globalization;
using ClaimInsights.Ingest;
using DuckDB.NET.Data;
using MiniExcelLibs;

namespace ClaimInsights.Tests.Ingest;

/// <summary>JSON lines, workbooks and Parquet: the same rules, the same quarantine, every row counted.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Claim = """
        "claim_id":"C-1","vin":"LSVAB2BR0EN123456","dealer_code":"D-1","reported_on":"2025-03-02","closed_on":"2025-04-10","failure_mode":"leak","causal_part":"0123","attribution":"manufacturing","verdict":"paid","claimed_amount":120.50,"approved_amount":100
        """;

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void json_lines_are_judged_like_any_other_text()
    {
        string Line(string id, string change = "\"\":0", string to = "\"\":0") => "{" + Claim.Replace("C-1", id, StringComparison.Ordinal).Replace(change, to, StringComparison.Ordinal) + "}";
        string[] lines =
        [
            Line("C-1", "\"approved", "\"complaint\":\"two\\nlines, \\\"quoted\\\"\",\"photos\":3,\"authorised\":true,\"approved"),
            "",
            Line("C-2", "120.50", "1e3"),
            Line("C-3", "\"D-1\"", "[\"D-1\"]"),
            "{" + Claim,
            "[1]",
            Line("C-4", "\"leak\"", "\"leak\",\"failure_mode\":\"noise\""),
            Line("C-5", "\"leak\"", "\"le\\u0000ak\""),
            Line("C-6", "\"D-1\"", "null"),
            Line("C-7", "\"approved", "\"odometer_km\":12345.9,\"approved"),
        ];
        var text = string.Join("\n", lines);

        var receipt = given.TakeFiles([given.Write("in.jsonl", text)]);

        Assert.Equal("read 9 = stored 2 + superseded 0 + known 0 + not closed 0 + quarantined 7", receipt.Counts());
        Assert.Equal(["C-1|0123|120.50|two\nlines, \"quoted\"|3|True", "C-3|0123|120.50|||"], given.Rows(Tables.Claims, "select claim_id, causal_part, claimed_amount, complaint, photos, authorised from live order by 1"));
        Assert.Equal(
            ["3|not_a_number", "5|not_json", "6|not_json", "7|not_json", "8|nul_byte", "9|missing_value", "10|not_whole"],
            given.RowsOf(Quarantine.Name, "select line, problem from live order by line"));
        Assert.Equal([$"{text.IndexOf(lines[9], StringComparison.Ordinal)}|{lines[9]}"], given.RowsOf(Quarantine.Name, "select position, raw from live where line = 10"));
        Assert.Null(receipt.Files[0].Delimiter);
    }

    [Fact]
    public void json_lines_without_an_object_are_refused()
    {
        Assert.Contains("no line is a JSON object", Assert.Throws<DeliveryException>(() => given.TakeFiles([given.Write("in.jsonl", "1\n2\n")])).Message, StringComparison.Ordinal);
        Assert.Contains("blank lines", Assert.Throws<DeliveryException>(() => given.TakeFiles([given.Write("in.ndjson", "\n")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_line_beyond_the_limit_costs_itself_only()
    {
        var receipt = given.TakeFiles([given.Write("in.jsonl", "{" + Claim + "}\n{\"complaint\":\"" + new string('x', 3_000_000) + "\"}\n{" + Claim.Replace("C-1", "C-2", StringComparison.Ordinal) + "}\n")]);

        Assert.Equal(["row_too_long"], receipt.Problems.Keys);
        Assert.Equal((2, 1), (receipt.Stored, receipt.Quarantined));
    }

    [Fact]
    public void a_workbook_gives_texts_numbers_and_days()
    {
        var path = Sheet("in.xlsx", new Dictionary<string, object> { ["first"] = Rows(), ["other"] = new[] { new Dictionary<string, object?> { ["a"] = 1 } } });

        var receipt = given.TakeFiles([path]);

        Assert.Equal("read 5 = stored 3 + superseded 0 + known 0 + not closed 0 + quarantined 2", receipt.Counts());
        Assert.Equal("xlsx", receipt.Files[0].Encoding);
        Assert.Equal(
            ["C-1|0123|2025-03-02|2025-04-10|120.30|12345", "C-2|0123|2025-03-02|2025-04-11|120.30|12345", "C-3|0123|2025-03-02|2025-04-10|120.30|12345"],
            given.Rows(Tables.Claims, "select claim_id, causal_part, reported_on::varchar, closed_on::varchar, claimed_amount, odometer_km from live order by 1"));
        Assert.Equal(
            ["5|number_beyond_15_digits|", "6|not_a_date|closed_on"],
            given.RowsOf(Quarantine.Name, "select line, problem, \"column\" from live order by line"));
        Assert.Equal(["0"], given.RowsOf(Quarantine.Name, "select count(position) from live"));
    }

    [Fact]
    public void a_sheet_is_taken_by_its_name_and_a_missing_one_refused()
    {
        var path = Sheet("in.xlsx", new Dictionary<string, object> { ["notes"] = new[] { new Dictionary<string, object?> { ["a"] = 1 } }, ["claims"] = Rows() });

        Assert.Equal(3, given.TakeFiles([path], reading: new ReadingOptions(Sheet: "claims")).Stored);
        Assert.Contains("no sheet 'Claims'; found notes, claims", Assert.Throws<DeliveryException>(() => given.TakeFiles([path], reading: new ReadingOptions(Sheet: "Claims"))).Message, StringComparison.Ordinal);
        Assert.Contains("not a sound XLSX", Assert.Throws<DeliveryException>(() => given.TakeFiles([given.Write("bad.xlsx", "x")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void parquet_is_read_without_silent_casts_and_folders_give_columns()
    {
        var folder = Path.Combine(given.Root, "part");
        const string Columns = "'LSVAB2BR0EN123456' as vin, 'D-1' as dealer_code, 'leak' as failure_mode, '0123' as causal_part, date '2025-03-02' as reported_on, timestamp '2025-04-10' as closed_on, 120.5::double as claimed_amount, 100::decimal(18,2) as approved_amount";
        Parquet("part/verdict=paid/attribution=wear/a.parquet", $"select 'C-' || range as claim_id, {Columns}, 1000::double as odometer_km from range(1000)");
        Parquet("part/verdict=paid/attribution=owner/b.parquet", $"select 'D-' || range as claim_id, {Columns.Replace("timestamp '2025-04-10'", "timestamp '2025-04-10 10:00:00'", StringComparison.Ordinal)}, 12345.9::double as odometer_km from range(1)");

        var receipt = given.TakeFiles([folder]);

        Assert.Equal("read 1001 = stored 1000 + superseded 0 + known 0 + not closed 0 + quarantined 1", receipt.Counts());
        Assert.Equal(["paid|wear|2025-04-10|120.50|1000|1000"], given.Rows(Tables.Claims, "select verdict, attribution, closed_on::varchar, claimed_amount, odometer_km, count(*) from live group by all"));
        Assert.Equal(["closed_on|2025-04-10 10:00:00|not_a_date", "odometer_km|12345.9|not_whole"], given.RowsOf(Quarantine.Name, "select \"column\", value, problem from live order by 1"));
        Assert.Contains("not a sound Parquet", Assert.Throws<DeliveryException>(() => given.TakeFiles([given.Write("bad.parquet", "PAR1xxxxxxxxxxxxPAR1")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void files_of_every_kind_make_one_delivery()
    {
        given.Write("in/a.csv", Claims.Csv(["claim_id=A"]));
        given.Write("in/b.jsonl", "{" + Claim.Replace("C-1", "B", StringComparison.Ordinal) + "}\n");
        given.Write("in/sub/c.csv", "索赔单号;经销商代码;报案日期;结案日期;故障现象;故障件号;责任判定;处理结果;索赔金额;核定金额\nC;D-1;2025/3/2;2025/4/10;漏水;P-1;磨损;撤回;1;0\n");
        var sheet = Sheet("d.xlsx", new Dictionary<string, object> { ["s"] = Rows() });

        var receipt = given.TakeFiles([Path.Combine(given.Root, "in"), sheet]);

        Assert.Equal(6, receipt.Stored);
        Assert.Equal(["utf-8 ,", "utf-8 ", "utf-8 ;", "xlsx "], receipt.Files.Select(part => $"{part.Encoding} {part.Delimiter}"));
    }

    private static List<Dictionary<string, object?>> Rows()
    {
        Dictionary<string, object?> Row(string id, object closed, object batch) => new()
        {
            ["claim_id"] = id,
            ["dealer_code"] = "D-1",
            ["failure_mode"] = "leak",
            ["causal_part"] = "0123",
            ["attribution"] = "wear",
            ["verdict"] = "paid",
            ["reported_on"] = new DateTime(2025, 3, 2),
            ["closed_on"] = closed,
            ["claimed_amount"] = 120.1 + 0.2,
            ["approved_amount"] = 100,
            ["odometer_km"] = 12345,
            ["part_batch"] = batch,
        };

        return
        [
            Row("C-1", new DateTime(2025, 4, 10), "1234567890123456"), Row("C-2", 45758, 12), Row("C-3", "2025-04-10", "x"),
            Row("C-4", "2025-04-10", 1234567890123456d), Row("C-5", new DateTime(2025, 4, 10, 10, 30, 0), "x"),
        ];
    }

    private string Sheet(string name, object sheets)
    {
        var path = Path.Combine(given.Root, name);
        MiniExcel.SaveAs(path, sheets);
        return path;
    }

    private void Parquet(string name, string query)
    {
        var path = Path.Combine(given.Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var engine = new DuckDBConnection("Data Source=:memory:");
        engine.Open();
        using var command = engine.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"copy ({query}) to '{path}' (format parquet)");
        command.ExecuteNonQuery();
    }
}
