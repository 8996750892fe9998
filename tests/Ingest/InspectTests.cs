using System.Text;
using System.Text.Json;
using ClaimInsights.Ingest;
using ClaimInsights.Tests.App;

namespace ClaimInsights.Tests.Ingest;

/// <summary>What a file is, is found out without taking it in, and the mapping that is suggested takes it in.</summary>
public sealed class InspectTests : IDisposable
{
    private const string Export = """
        索赔单号;Dealer Code;车架号;报案日期;结案日期;行驶里程;故障件号;故障现象;责任判定;处理结果;索赔金额;核定金额;车主姓名;Colour
        A;D-1;LSVAB2BR0EN123456;2025/3/2;2025年4月10日;12,400;P-1;漏水;制造缺陷;已赔付;1.250,50;1.250,50;张;red
        B;D-1;;2025/3/2;2025年4月11日;8,100;P-1;漏水;磨损;已赔付;860,00;0;李;red
        C;D-2;LSVAB2BR0EN123456;2025/3/2;2025年4月12日;950;P-1;漏水;谁知道;已赔付;1,00;0;李;blue
        D;D-2;LSVAB2BR0EN123456;2025/3/2;too;many;fields;;;;;;;;;

        """;

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void columns_are_told_by_header_and_values()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var found = Inspect(given.Write("in.csv", Encoding.GetEncoding("gb18030").GetBytes(Export)));

        Assert.Equal(("gb18030", ";", "\"", "claims", 4, 1, false), (found.Encoding, found.Delimiter, found.Quote, found.Table, found.Rows, found.DamagedRows, found.NeedsNoMapping));
        Assert.Empty(found.Missing);
        Assert.Equal(
            ["索赔单号 claim_id text 0.9", "Dealer Code dealer_code text 0.9", "车架号 vin vin 0.9", "报案日期 reported_on date 0.9", "结案日期 closed_on date 0.9",
             "行驶里程 odometer_km decimal 0.9", "故障件号 causal_part text 0.9", "故障现象 failure_mode text 0.9", "责任判定 attribution text 0.69", "处理结果 verdict text 0.9",
             "索赔金额 claimed_amount decimal 0.9", "核定金额 approved_amount decimal 0.9", "车主姓名  text 0", "Colour  text 0"],
            found.Columns.Select(column => FormattableString.Invariant($"{column.Name} {column.Target} {column.Type} {column.Confidence}")));
        var vin = found.Columns[2];
        Assert.Equal((0.3333, 1.0, "LSVAB2BR0EN123456"), (vin.MissingShare, vin.ValuesMatch, vin.Minimum));
        Assert.Equal(["D-1", "D-2"], found.Columns[1].Examples);
        Assert.Equal(["unknown_code 1", "wrong_column_count 1"], found.Problems.Select(problem => $"{problem.Key} {problem.Value}"));
        Assert.Contains(found.Examples, example => example.Contains("line 4, attribution: 谁知道", StringComparison.Ordinal));
    }

    [Fact]
    public void the_suggested_mapping_takes_the_file_in()
    {
        var path = given.Write("in.csv", Export);
        var found = Inspect(path);

        var receipt = given.TakeFiles([path], mapping: given.Write("suggested.json", found.Mapping));

        Assert.Equal("read 4 = stored 2 + superseded 0 + known 0 + not closed 0 + quarantined 2", receipt.Counts());
        Assert.Equal(["A|12400|1250.50|2025-04-10|red", "B|8100|860.00|2025-04-11|red"], given.Rows(Tables.Claims, "select claim_id, odometer_km, claimed_amount, closed_on::varchar, colour from live order by 1"));
        Assert.Equal(["车主姓名"], receipt.Files[0].ColumnsLeftOut);
    }

    [Fact]
    public void a_required_column_that_is_not_found_is_left_open_and_refused_until_it_is_edited()
    {
        var path = given.Write("in.csv", "claim_id,Hersteller,verdict\n1,x,paid\n");
        var found = Inspect(path);

        Assert.Contains("closed_on", found.Missing);
        Assert.Empty(found.Problems);
        Assert.Contains("'?', which the file lacks", Assert.Throws<DeliveryException>(() => given.TakeFiles([path], mapping: given.Write("m.json", found.Mapping))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void the_contracts_own_names_need_no_mapping()
    {
        var found = Inspect(given.Write("in.csv", Claims.Csv(["odometer_km=1e3"], ["claim_id=C-2", "vin=x"])));

        Assert.True(found.NeedsNoMapping);
        Assert.All(found.Columns.Where(column => column.Name is not ("vin" or "odometer_km")), column => Assert.Equal((column.Name, 1.0), (column.Target, column.Confidence)));
        Assert.Equal(["bad_vin", "not_a_number"], found.Problems.Keys);
        Assert.Equal(0.65, found.Columns.Single(column => column.Name == "vin").Confidence);
    }

    [Fact]
    public void of_two_ways_to_take_a_file_in_the_one_with_fewer_quarantined_rows_is_proposed()
    {
        var marked = Inspect(given.Write("marked.csv", Claims.Csv(["odometer_km=\"12,400\""], ["claim_id=C-2", "odometer_km=\"8,100\"", "vin=x"])));
        Assert.Equal((false, 1, "bad_vin"), (marked.NeedsNoMapping, marked.Quarantined, Assert.Single(marked.Problems.Keys)));

        var named = Inspect(given.Write("named.csv", Claims.Csv(["vin=x"], ["claim_id=C-2", "vin=y"])));
        Assert.Equal((true, 2, "vin"), (named.NeedsNoMapping, named.Quarantined, named.Columns.Single(column => column.Name == "vin").Target));
    }

    [Fact]
    public void the_command_prints_and_writes_and_never_overwrites()
    {
        var path = given.Write("in.csv", Export);
        var target = Path.Combine(given.Root, "in.mapping.json");

        var first = GivenApp.Run("inspect", path, "--out", target, "--quiet");
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal(target, first.LastLine);
        Assert.Contains("attribution (0.69)", first.Output, StringComparison.Ordinal);
        Assert.Equal(2, given.TakeFiles([path]).Stored);

        var written = File.ReadAllText(target);
        var again = GivenApp.Run("inspect", path, "--out", target);
        Assert.Equal((1, written), (again.Code, File.ReadAllText(target)));
        Assert.Contains("there already", again.Error, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(GivenApp.Run("inspect", path, "--json", "--quiet").Output);
        Assert.Equal("claims", json.RootElement.GetProperty("table").GetString());
    }

    [Fact]
    public void the_mapping_schema_is_up_to_date_and_knows_every_key()
    {
        var file = Path.Combine(Repository.Root, "docs", "mapping.schema.json");
        if (Environment.GetEnvironmentVariable("CLAIMINSIGHTS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, MappingSchema.Text);
        }

        Assert.Equal(File.ReadAllText(file), MappingSchema.Text);
        using var schema = JsonDocument.Parse(MappingSchema.Text);
        Assert.Equal(MappingReader.Keys, schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    private Inspection Inspect(string path) => InspectJob.Run(path, new ReadingOptions(), null, Path.Combine(given.Root, "scratch"));
}
