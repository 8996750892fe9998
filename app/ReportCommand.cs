using System.CommandLine;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Reports;

namespace ClaimInsights.App;

/// <summary>The options of a report, which <c>report</c>, <c>run</c> and <c>demo</c> share.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string> language = CommonOptions.Language();
    private readonly Option<string?> font = CommonOptions.Font();

    public void AddTo(Command command)
    {
        command.Add(language);
        command.Add(font);
    }

    public Language Language(ParseResult parsed) => parsed.GetValue(language) == "zh" ? Reports.Language.Chinese : Reports.Language.English;

    public ReportRequest Read(ParseResult parsed) => new(Language(parsed), Font: parsed.GetValue(font));
}

/// <summary><c>report</c>: one folder of pages for quality engineers, reviewers and management.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Option<string?> period = new("--period") { Description = "Quarter, month or year: 2026-Q3, 2026-09, 2026; default: the quarter of the as-of date.", HelpName = "PERIOD" };
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string?> folder = new("--out") { Description = "Folder of the report; default: reports/PERIOD in the store.", HelpName = "DIR" };
    private readonly ReportOptions options = new();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public ReportCommand(Terminal terminal)
        : base("report", "Write the report: pages with charts and tables for quality engineers, reviewers and management.")
    {
        Add(period);
        Add(asOf);
        Add(folder);
        options.AddTo(this);
        Add(store);
        Add(json);
        Add(quiet);
        SetAction(parsed =>
        {
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)));
            var request = options.Read(parsed) with
            {
                Period = parsed.GetValue(period) is { } named ? ReportPeriod.Parse(named) : null,
                Folder = parsed.GetValue(folder),
            };
            ReportText.Print(terminal.Output, new Pipeline(terminal, parsed.GetValue(quiet)).Report(claims, scope, request), parsed.GetValue(json));
            return 0;
        });
    }
}
