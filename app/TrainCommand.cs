using System.CommandLine;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Models;

namespace ClaimInsights.App;

/// <summary><c>train</c>: a model of owner-caused damage coded as manufacturing, from reviewers' verdicts.</summary>
internal sealed class TrainCommand : Command
{
    private readonly OwnTableOptions table = new();
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<int> seed = CommonOptions.Seed();
    private readonly Option<FileInfo?> rules = new("--rules") { Description = "A JSON list of rules to set otherwise: [{\"code\": \"late_report\", \"log_likelihood_ratio\": 0.4, \"from\": 14, \"to\": 60}].", HelpName = "FILE" };
    private readonly Option<string> promote = new Option<string>("--promote")
    {
        Description = "When the new model is put to use: unless later verdicts say that it is worse than the one in use, always, or never.",
        DefaultValueFactory = _ => "unless-worse",
        HelpName = "unless-worse|always|never",
    }.AcceptOnlyFromAmong("unless-worse", "always", "never");

    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public TrainCommand(Terminal terminal)
        : base("train", "Train the suspicion model on reviewers' verdicts, or with --features a model of a table of your own, and print how it ranks later rows beside its baselines.")
    {
        table.AddTo(this);
        Add(asOf);
        Add(seed);
        Add(rules);
        Add(promote);
        Add(store);
        Add(json);
        Add(quiet);
        SetAction(parsed =>
        {
            if (table.IsAsked(parsed))
            {
                return new OwnTableRun(terminal, parsed.GetValue(quiet), parsed.GetValue(json)).Train(table.Request(parsed, parsed.GetValue(seed)), table.Folder(parsed));
            }

            var trade = parsed.GetValue(rules) is { } file ? RuleTable.Read(file.ToString()) : null;
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)));
            var result = new Pipeline(terminal, parsed.GetValue(quiet)).Train(claims, scope, parsed.GetValue(seed), trade, Policy(parsed.GetValue(promote)!));
            if (parsed.GetValue(json))
            {
                JsonResult.Print(terminal.Output, result);
            }
            else
            {
                Print(terminal.Output, result);
            }

            return 0;
        });
    }

    private static string Unused(string use) => use switch
    {
        "unclear" => "unclear",
        "not_reviewable" => "on claims not paid or not coded manufacturing",
        "earlier_version" => "on a version that a later one has replaced",
        "unknown_version" => "on a version that the store does not have (deliver it)",
        "unknown_claim" => "on a claim that the store does not have (deliver it, or correct claim_id)",
        _ => use,
    };

    private static PromotionPolicy Policy(string name) => name switch
    {
        "always" => PromotionPolicy.Always,
        "never" => PromotionPolicy.Never,
        _ => PromotionPolicy.UnlessWorse,
    };

    private static void Print(TextWriter output, TrainResult result)
    {
        var card = result.Card;
        var unused = result.Verdicts.Where(use => use.Use != "taught").Select(use => string.Create(CultureInfo.InvariantCulture, $"{use.Verdicts} {Unused(use.Use)}")).ToList();
        if (unused.Count > 0)
        {
            output.WriteLine($"verdicts that teach nothing: {string.Join(", ", unused)}");
        }

        if (!card.Calibrated)
        {
            output.WriteLine($"model {card.ModelId}: {string.Join(" ", card.Notes.Select(NoteText.English))}");
            output.WriteLine(PromotionText.Of(result));
            output.WriteLine(result.Path);
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"model {card.ModelId}: trained on {card.TrainingLabels} verdicts up to {card.TrainedTo:yyyy-MM-dd}, calibrated up to {card.CalibratedTo:yyyy-MM-dd}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"on {card.EvaluationLabels} later verdicts ({card.EvaluationPositives} owner-caused):"));
        output.WriteLine("  ranking   ROC-AUC  average precision  precision at capacity  Brier");
        foreach (var figures in card.Figures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {figures.Ranking,-8}  {figures.RocAuc,7:0.000}  {figures.AveragePrecision,17:0.000}  {figures.PrecisionAtCapacity,12:0.000} of {figures.Capacity,4}  {figures.Brier,7:0.0000}"));
        }

        output.WriteLine(PromotionText.Of(result));
        output.WriteLine(result.Path);
    }
}
