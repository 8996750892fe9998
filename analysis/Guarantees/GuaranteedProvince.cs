namespace ClaimInsights.Analysis.Guarantees;

/// <summary>Where vehicles are at home that rules on replacement and refund may be for.</summary>
/// <param name="Province">The province; null: not known of some.</param>
public sealed record GuaranteedProvince(string? Province);
