using System.Globalization;
using ClaimInsights.Models.OwnTables;

namespace ClaimInsights.App;

/// <summary><c>train --features</c> and <c>score --features</c>: no store is needed.</summary>
internal sealed class OwnTableRun(Terminal terminal, bool isQuiet, bool isJson)
{
    private readonly Progress progress = new(terminal, isQuiet);

    public int Train(OwnTableRequest request, string folder)
    {
        var card = progress.Step("train", _ => OwnTableFolder.Train(request, folder));
        if (isJson)
        {
            JsonResult.Print(terminal.Output, new { Card = card, Path = folder });
            return 0;
        }

        card.Notes.ToList().ForEach(progress.Note);
        var output = terminal.Output;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"trained on {card.Rows} rows ({card.Positives} positive); on the latest {card.LaterRows} of them ({card.LaterPositives} positive), taught by those before:"));
        output.WriteLine("  ranking      ROC-AUC  average precision   Brier");
        foreach (var one in card.Figures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {one.Ranking,-11}  {one.RocAuc,7:0.000}  {one.AveragePrecision,17:0.000}  {one.Brier,6:0.0000}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most used: {string.Join(", ", card.Columns.Take(5).Select(use => string.Create(CultureInfo.InvariantCulture, $"{use.Feature} {100 * use.Share:0} %")))}"));
        output.WriteLine(folder);
        return 0;
    }

    public int Score(string features, string model, string folder)
    {
        var (scores, path) = progress.Step("score", _ =>
        {
            var scores = OwnTableFolder.Load(model).Score(features);
            return (scores, OwnTableFolder.WriteScores(scores, folder));
        });
        if (isJson)
        {
            JsonResult.Print(terminal.Output, new { Scored = scores.Count, MeanScore = scores.Count == 0 ? (double?)null : scores.Average(row => row.Score), Path = path });
        }
        else
        {
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scores.Count} rows scored"));
            terminal.Output.WriteLine(path);
        }

        return 0;
    }
}
