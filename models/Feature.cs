namespace ClaimInsights.Models;

/// <summary>One number that the model looks at.</summary>
/// <param name="Name">lower_snake_case; the row of the table in docs/suspicion.md.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">The file it comes from.</param>
/// <param name="Why">Why it may tell owner-caused damage from a defect.</param>
/// <param name="Value">Reads it; null: not known.</param>
public sealed record Feature(string Name, string Unit, string Source, string Why, Func<ClaimFeatures, double?> Value);
