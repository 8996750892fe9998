using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Backtests;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>backtest</c>: the monitor month by month as it would have run, its alerts, and how they did against what came true.</summary>
internal sealed class BacktestCommand : Command
{
    private readonly Option<DateOnly> from = Month("--from", "First month end to replay.");
    private readonly Option<DateOnly> to = Month("--to", "Last month end to replay.");
    private readonly Option<string> every = new Option<string>("--every") { Description = "How often the monitor runs.", DefaultValueFactory = _ => "month", HelpName = "month" }
        .AcceptOnlyFromAmong("month");

    private readonly Option<string> folder = new("--out") { Description = "Folder for alerts.csv and months.csv.", Required = true, HelpName = "DIR" };
    private readonly Option<string?> truth = new("--truth") { Description = "Campaigns, or planted_defects.csv, to judge the alerts by.", HelpName = "FILE" };
    private readonly Option<string[]> keys = new("--keys")
    {
        Description = $"An alert for each combination of these that a new cluster covers; of {string.Join(", ", KeyedClaim.Keys)}. Default: one for each cluster.",
        CustomParser = Keys,
        DefaultValueFactory = _ => [],
        HelpName = "COLUMN,…",
    };

    private readonly Option<string?> withoutText = new("--without-text") { Description = "Leave out claims whose words match, whatever the case.", HelpName = "REGEX" };
    private readonly Option<double> alpha = CommonOptions.Alpha();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public BacktestCommand(Terminal terminal)
        : base("backtest", "Replay the monitor month by month, knowing only what was known, and judge its alerts.")
    {
        foreach (var option in (Option[])[from, to, every, folder, truth, keys, withoutText, alpha, store, json, quiet])
        {
            Add(option);
        }

        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(to) < parsed.GetValue(from))
        {
            throw new RequestException($"--to {parsed.GetValue(to):yyyy-MM} lies before --from {parsed.GetValue(from):yyyy-MM}; expected the same month or a later one. Choose a later --to");
        }

        var claims = ClaimStore.Open(parsed.GetValue(store)!);
        var request = new BacktestRequest(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(keys)!, parsed.GetValue(alpha), parsed.GetValue(withoutText));
        var facts = parsed.GetValue(truth) is { } file ? Truth.Read(file, request.Keys) : null;
        var run = new Progress(terminal, parsed.GetValue(quiet)).Step("backtest", report => Backtest.Run(claims, request, report));
        var outcome = facts?.Judge(run);
        var target = Directory.CreateDirectory(parsed.GetValue(folder)!).FullName;
        var (alerts, months) = (Path.Combine(target, "alerts.csv"), Path.Combine(target, "months.csv"));
        AlertFile.Write(alerts, run);
        InsightCsv.Write(months, run.Months);
        if (parsed.GetValue(json))
        {
            JsonResult.Print(terminal.Output, new { Months = run.Months.Count, Alerts = run.Alerts.Count, AlertsPerMonth = PerMonth(run), Outcome = outcome, Paths = (string[])[alerts, months] });
        }
        else
        {
            Print(terminal.Output, run, outcome, alerts);
        }

        return 0;
    }

    private static void Print(TextWriter output, BacktestRun run, Outcome? outcome, string alerts)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{run.Months.Count} month ends, {run.Request.From:yyyy-MM} to {run.Request.To:yyyy-MM}: {run.Alerts.Count} alerts, {PerMonth(run):0.00} a month"));
        if (outcome is not null)
        {
            var time = outcome.Kind == "campaigns" ? "median lead" : "median delay after the first claim";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"caught {outcome.Caught} of {outcome.Findable} findable {outcome.Kind} ({outcome.Recall:0.0 %}), {time} {outcome.MedianDays:0} days; precision {outcome.Precision:0.0 %} of {outcome.Judged} alerts judged"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"an equally busy random monitor: {outcome.RandomCaught:0.0} caught, precision {outcome.RandomPrecision:0.0 %}"));
        }

        output.WriteLine($"alerts: {alerts}");
    }

    private static double PerMonth(BacktestRun run) => run.Months.Count == 0 ? 0 : (double)run.Alerts.Count / run.Months.Count;

    private static Option<DateOnly> Month(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        HelpName = "yyyy-MM",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            {
                return month;
            }

            result.AddError($"{name} is a month yyyy-MM, such as 2026-06; found '{result.Tokens[0].Value}'");
            return default;
        },
    };

    private static string[]? Keys(ArgumentResult result)
    {
        var named = result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToArray();
        if (named.Except(KeyedClaim.Keys).FirstOrDefault() is { } unknown)
        {
            result.AddError($"--keys: '{unknown}' is none of {string.Join(", ", KeyedClaim.Keys)}");
        }

        return named;
    }
}
