using System.CommandLine;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>export</c>: every insight table as CSV, Parquet or Arrow.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Option<string> format = new Option<string>("--format")
    {
        Description = "Format of the tables.",
        DefaultValueFactory = _ => "csv",
        HelpName = "csv|parquet|arrow",
    }.AcceptOnlyFromAmong("csv", "parquet", "arrow");

    private readonly Option<string> folder = new("--out") { Description = "Folder for the tables.", Required = true, HelpName = "DIR" };
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public ExportCommand(Terminal terminal)
        : base("export", "Write every insight table of an as-of date as CSV, Parquet or Arrow.")
    {
        Add(format);
        Add(folder);
        Add(asOf);
        Add(store);
        Add(json);
        Add(quiet);
        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var claims = ClaimStore.Open(parsed.GetValue(store)!);
        var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)));
        var tables = Insights.In(Pipeline.FreshInsights(claims, scope));
        var kind = parsed.GetValue(format) switch { "parquet" => InsightFormat.Parquet, "arrow" => InsightFormat.Arrow, _ => InsightFormat.Csv };
        var paths = tables.Select(table => (table.Name, table.Rows, Path: table.Write(parsed.GetValue(folder)!, kind))).ToList();
        if (parsed.GetValue(json))
        {
            JsonResult.Print(terminal.Output, new { scope.AsOf, Tables = paths.Select(one => new { one.Name, one.Rows, one.Path }) });
        }
        else
        {
            paths.ForEach(one => terminal.Output.WriteLine($"{one.Path}: {one.Rows} rows"));
        }

        return 0;
    }
}
