using System.Globalization;

namespace ClaimInsights.Ingest;

/// <summary>
/// The columns that a review sheet leaves behind and gets back from the logged queue that its <c>sheet_id</c> names: a reviewer
/// is not to see which claims were drawn at random.
/// </summary>
internal static class QueuedColumns
{
    /// <summary>What the queue knows and the sheet does not say.</summary>
    public static IReadOnlyList<string> Names { get; } = ["selection", "probability"];

    /// <summary>Whether the queue gives values of a column where a file does not.</summary>
    public static bool FillIn(Table table, string column, IEnumerable<string?> given) =>
        table == Tables.Verdicts && Names.Contains(column) && given.Contains("sheet_id");

    /// <summary>Whether a file is a review sheet: verdicts that name their sheet, and not how they were selected. Its further columns were for the reviewer.</summary>
    public static bool IsSheet(Table table, IReadOnlyList<string?> given) =>
        table == Tables.Verdicts && given.Contains("sheet_id") && !Names.Any(given.Contains)
        && table.RequiredColumns.All(column => given.Contains(column.Name) || Names.Contains(column.Name));

    /// <summary>Puts the logged queues on the workbench.</summary>
    public static void Prepare(Workbench bench, IReadOnlyList<QueueLog> logs)
    {
        bench.Execute("""
            create temp table logged (sheet_id varchar);
            create temp table queued (sheet_id varchar, claim_id varchar, version integer, selection varchar, probability varchar);
            """);
        using var sheets = bench.Connection.CreateAppender("logged");
        using var claims = bench.Connection.CreateAppender("queued");
        foreach (var log in logs)
        {
            sheets.CreateRow().AppendValue(log.SheetId).EndRow();
            foreach (var claim in log.Claims.DistinctBy(claim => (claim.ClaimId, claim.Version)))
            {
                claims.CreateRow().AppendValue(log.SheetId).AppendValue(claim.ClaimId).AppendValue(claim.Version)
                    .AppendValue(claim.Selection).AppendValue(Exact(claim.Probability)).EndRow();
            }
        }
    }

    /// <summary>
    /// SQL that puts the queue's selection and probability into rows of texts, before what the rows say themselves, with
    /// <c>_is_logged</c> (the sheet is known) and <c>_is_queued</c> (it holds the claim).
    /// </summary>
    /// <param name="rows">Rows of verdicts as texts.</param>
    public static string Filled(string rows)
    {
        var filled = Names.Select(name => $"coalesce(queued.{name}, texts.{Rule.Text(name)}) as {Rule.Text(name)}");
        return $"""
            select texts.* replace ({string.Join(", ", filled)}), logged.sheet_id is not null as _is_logged, queued.sheet_id is not null as _is_queued
            from ({rows}) as texts
            left join logged on logged.sheet_id = texts.{Rule.Text("sheet_id")}
            left join queued on queued.sheet_id = texts.{Rule.Text("sheet_id")} and queued.claim_id = texts.{Rule.Text("claim_id")}
                and queued.version = try_cast(texts.{Rule.Text("version")} as integer)
            """;
    }

    // Every digit, and no exponent, as a delivery would write it.
    private static string Exact(double probability)
    {
        var text = probability.ToString("F25", CultureInfo.InvariantCulture).TrimEnd('0');
        return text.EndsWith('.') ? text + "0" : text;
    }
}
