using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClaimInsights.Models.OwnTables;

/// <summary>A model of one's own table on disk (<c>model.json</c>, <c>card.json</c>), and the scores that it gives (<c>scores.csv</c>).</summary>
public static class OwnTableFolder
{
    private const string Format = "claiminsights-own-table-1";

    /// <summary>Trains, and keeps model and card; what was in the folder stays until both are whole.</summary>
    /// <param name="request">What to learn from.</param>
    /// <param name="folder">Made where it is missing.</param>
    /// <exception cref="ModelException">The table does not serve, or the folder cannot be written.</exception>
    public static OwnTableCard Train(OwnTableRequest request, string folder)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (model, card) = OwnTableTraining.Run(request);
        Written(folder, () =>
        {
            Replace(folder, "model.json", draft => File.WriteAllText(draft, JsonSerializer.Serialize(new Kept(Format, model), ModelJson.Compact)));
            Replace(folder, "card.json", draft => File.WriteAllText(draft, JsonSerializer.Serialize(card, ModelJson.Indented) + "\n"));
        });
        return card;
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">There is none, or it cannot be read.</exception>
    public static OwnTableModel Load(string folder)
    {
        var path = Path.Combine(folder, "model.json");
        const string remedy = "Train it: claiminsights train --features FILE --label COLUMN --time COLUMN --out DIR";
        if (!File.Exists(path))
        {
            throw new ModelException($"{folder}: no model is in this folder; expected model.json. {remedy}");
        }

        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(File.ReadAllText(path), ModelJson.Compact);
            return kept?.Format == Format && kept.Model is { Columns.Count: > 0, Bags.Count: > 0 } model ? model
                : throw new ModelException($"{path}: a model of the form '{kept?.Format}'; expected '{Format}'. {remedy}");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ModelException($"{path}: not a readable model ({problem.Message}). {remedy}", problem);
        }
    }

    /// <summary>Writes <c>scores.csv</c>: score and reasons, row for row in the order of the input.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="ModelException">The folder cannot be written.</exception>
    public static string WriteScores(IReadOnlyList<OwnTableScore> scores, string folder)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Written(folder, () => Replace(folder, "scores.csv", draft =>
        {
            using var writer = new StreamWriter(draft, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
            writer.WriteLine("score," + string.Join(',', Enumerable.Range(1, OwnTableModel.MostReasons).Select(i => $"reason_{i}")));
            foreach (var row in scores)
            {
                writer.Write(row.Score.ToString("R", CultureInfo.InvariantCulture));
                for (var i = 0; i < OwnTableModel.MostReasons; i++)
                {
                    writer.Write(',');
                    writer.Write(i < row.Reasons.Count ? Cell(row.Reasons[i]) : "");
                }

                writer.WriteLine();
            }
        }));
        return Path.Combine(folder, "scores.csv");
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Replace(string folder, string name, Action<string> write)
    {
        var draft = Path.Combine(folder, name + ".draft");
        write(draft);
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }

    private static void Written(string folder, Action write)
    {
        try
        {
            Directory.CreateDirectory(folder);
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{folder}: cannot be written ({problem.Message}). Name another folder: --out DIR", problem);
        }
    }

    private sealed record Kept(string Format, OwnTableModel? Model);
}
