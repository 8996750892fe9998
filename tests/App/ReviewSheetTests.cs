using System.Text.Json;
using ClaimInsights.Ingest;
using ClaimInsights.Tests.Ingest;
using MiniExcelLibs;

namespace ClaimInsights.Tests.App;

/// <summary>The queue goes out as a sheet, and comes back as verdicts whose selection is filled in from the log.</summary>
public sealed class ReviewSheetTests : IClassFixture<ScoredStore>, IDisposable
{
    private const string OfVerdicts = "claim_id,version,sheet_id,finding,reviewer,decided_at,note";
    private readonly GivenApp app = new();

    public ReviewSheetTests(ScoredStore scored) => scored.CopyTo(app.Store);

    public void Dispose() => app.Dispose();

    [Fact]
    public void the_sheet_holds_the_queue_by_claim_without_telling_how_it_was_selected()
    {
        var lines = File.ReadAllLines(Sheet("review.csv"));

        Assert.Equal(OfVerdicts + ",vin,dealer_code,causal_part,part_name,failure_mode,approved_amount,reason_1,reason_2,reason_3,likeliest_cause,would_help,like_confirmed,like_cleared", lines[0]);
        var log = Log();
        Assert.Equal(6, log.Claims.Count);
        Assert.Equal(3, log.Claims.Count(claim => claim is { Selection: "random", Probability: 3 / 9.0 }));
        Assert.Equal(3, log.Claims.Count(claim => claim is { Selection: "model", Probability: 1 }));
        Assert.Equal(log.Claims.Select(claim => claim.ClaimId).Order(StringComparer.Ordinal), lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.All(lines.Skip(1), line => Assert.StartsWith($",1,{log.SheetId},,,,,{Claims.Vin},D-1,P-100,Pump,leak,", line[line.IndexOf(',', StringComparison.Ordinal)..], StringComparison.Ordinal));
        Assert.DoesNotContain("random", string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Fact]
    public void the_same_queue_is_the_same_sheet_in_either_language_and_kind()
    {
        var english = File.ReadAllLines(Sheet("en.csv"));
        var chinese = File.ReadAllLines(Sheet("zh.csv", "--language", "zh"));
        Sheet("one.xlsx");
        Sheet("two.xlsx");

        Assert.EndsWith("车架号,经销商代码,故障件号,零件名称,故障模式,核定金额,理由一,理由二,理由三,最可能原因,有助于澄清,相似且已认定,相似且已澄清", chinese[0], StringComparison.Ordinal);
        Assert.NotEqual(english[1], chinese[1]);
        Assert.Single(Directory.GetFiles(Path.Combine(app.Store, "queues")));
        Assert.Equal(File.ReadAllBytes(app.At("one.xlsx")), File.ReadAllBytes(app.At("two.xlsx")));
        var rows = MiniExcel.Query(app.At("one.xlsx"), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(english.Skip(1).Select(line => line.Split(',')[0]), rows.Select(row => row["claim_id"]));
        Assert.All(rows, row => Assert.Null(row["finding"]));
    }

    [Fact]
    public void a_sheet_that_comes_back_gets_selection_and_probability_from_the_log()
    {
        var lines = File.ReadAllLines(Sheet("review.csv"));
        var done = lines.Select((line, i) => i is 0 or > 4 ? line : line.Replace(",,,,,", ",justified,R-1,2025-07-01T09:00:00,,", StringComparison.Ordinal));
        var log = Log();

        var receipt = Take(app.Write("back.csv", string.Join('\n', done) + "\n"));

        Assert.Equal("6 read, 4 stored, 2 not closed, 0 quarantined", receipt);
        Assert.Equal(
            log.Claims.Take(4).Select(claim => $"{claim.ClaimId}|{claim.Selection}|{claim.Probability:R}"),
            Rows("select claim_id, selection, probability from live order by claim_id"));
    }

    [Fact]
    public void a_workbook_that_comes_back_is_taken_in_as_it_is()
    {
        var rows = MiniExcel.Query(Sheet("review.xlsx"), useHeaderRow: true, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().ToList();
        (rows[0]["finding"], rows[0]["reviewer"], rows[0]["decided_at"]) = ("owner_caused", "R-1", new DateTime(2025, 7, 1));
        MiniExcel.SaveAs(app.At("back.xlsx"), rows);

        Assert.Equal("6 read, 1 stored, 5 not closed, 0 quarantined", Take(app.At("back.xlsx")));
        Assert.Single(Rows("select claim_id from live where finding = 'owner_caused'"));
    }

    [Fact]
    public void what_is_scored_but_reviewed_leaves_the_next_queue()
    {
        var back = string.Join('\n', File.ReadAllLines(Sheet("review.csv")).Select(line => line.Replace(",,,,,", ",justified,R-1,2025-07-01T09:00:00,,", StringComparison.Ordinal)));
        var first = Log();
        Take(app.Write("back.csv", back + "\n"));
        GivenApp.Ok("analyse", "--store", app.Store, "--as-of", "2025-07-31", "--quiet");
        GivenApp.Ok("score", "--store", app.Store, "--as-of", "2025-07-31", "--capacity", "6", "--random-share", "0.5", "--quiet");

        var next = File.ReadAllLines(Sheet("next.csv", "--as-of", "2025-07-31"));

        Assert.Equal(7, next.Length);
        Assert.Empty(next.Skip(1).Select(line => line.Split(',')[0]).Intersect(first.Claims.Select(claim => claim.ClaimId)));
    }

    [Fact]
    public void a_sheet_is_never_written_over()
    {
        Sheet("review.csv");
        var before = File.ReadAllBytes(app.At("review.csv"));

        var answer = GivenApp.Run("export", "--review-sheet", app.At("review.csv"), "--store", app.Store);

        Assert.Equal(1, answer.Code);
        Assert.Contains("review.csv: is there already", answer.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(app.At("review.csv")));
    }

    [Fact]
    public void a_queue_that_is_not_there_says_what_to_run()
    {
        Directory.GetFiles(app.Store, "suspicions.parquet", SearchOption.AllDirectories).ToList().ForEach(File.Delete);

        var answer = GivenApp.Run("export", "--review-sheet", app.At("review.csv"), "--store", app.Store);

        Assert.Equal(1, answer.Code);
        Assert.Contains("claiminsights score", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(app.At("review.csv")));
        Assert.Equal(2, GivenApp.Run("export", "--review-sheet", app.At("review.ods"), "--store", app.Store).Code);
    }

    private string Sheet(string name, params string[] more)
    {
        GivenApp.Ok(["export", "--review-sheet", app.At(name), "--store", app.Store, .. more]);
        return app.At(name);
    }

    private QueueLog Log() => QueueLog.All(ClaimStore.Open(app.Store))[0];

    private string Take(string file)
    {
        var receipt = JsonDocument.Parse(GivenApp.Ok("ingest", file, "--store", app.Store, "--json", "--quiet")).RootElement;
        long Count(string name) => receipt.GetProperty(name).GetInt64();
        return $"{Count("read")} read, {Count("stored")} stored, {Count("not_closed")} not closed, {Count("quarantined")} quarantined";
    }

    private List<string> Rows(string query)
    {
        using var engine = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:");
        engine.Open();
        using var command = engine.CreateCommand();
        var files = string.Join(", ", ClaimStore.Open(app.Store).FilesOf(Tables.Verdicts).Select(file => $"'{file}'"));
        command.CommandText = $"with live as (from read_parquet([{files}])) {query}";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => FormattableString.Invariant($"{reader.GetValue(i)}"))));
        }

        return rows;
    }
}
