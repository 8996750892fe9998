namespace ClaimInsights.Models.OwnTables;

/// <summary>A column that a model looks at, as it was found at the training.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Levels">The categories known, the most frequent first; null: the column holds numbers.</param>
public sealed record OwnColumn(string Name, IReadOnlyList<string>? Levels)
{
    /// <summary>What stands for a category that is rare or was not seen at the training.</summary>
    internal const float OtherLevel = -1;

    /// <summary>Whether its values are numbers.</summary>
    internal bool IsNumber => Levels is null;

    /// <summary>A value in words, for a reason.</summary>
    internal string Word(float value) =>
        float.IsNaN(value) ? "missing"
        : IsNumber ? value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        : value < 0 ? "other"
        : Levels![(int)value];
}
