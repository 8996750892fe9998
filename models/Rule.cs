namespace ClaimInsights.Models;

/// <summary>One rule of the trade: what an experienced reviewer would point at, written once.</summary>
/// <param name="Code">lower_snake_case; the reason's code, worded in <see cref="ReasonText"/>.</param>
/// <param name="Cause">What it points to.</param>
/// <param name="Weight">Log-likelihood ratio at full strength, from judgement; see docs/suspicion.md.</param>
/// <param name="Features">Features it rests on: what the model makes of them is told as this reason.</param>
/// <param name="Strength">0: does not fire … 1: fires fully; graded rules speak in log-odds and may be negative.</param>
/// <param name="Numbers">Numbers of its sentence; null: the sentence would not be true of this claim.</param>
public sealed record Rule(
    string Code,
    RuleCause Cause,
    double Weight,
    IReadOnlyList<string> Features,
    Func<ClaimFeatures, double> Strength,
    Func<ClaimFeatures, IReadOnlyList<double>?> Numbers);
