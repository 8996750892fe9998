namespace ClaimInsights.Analysis.Guarantees;

/// <summary>What the three-guarantees rules call a part.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="Class"><c>safety</c>, <c>assembly</c>, <c>main</c>, <c>wear</c>, <c>other</c>; null: not known.</param>
/// <param name="Systems">The systems it belongs to, separated by <c>;</c>; empty: all.</param>
public sealed record PartClass(string CausalPart, string? Class, string? Systems);
