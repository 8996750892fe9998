namespace ClaimInsights.Analysis.Fairness;

/// <summary>A claim rejected because the warranty was over.</summary>
/// <param name="Reason"><c>out_of_time</c> or <c>out_of_mileage</c>.</param>
/// <param name="HappenedOn">Day of the failure, else of the report.</param>
/// <param name="OdometerKm">Reading at repair, kilometres; null: not known.</param>
/// <param name="InServiceOn">Day of the sale; null: not known.</param>
/// <param name="WarrantyMonths">The vehicle's own term; null: the rule's.</param>
/// <param name="WarrantyKm">The vehicle's own term; null: the rule's.</param>
/// <param name="UsageClass">private or commercial; null: not known.</param>
public sealed record PastLimit(string Reason, DateOnly HappenedOn, int? OdometerKm, DateOnly? InServiceOn, int? WarrantyMonths, int? WarrantyKm, string? UsageClass);
