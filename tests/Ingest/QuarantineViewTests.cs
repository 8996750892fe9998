using System.Text;
using ClaimInsights.Ingest;
using ClaimInsights.Tests.App;

namespace ClaimInsights.Tests.Ingest;

/// <summary>What was set aside can be looked at, corrected and taken in again.</summary>
public sealed class QuarantineViewTests : IDisposable
{
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void the_quarantine_is_summarised_by_problem_with_examples()
    {
        given.Take(Claims.Csv([.. Enumerable.Range(0, 5).Select(number => (string[])[$"claim_id=C-{number}", "vin=x", number == 0 ? "odometer_km=1e3" : "odometer_km=1"])]));
        given.Take(Claims.Csv(["claim_id=D", "vin=y"]));

        var problems = QuarantineView.Summarise(given.Store);

        Assert.Equal(["bad_vin 6 2", "not_a_number 1 1"], problems.Select(problem => $"{problem.Problem} {problem.Rows} {problem.Files}"));
        Assert.Equal(3, problems[0].Examples.Count);
        Assert.EndsWith("line 2, odometer_km: 1e3", problems[1].Examples.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void corrected_rows_can_be_taken_in_again()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        given.TakeFiles([given.Write("in.csv", Encoding.GetEncoding("gb18030").GetBytes(
            "索赔单号;经销商代码;报案日期;结案日期;故障现象;故障件号;责任判定;处理结果;索赔金额;核定金额;行驶里程;故障描述\n" +
            "A;D-1;2025/3/2;2025/4/10;漏水;P-1;磨损;已赔付;1;0;1e3;\"two\nlines\"\nB;D-1;2025/3/2;2025/4/10;漏水;P-1;磨损;已赔付;1;0;12.5\nC;D-1;2025/3/2;2025/4/10;漏水;P-1;磨损;已赔付;1;0;5;水泵渗漏\n"))]);
        given.TakeFiles([given.Write("in.jsonl", """{"claim_id":"J","dealer_code":"D-1","reported_on":"2025-03-02","closed_on":"2025-04-10","failure_mode":"leak","causal_part":"P-1","attribution":"wear","verdict":"paid","claimed_amount":"1 CNY","approved_amount":0}""" + "\n")]);

        var files = QuarantineExport.Write(given.Store, Path.Combine(given.Root, "bad.csv"));

        Assert.Equal(["bad.csv", "bad-2.jsonl"], files.Select(file => Path.GetFileName(file.Path)).OrderByDescending(name => name.Length == 7));
        var csv = files.Single(file => file.Path.EndsWith(".csv", StringComparison.Ordinal));
        Assert.Equal(2, csv.Rows);
        Assert.Equal(["2,in.csv,2", "4,in.csv,4"], File.ReadAllLines(csv.ProblemsPath).Skip(1).Select(line => line.Replace(given.Root + "/", "", StringComparison.Ordinal)).Select(line => string.Join(',', line.Split(',')[..3])));
        File.WriteAllText(csv.Path, File.ReadAllText(csv.Path).Replace("1e3", "1000", StringComparison.Ordinal).Replace("12.5", "12;", StringComparison.Ordinal));
        var lines = files.Single(file => file.Path.EndsWith(".jsonl", StringComparison.Ordinal));
        File.WriteAllText(lines.Path, File.ReadAllText(lines.Path).Replace("1 CNY", "1", StringComparison.Ordinal));

        var receipt = given.TakeFiles(files.Select(file => file.Path), maxQuarantine: 0);

        Assert.Equal(3, receipt.Stored);
        Assert.Equal(["A|1000|two\nlines", "B|12|", "C|5|水泵渗漏", "J||"], given.Rows(Tables.Claims, "select claim_id, odometer_km, complaint from live order by 1"));
        Assert.Contains("there already", Assert.Throws<DeliveryException>(() => QuarantineExport.Write(given.Store, Path.Combine(given.Root, "bad.csv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void the_command_shows_and_exports()
    {
        given.Take(Claims.Csv(["vin=x"]));

        var shown = GivenApp.Run("ingest", "--show-quarantine", "--store", given.Folder, "--out", Path.Combine(given.Root, "bad.csv"));

        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.Contains("1  bad_vin: expected 17 characters", shown.Output, StringComparison.Ordinal);
        Assert.Contains("bad.csv: 1 rows of", shown.LastLine, StringComparison.Ordinal);
        Assert.Contains("\"problem\": \"bad_vin\"", GivenApp.Run("ingest", "--show-quarantine", "--store", given.Folder, "--json").Output, StringComparison.Ordinal);
        Assert.Equal(2, GivenApp.Run("ingest", "--store", given.Folder).Code);
        Assert.Equal(2, GivenApp.Run("ingest", "--show-quarantine", "x.csv", "--store", given.Folder).Code);
        Assert.Equal(1, GivenApp.Run("ingest", "--show-quarantine", "--store", Path.Combine(given.Root, "nowhere")).Code);
    }

}
