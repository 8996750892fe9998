namespace ClaimInsights.Analysis;

/// <summary>What a part is called.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="Name">Its name, as delivered.</param>
public sealed record PartName(string CausalPart, string Name);
