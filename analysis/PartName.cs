namespace ClaimInsights.Analysis;

/// <summary>What a part is called.</summary>
/// <param name="CausalPart">Part number.</param>
/// <param name="Name">Its name.</param>
public sealed record PartName(string CausalPart, string Name);
