using System.Text.Json;

namespace ClaimInsights.Models;

/// <summary>
/// Models on disk: <c>STORE/models/&lt;id&gt;/</c> with <c>card.json</c>, <c>weights.json</c>, <c>training.json</c> and, where there are trees,
/// <c>trees.zip</c>; <c>STORE/models/current</c> names the model in use.
/// </summary>
public static class ModelFolder
{
    /// <summary>What the name of a model ends with while it is written.</summary>
    private const string Draft = ".draft";

    private const string TrainingFile = "training.json";

    /// <summary>The file that names the model in use.</summary>
    private const string Current = "current";

    /// <summary>Writes the model whole; <see cref="Use"/> puts it to use.</summary>
    /// <param name="model">What to keep.</param>
    /// <param name="folder">The folder of models; made where it is missing.</param>
    /// <returns>The model's own folder.</returns>
    /// <exception cref="ModelException">The folder cannot be written.</exception>
    public static string Save(SuspicionModel model, string folder)
    {
        ArgumentNullException.ThrowIfNull(model);
        var place = Path.Combine(folder, model.Card.ModelId);
        var draft = place + Draft;
        try
        {
            Remove(draft);
            Directory.CreateDirectory(draft);
            File.WriteAllText(Path.Combine(draft, "card.json"), JsonSerializer.Serialize(model.Card, ModelJson.Indented) + "\n");
            File.WriteAllText(Path.Combine(draft, "weights.json"), JsonSerializer.Serialize(model.Weights, ModelJson.Indented) + "\n");
            File.WriteAllText(Path.Combine(draft, TrainingFile), JsonSerializer.Serialize(model.Training, ModelJson.Indented) + "\n");
            model.Trees?.Save(Path.Combine(draft, "trees.zip"));
            Remove(place);
            Directory.Move(draft, place);
            return place;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{place}: the model cannot be written ({problem.Message}). Make room or choose another store", problem);
        }
    }

    /// <summary>Puts a kept model to use: what scores from now on.</summary>
    /// <param name="modelId">Its id.</param>
    /// <param name="folder">The folder of models.</param>
    /// <exception cref="ModelException">The folder cannot be written.</exception>
    public static void Use(string modelId, string folder)
    {
        var current = Path.Combine(folder, Current);
        try
        {
            File.WriteAllText(current + Draft, modelId + "\n");
            File.Move(current + Draft, current, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{current}: cannot be written ({problem.Message}). Make room or choose another store", problem);
        }
    }

    /// <summary>Ids of the models that are kept, sorted; empty where none was trained.</summary>
    /// <param name="folder">The folder of models.</param>
    public static IReadOnlyList<string> Ids(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.GetDirectories(folder).Where(place => File.Exists(Path.Combine(place, "card.json")) && !place.EndsWith(Draft, StringComparison.Ordinal))
            .Select(place => Path.GetFileName(place)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The model in use; null: none was trained, so the written rules rank (<see cref="SuspicionModel.WrittenRules"/>).</summary>
    /// <param name="folder">The folder of models.</param>
    /// <exception cref="ModelException">The model cannot be read, or belongs to another version.</exception>
    public static SuspicionModel? LoadCurrent(string folder) => CurrentId(folder) is { } modelId ? Load(folder, modelId) : null;

    /// <summary>The id of the model in use; null: none was trained.</summary>
    /// <param name="folder">The folder of models.</param>
    public static string? CurrentId(string folder)
    {
        var current = Path.Combine(folder, Current);
        return File.Exists(current) ? File.ReadAllText(current).Trim() : null;
    }

    /// <summary>A model by its id.</summary>
    /// <param name="folder">The folder of models.</param>
    /// <param name="modelId">Its id.</param>
    /// <exception cref="ModelException">There is no such model, it cannot be read, or belongs to another version.</exception>
    public static SuspicionModel Load(string folder, string modelId)
    {
        var place = Path.Combine(folder, modelId);
        try
        {
            var card = Read<ModelCard>(place, "card.json");
            var weights = Read<SuspicionWeights>(place, "weights.json");
            if (weights.RulesVersion != Rules.Version || !weights.Inputs.SequenceEqual(TreeRanker.Inputs))
            {
                throw new ModelException(
                    $"{place}: trained with rules version {weights.RulesVersion} and {weights.Inputs.Count} inputs; " +
                    $"expected rules version {Rules.Version} and the {TreeRanker.Inputs.Count} inputs of this program. Train again: claiminsights train");
            }

            var trees = Path.Combine(place, "trees.zip");
            // A model of an earlier program has no record of its training.
            var training = File.Exists(Path.Combine(place, TrainingFile)) ? Read<TrainingRecord>(place, TrainingFile) : null;
            return new(card, weights, File.Exists(trees) ? TreeRanker.Load(trees) : null, training);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException)
        {
            throw new ModelException($"{place}: not a readable model ({problem.Message}). Train again: claiminsights train", problem);
        }
    }

    private static T Read<T>(string place, string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(place, file)), ModelJson.Indented)
        ?? throw new JsonException($"{file} is empty");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
