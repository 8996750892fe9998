using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>How the vehicle was driven until the claim's failure. Source: <c>ClaimUsage.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="EarlierReadings">Odometer readings before the failure day, from the second month in service on.</param>
/// <param name="ReadingsAbove">Of them above the claim's own: an odometer does not run backwards.</param>
/// <param name="KmPerDay">Median over the earlier readings; null: none.</param>
/// <param name="SecondHighestKm">The second highest earlier reading (the highest may be mistyped); null: fewer than two.</param>
/// <param name="LastKm">The latest earlier reading; null: none.</param>
/// <param name="DaysSinceReading">From the latest earlier reading to the failure; null: none.</param>
/// <param name="TrendKm">Where the earlier readings lead to by the failure, median; null: none.</param>
/// <param name="TrendSpreadKm">Median distance of the earlier readings from their own trend; null: none.</param>
public sealed record ClaimUsage(
    string ClaimId,
    int EarlierReadings,
    int ReadingsAbove,
    double? KmPerDay,
    int? SecondHighestKm,
    int? LastKm,
    int? DaysSinceReading,
    double? TrendKm,
    double? TrendSpreadKm)
{
    internal static Analysis<ClaimUsage> Analysis { get; } = new("ClaimUsage.sql");
}
