using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.App;

/// <summary>
/// The queue of an as-of date as a table for reviewers: the columns of <c>verdicts</c> with the finding left empty, then what they
/// need to see. Whether a claim was drawn at random stays behind in the queue's log; the rows lie by claim, not by score.
/// </summary>
internal sealed class ReviewSheet
{
    /// <summary>Columns of the table <c>verdicts</c>, under its own names in any language, so that the sheet can come back as it is.</summary>
    private static readonly string[] OfVerdicts = [.. Tables.Verdicts.Columns.Select(column => column.Name).Where(name => name is not ("selection" or "probability"))];

    private static readonly string[] English =
        ["vin", "dealer_code", "causal_part", "part_name", "failure_mode", "approved_amount", "reason_1", "reason_2", "reason_3", "likeliest_cause", "would_help", "like_confirmed", "like_cleared"];

    private static readonly string[] Chinese = ["车架号", "经销商代码", "故障件号", "零件名称", "故障模式", "核定金额", "理由一", "理由二", "理由三", "最可能原因", "有助于澄清", "相似且已认定", "相似且已澄清"];

    private ReviewSheet(QueueLog log, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<object?>> rows) => (Log, Header, Rows) = (log, header, rows);

    /// <summary>What the sheet does not tell.</summary>
    public QueueLog Log { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Cells by row: text, <see cref="int"/>, <see cref="decimal"/> or null.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; }

    /// <summary>The sheet of the queue that was filled last.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">The as-of date.</param>
    /// <param name="insights">Folder of its insight tables.</param>
    /// <param name="language">Language of the reasons and of the columns that are only read.</param>
    /// <exception cref="RequestException">Nothing is scored, or nothing is queued.</exception>
    public static ReviewSheet Of(ClaimStore store, Scope scope, string insights, Language language)
    {
        if (!Insights.IsThere(insights, Insights.Suspicions.Name))
        {
            throw new RequestException($"{insights}: no claims are scored; expected a queue. Run: claiminsights score --store {store.Folder} --as-of {scope.AsOf:yyyy-MM-dd}");
        }

        var queue = Insights.Suspicions.Stream(insights).Where(row => row.IsQueued).OrderBy(row => row.ClaimId, StringComparer.Ordinal).ToList();
        if (queue.Count == 0)
        {
            throw new RequestException($"{insights}: the queue is empty, since no open claim was scored; expected at least one. Look further back: claiminsights score --since MONTHS");
        }

        using var warehouse = Warehouse.Open(store, scope);
        var claims = Analyses.SheetClaims.Run(warehouse).ToDictionary(claim => (claim.ClaimId, claim.Version));
        var log = QueueLog.Of(
            scope.AsOf, queue[0].ModelId, queue.Select(row => new QueuedClaimVersion(row.ClaimId, row.Version, row.Queue, row.SelectionProbability)));
        var aids = Insights.ReviewAids.Read(insights).ToDictionary(aid => aid.ClaimId, StringComparer.Ordinal);
        var words = ReportAssembly.Words(language);
        return new ReviewSheet(
            log, [.. OfVerdicts, .. language == Language.Chinese ? Chinese : English],
            [.. queue.Select(row => Cells(log.SheetId, row, claims[(row.ClaimId, row.Version)], aids[row.ClaimId], words, language == Language.Chinese ? AidText.Chinese : AidText.English))]);
    }

    private static IReadOnlyList<object?> Cells(string sheetId, Suspicion row, SheetClaim claim, ReviewAid aid, Func<string, string> words, Func<string, string> aided)
    {
        string? Worded(string? reason) => reason is null ? null : words(reason);
        return
        [
            .. OfVerdicts.Select(name => name switch { "claim_id" => row.ClaimId, "version" => row.Version, "sheet_id" => (object?)sheetId, _ => null }),
            claim.Vin, claim.DealerCode, claim.CausalPart, claim.PartName, claim.FailureMode, claim.ApprovedAmount,
            Worded(row.Reason1), Worded(row.Reason2), Worded(row.Reason3),
            aided(aid.LikeliestCause), aid.MissingEvidence.Length == 0 ? null : string.Join("; ", aid.MissingEvidence.Split(';').Select(aided)), aid.NearestConfirmed, aid.NearestCleared,
        ];
    }
}
