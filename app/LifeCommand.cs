using System.CommandLine;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Life;
using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>life</c>: a Weibull life of a part's failure, from the store or from a table of sales and returns by month; the table out.</summary>
internal sealed class LifeCommand : Command
{
    private static readonly int[] Ahead = [1, 3, 6, 12];

    private readonly Option<string?> part = new("--part") { Description = "The causal part (with --mode).", HelpName = "PART" };
    private readonly Option<string?> mode = new("--mode") { Description = "The failure mode.", HelpName = "MODE" };
    private readonly Option<string> rule = new("--rule") { Description = "Only vehicles of this rule, such as \"plant=A\".", DefaultValueFactory = _ => "", HelpName = "RULE" };
    private readonly Option<string?> nevada = new("--nevada") { Description = "Instead of the store: a CSV of sales and returns by month (sold_in,sold,yyyy-MM,…), the Nevada format.", HelpName = "FILE" };
    private readonly Option<string?> into = new("--out") { Description = "Write the table of sales and returns by month there as CSV; a file that is there is not written over.", HelpName = "FILE" };
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();

    public LifeCommand(Terminal terminal)
        : base("life", "Fit a Weibull life to a part's first failures by months from the sale, from the store or a Nevada table, with the returns of the next months; --out writes the table for other programs.")
    {
        Add(part);
        Add(mode);
        Add(rule);
        Add(nevada);
        Add(into);
        Add(asOf);
        Add(store);
        Add(json);
        Validators.Add(result =>
        {
            var (hasPart, hasMode, hasTable) = (result.GetResult(part) is not null, result.GetResult(mode) is not null, result.GetResult(nevada) is not null);
            if (hasTable == (hasPart || hasMode) || hasPart != hasMode)
            {
                result.AddError("life needs --part PART and --mode MODE together, or --nevada FILE");
            }
        });
        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var table = parsed.GetValue(nevada) is { } file ? NevadaTable.Read(file) : FromStore(parsed);
        if (parsed.GetValue(into) is { } target)
        {
            Write(table, target);
        }

        var (exact, within) = (WeibullFit.Fit(table.Exact()), WeibullFit.FitIntervals(table.Intervals()));
        List<(string Ages, WeibullFit? Fit)> fits = [("exact", exact), ("within_the_month", within)];
        if (parsed.GetValue(json))
        {
            JsonResult.Print(terminal.Output, new
            {
                Units = table.Rows.Sum(row => row.Sold),
                Returns = table.Rows.Sum(row => row.Returns.Sum()),
                table.Last,
                Fits = fits.Where(one => one.Fit is not null).Select(one => new { one.Ages, one.Fit!.Shape, one.Fit.Scale, one.Fit.LogLikelihood, Next = Ahead.Select(months => new { Months = months, Returns = table.Expect(one.Fit, months) }) }),
                File = parsed.GetValue(into),
            });
            return 0;
        }

        Print(terminal.Output, table, fits);
        if (parsed.GetValue(into) is { } written)
        {
            terminal.Output.WriteLine(written);
        }

        return 0;
    }

    private NevadaTable FromStore(ParseResult parsed)
    {
        var claims = ClaimStore.Open(parsed.GetValue(store)!);
        using var warehouse = Warehouse.Open(claims, new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf))));
        return NevadaTable.Of(warehouse, parsed.GetValue(part)!, parsed.GetValue(mode)!, parsed.GetValue(rule)!);
    }

    private static void Write(NevadaTable table, string target)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(target, FileMode.CreateNew, FileAccess.Write));
            table.Write(writer);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"--out {target}: cannot be written ({problem.Message}). Name a new file in a folder that is there");
        }
    }

    private static void Print(TextWriter output, NevadaTable table, List<(string Ages, WeibullFit? Fit)> fits)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{table.Rows.Sum(row => row.Sold)} units sold in {table.Rows.Count} months, {table.Rows.Sum(row => row.Returns.Sum())} first returns up to {table.Last:yyyy-MM}"));
        foreach (var (ages, fit) in fits)
        {
            output.WriteLine(fit is null
                ? "no Weibull life: without returns, or with all of them at the oldest age, none is the likeliest"
                : string.Create(CultureInfo.InvariantCulture,
                    $"{(ages == "exact" ? "months taken as exact ages" : "ages known within a month")}: shape {fit.Shape:0.0000} ({Kind(fit.Shape)}), scale {fit.Scale:0.0000} months, ln likelihood {fit.LogLikelihood:0.0000}; returns expected in the next {string.Join(", ", Ahead.Select(months => string.Create(CultureInfo.InvariantCulture, $"{months}: {table.Expect(fit, months):0.0}")))} months"));
        }

        output.WriteLine("a warranty that ends within those months is not allowed for; cluster_forecasts ends it, vehicle by vehicle");
    }

    private static string Kind(double shape) => shape < 0.9 ? "early failures" : shape > 1.1 ? "wear-out" : "about constant";
}
