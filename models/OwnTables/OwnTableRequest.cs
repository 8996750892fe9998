namespace ClaimInsights.Models.OwnTables;

/// <summary>Which table to learn from, and how.</summary>
/// <param name="Path">A CSV or Parquet file.</param>
/// <param name="Label">Column that is to be foretold: 0/1, true/false, or any two values.</param>
/// <param name="Time">Column that says when a row became known: a date, a moment or a number.</param>
/// <param name="Weight">Column of weights, at least 0; null: each row weighs 1.</param>
/// <param name="Drop">Columns that the model must not see.</param>
/// <param name="Categories">Columns that are categories although they look like numbers.</param>
/// <param name="Positive">The value of the label that counts as positive; null: 1, true, yes, else the rarer.</param>
/// <param name="AllowLeaks">Columns that foretell the label alone are taken.</param>
/// <param name="Seed">Seed of the trees.</param>
public sealed record OwnTableRequest(
    string Path,
    string Label,
    string Time,
    string? Weight = null,
    IReadOnlyList<string>? Drop = null,
    IReadOnlyList<string>? Categories = null,
    string? Positive = null,
    bool AllowLeaks = false,
    int Seed = 1);
