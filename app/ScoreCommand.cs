using System.CommandLine;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Models;

namespace ClaimInsights.App;

/// <summary><c>score</c>: ranks open claims by suspicion and fills the review queue.</summary>
internal sealed class ScoreCommand : Command
{
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<int> since = CommonOptions.AtLeastOne(
        new("--since") { Description = "Months of closings that are scored.", DefaultValueFactory = _ => 12, HelpName = "MONTHS" });

    private readonly Option<int> capacity = CommonOptions.Capacity();
    private readonly Option<double> randomShare = new("--random-share")
    {
        Description = "Share of the queue drawn at random, so that its precision can be estimated.",
        DefaultValueFactory = _ => 0.1,
        CustomParser = result => CommonOptions.Number(result, "--random-share"),
        HelpName = "SHARE",
    };

    private readonly Option<double> dealerDiscount = new("--dealer-discount")
    {
        Description = "By how much each further claim of a dealer counts less in the queue than the one before; 0: by expected recovery alone.",
        DefaultValueFactory = _ => Scoring.UsualDealerDiscount,
        CustomParser = result => CommonOptions.Number(result, "--dealer-discount"),
        HelpName = "SHARE",
    };

    private readonly Option<int> secondLooks = CommonOptions.AtLeast(0, new("--second-looks")
    {
        Description = "Reviewed claims of each kind (doubtful verdicts, misses, false alarms) listed for a second look, at most.",
        DefaultValueFactory = _ => Pipeline.UsualSecondLooks,
        HelpName = "N",
    });

    private readonly Option<string?> features = new("--features") { Description = "Score this table (CSV or Parquet) instead of the store.", HelpName = "FILE" };
    private readonly Option<string?> model = new("--model")
    {
        Description = "Score with this model of the store (its id) instead of the one in use; with --features: folder of the model.",
        HelpName = "ID|DIR",
    };
    private readonly Option<string?> folder = new("--out") { Description = "With --features: folder for scores.csv.", HelpName = "DIR" };
    private readonly Option<int> seed = CommonOptions.Seed();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public ScoreCommand(Terminal terminal)
        : base("score", "Rank paid claims coded manufacturing by how suspicious they are, with reasons, and fill the review queue.")
    {
        Add(asOf);
        Add(since);
        Add(capacity);
        Add(randomShare);
        Add(dealerDiscount);
        Add(secondLooks);
        Add(features);
        Add(model);
        Add(folder);
        Add(seed);
        Add(store);
        Add(json);
        Add(quiet);
        Validators.Add(result =>
        {
            // --model alone names a model of the store.
            var isOwnTable = result.GetResult(features) is not null || result.GetResult(folder) is not null;
            Option[] all = isOwnTable ? [features, model, folder] : [];
            foreach (var missing in all.Where(option => result.GetResult(option) is null))
            {
                result.AddError($"score needs --features, --model and --out together; {missing.Name} is missing");
            }
        });
        SetAction(parsed => parsed.GetValue(features) is { } table
            ? new OwnTableRun(terminal, parsed.GetValue(quiet), parsed.GetValue(json)).Score(table, parsed.GetValue(model)!, parsed.GetValue(folder)!)
            : Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var claims = ClaimStore.Open(parsed.GetValue(store)!);
        var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)), SinceMonths: parsed.GetValue(since));
        var result = new Pipeline(terminal, parsed.GetValue(quiet))
            .Score(
                claims, scope, parsed.GetValue(capacity), Share(parsed, randomShare), parsed.GetValue(seed), parsed.GetValue(model), parsed.GetValue(secondLooks),
                Share(parsed, dealerDiscount));
        if (parsed.GetValue(json))
        {
            JsonResult.Print(terminal.Output, result);
            return 0;
        }

        var kind = result.Calibrated ? "calibrated" : "uncalibrated";
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"as of {result.AsOf:yyyy-MM-dd}: {result.Scored} claims scored by {result.ModelId} ({kind}), {result.Queued} need review first, " +
            $"expected recovery {result.ExpectedRecovery:0.00} {claims.Manifest.Currency}"));
        if (result.IsPastLimits)
        {
            terminal.Output.WriteLine("the model is past its limits: its scores have moved, or reviews at random find another share than it says (table model_drift). Train again: claiminsights train");
        }

        terminal.Output.WriteLine(result.Path);
        return 0;
    }

    private static double Share(ParseResult parsed, Option<double> option) => parsed.GetValue(option) is >= 0 and <= 1 and var share ? share
        : throw new RequestException(string.Create(CultureInfo.InvariantCulture, $"{option.Name} {parsed.GetValue(option)}: expected a share from 0 to 1, such as 0.1"));
}
