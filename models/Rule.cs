namespace ClaimInsights.Models;

/// <summary>One rule of the trade: what an experienced reviewer would point at, written once.</summary>
/// <param name="Code">lower_snake_case; the reason's code.</param>
/// <param name="Cause">What it points to.</param>
/// <param name="Weight">Prior log-likelihood ratio at full strength; below 0: it clears. See docs/suspicion.md.</param>
/// <param name="From">Measure at which it begins to fire; of a graded rule the lowest measure that counts.</param>
/// <param name="To">Measure from which on it fires fully; of a graded rule the highest that counts.</param>
/// <param name="Features">Features it rests on: what shapes and trees make of them is told as this reason.</param>
/// <param name="Measure">Reads what it looks at; null: not known, or does not apply, so that it does not fire.</param>
/// <param name="Numbers">Numbers of its sentence; null: the sentence would not be true of this claim.</param>
/// <param name="English">Its sentence, with <c>{0}</c>, <c>{1}</c> … for the numbers.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record Rule(
    string Code,
    RuleCause Cause,
    double Weight,
    double From,
    double To,
    IReadOnlyList<string> Features,
    Func<ClaimFeatures, double?> Measure,
    Func<ClaimFeatures, IReadOnlyList<double>?> Numbers,
    string English,
    string Chinese)
{
    /// <summary>It speaks in steps of its measure, which may be negative, instead of between 0 and 1.</summary>
    public bool IsGraded { get; init; }

    /// <summary>Not written by the trade but learned from refused claims; no part of the rules alone.</summary>
    public bool IsLearned { get; init; }

    /// <summary>0: does not fire … 1: fires fully, straight between <see cref="From"/> and <see cref="To"/>; graded: the measure, clipped to them.</summary>
    public double Strength(ClaimFeatures row) => Measure(row) switch
    {
        null => 0,
        { } measure when IsGraded => Math.Clamp(measure, From, To),
        { } measure => Math.Clamp((measure - From) / (To - From), 0, 1),
    };
}
