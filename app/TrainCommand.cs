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
            var result = new Pipeline(terminal, parsed.GetValue(quiet)).Train(claims, scope, parsed.GetValue(seed), trade);
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

    private static void Print(TextWriter output, TrainResult result)
    {
        var card = result.Card;
        if (!card.Calibrated)
        {
            output.WriteLine($"model {card.ModelId}: {string.Join(" ", card.Notes.Select(NoteText.English))}");
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

        output.WriteLine(result.Path);
    }
}
