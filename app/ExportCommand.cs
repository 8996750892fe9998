using System.CommandLine;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Ingest;
using ClaimInsights.Reports;

namespace ClaimInsights.App;

/// <summary><c>export</c>: every insight table as CSV, Parquet or Arrow, and the queue as a sheet for reviewers.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Option<string> format = new Option<string>("--format")
    {
        Description = "Format of the tables.",
        DefaultValueFactory = _ => "csv",
        HelpName = "csv|parquet|arrow",
    }.AcceptOnlyFromAmong("csv", "parquet", "arrow");

    private readonly Option<string?> folder = new("--out") { Description = "Folder for the tables.", HelpName = "DIR" };
    private readonly Option<string?> reviewSheet = new("--review-sheet")
    {
        Description = "New file (.csv or .xlsx) for the review queue, with the findings left empty; it comes back with ingest.",
        HelpName = "FILE",
    };

    private readonly Option<string> language = CommonOptions.Language("Language of the review sheet's reasons.");
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public ExportCommand(Terminal terminal)
        : base("export", "Write every insight table of an as-of date as CSV, Parquet or Arrow, or its review queue as a sheet for reviewers.")
    {
        Add(format);
        Add(folder);
        Add(reviewSheet);
        Add(language);
        Add(asOf);
        Add(store);
        Add(json);
        Add(quiet);
        Validators.Add(result =>
        {
            var sheet = result.GetValue(reviewSheet);
            if (sheet is null && result.GetValue(folder) is null)
            {
                result.AddError("export needs --out DIR for the tables, or --review-sheet FILE for the queue");
            }
            else if (sheet is not null && !ReviewSheetFile.IsKnown(sheet))
            {
                result.AddError($"--review-sheet is a file named .csv or .xlsx; found '{sheet}'");
            }
        });
        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var claims = ClaimStore.Open(parsed.GetValue(store)!);
        var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)));
        var insights = Pipeline.FreshInsights(claims, scope);
        var sheet = parsed.GetValue(reviewSheet) is { } file ? Sheet(claims, scope, insights, file, parsed.GetValue(language)!) : null;
        var kind = parsed.GetValue(format) switch { "parquet" => InsightFormat.Parquet, "arrow" => InsightFormat.Arrow, _ => InsightFormat.Csv };
        var paths = parsed.GetValue(folder) is { } place
            ? Insights.In(insights).Select(table => (table.Name, Path: table.Write(place, kind), table.Rows)).ToList()
            : [];
        if (parsed.GetValue(json))
        {
            JsonResult.Print(terminal.Output, new { scope.AsOf, Tables = paths.Select(one => new { one.Name, one.Rows, one.Path }), ReviewSheet = sheet });
            return 0;
        }

        paths.ForEach(one => terminal.Output.WriteLine($"{one.Path}: {one.Rows} rows"));
        if (sheet is not null)
        {
            terminal.Output.WriteLine($"{sheet.Path}: {sheet.Rows} claims to review, sheet {sheet.SheetId}");
        }

        return 0;
    }

    private static SheetResult Sheet(ClaimStore store, Scope scope, string insights, string file, string language)
    {
        ReviewSheetFile.CheckIsNew(file);
        var sheet = ReviewSheet.Of(store, scope, insights, language == "zh" ? Language.Chinese : Language.English);
        ReviewSheetFile.Write(sheet, store, file);
        return new SheetResult(sheet.Log.SheetId, sheet.Rows.Count, file);
    }

    private sealed record SheetResult(string SheetId, int Rows, string Path);
}
