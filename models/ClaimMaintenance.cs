using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>How the vehicle was maintained until the claim's failure. Source: <c>ClaimMaintenance.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Services">Services before the failure day.</param>
/// <param name="UnauthorisedServices">Of them in workshops that the maker has not authorised.</param>
/// <param name="DaysSinceService">From the last authorised service to the failure; null: none.</param>
/// <param name="LongestGapDays">Longest time without a service between sale and failure; null: the vehicle is not known.</param>
/// <param name="LongestGapKm">Longest distance between neighbouring readings of sale, services and failure; null: not known.</param>
public sealed record ClaimMaintenance(
    string ClaimId, int Services, int UnauthorisedServices, int? DaysSinceService, int? LongestGapDays, int? LongestGapKm)
{
    /// <summary>A vehicle is due for service at least once in so many kilometres: the trade's usual interval.</summary>
    public const int ServiceEveryKm = 10_000;

    internal static Analysis<ClaimMaintenance> Analysis { get; } = new("ClaimMaintenance.sql");
}
