using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Rows of a review sheet against the logged queues.</summary>
public sealed class ReviewSheetRowTests : IDisposable
{
    private const string Header = "claim_id,version,sheet_id,finding,reviewer,decided_at,note,车架号,reason_1";
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void a_row_gets_what_the_queue_knows_to_the_last_digit_and_loses_what_was_for_the_reviewer()
    {
        var sheet = Logged(("C-1", 2, "random", 1 / 30_000.0), ("C-2", 1, "model", 1));

        var receipt = given.Take($"{Header}\nC-1,2,{sheet},owner_caused,R-1,2025-06-01,,{Claims.Vin},late\nC-2,1,{sheet},,,,,{Claims.Vin},\n");

        Assert.Equal("read 2 = stored 1 + superseded 0 + known 0 + not closed 1 + quarantined 0", receipt.Counts());
        Assert.Equal(["车架号", "reason_1"], receipt.Files.Single().ColumnsLeftOut);
        Assert.Equal([$"C-1|2|random|{1 / 30_000.0}"], given.Rows(Tables.Verdicts, "select claim_id, version, selection, probability from live"));
    }

    [Fact]
    public void a_sheet_that_the_store_did_not_give_out_is_quarantined()
    {
        Logged(("C-1", 1, "model", 1));

        var receipt = given.Take($"{Header}\nC-1,1,qdeadbeef0000,justified,R-1,2025-06-01,,,\n");

        Assert.Equal(["unknown_sheet:1"], receipt.Problems.Select(problem => $"{problem.Key}:{problem.Value}"));
        Assert.Empty(given.Store.FilesOf(Tables.Verdicts));
    }

    [Fact]
    public void a_claim_or_version_that_is_not_on_the_sheet_is_quarantined()
    {
        var sheet = Logged(("C-1", 1, "model", 1));

        var receipt = given.Take($"{Header}\nC-1,2,{sheet},justified,R-1,2025-06-01,,,\nC-9,1,{sheet},justified,R-1,2025-06-01,,,\nC-1,1,{sheet},justified,R-1,2025-06-01,,,\n");

        Assert.Equal("read 3 = stored 1 + superseded 0 + known 0 + not closed 0 + quarantined 2", receipt.Counts());
        Assert.Equal(["not_on_sheet:2"], receipt.Problems.Select(problem => $"{problem.Key}:{problem.Value}"));
    }

    [Fact]
    public void the_log_goes_before_what_a_row_says_itself_and_another_systems_sheet_is_believed()
    {
        var sheet = Logged(("C-1", 1, "random", 0.25));

        var receipt = given.Take(
            $"claim_id,version,sheet_id,finding,reviewer,decided_at,selection,probability\nC-1,1,{sheet},justified,R-1,2025-06-01,model,1\nC-2,1,S-1,justified,R-1,2025-06-01,rule,0.5\n");

        Assert.Equal(2, receipt.Stored);
        Assert.Equal(["C-1|random|0.25", "C-2|rule|0.5"], given.Rows(Tables.Verdicts, "select claim_id, selection, probability from live order by claim_id"));
    }

    [Fact]
    public void a_sheet_worked_on_further_brings_only_what_is_new()
    {
        var sheet = Logged(("C-1", 1, "model", 1), ("C-2", 1, "model", 1));
        given.Take($"{Header}\nC-1,1,{sheet},justified,R-1,2025-06-01,,,\nC-2,1,{sheet},,,,,,\n");

        var receipt = given.Take($"{Header}\nC-1,1,{sheet},justified,R-1,2025-06-01,,,\nC-2,1,{sheet},unclear,R-1,2025-06-02,,,\n");

        Assert.Equal("read 2 = stored 1 + superseded 0 + known 1 + not closed 0 + quarantined 0", receipt.Counts());
    }

    [Fact]
    public void a_damaged_log_is_named_and_nothing_is_taken_in()
    {
        var sheet = Logged(("C-1", 1, "model", 1));
        given.Write($"store/queues/{sheet}.json", "{\"sheet_id\": 1");

        var problem = Assert.Throws<StoreException>(() => given.Take($"{Header}\nC-1,1,{sheet},justified,R-1,2025-06-01,,,\n"));

        Assert.Contains(sheet + ".json", problem.Message, StringComparison.Ordinal);
        Assert.Empty(given.Store.FilesOf(Tables.Verdicts));
    }

    private string Logged(params (string ClaimId, int Version, string Selection, double Probability)[] claims)
    {
        given.Take(Claims.Csv(["claim_id=C-1"]));
        var log = QueueLog.Of(new DateOnly(2025, 5, 31), "rules", claims.Select(one => new QueuedClaimVersion(one.ClaimId, one.Version, one.Selection, one.Probability)));
        log.Save(given.Store);
        return log.SheetId;
    }
}
