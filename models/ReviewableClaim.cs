using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>A current paid claim coded <i>manufacturing</i>, and what it says itself. Source: <c>ReviewableClaim.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its current version; at least 1.</param>
/// <param name="Vin">The vehicle; null: not given.</param>
/// <param name="DealerCode">Who repaired and bills.</param>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="HappenedOn">Failure, else report.</param>
/// <param name="DecidedOn">Decision, else closing: features look no further.</param>
/// <param name="ClosedOn">Closing.</param>
/// <param name="ApprovedAmount">What is at stake, the store's currency; never a feature.</param>
/// <param name="Finding">Latest finding of a review of this version; null: not reviewed. The label, never a feature.</param>
/// <param name="Selection">How it was selected for that review; null: not reviewed.</param>
/// <param name="Probability">With which chance, 0–1; null: not reviewed.</param>
/// <param name="Reviewer">Who gave the finding; null: not reviewed.</param>
/// <param name="ReviewedOn">When; null: not reviewed.</param>
/// <param name="Province">Of the dealer; null: not known. Never a feature.</param>
/// <param name="ClaimedAmount">Claimed, the store's currency.</param>
/// <param name="OtherAmount">Of it towing, loan car and the like; null: not given.</param>
/// <param name="LabourHours">Billed; null: not given.</param>
/// <param name="StandardHours">Allowed for the operation; null: not given.</param>
/// <param name="ReplacedParts">Further parts replaced; at least 0.</param>
/// <param name="Photos">Photos given; null: not known.</param>
/// <param name="OldPartReturned">The old part came back; null: not known.</param>
/// <param name="FaultCodesRead">Fault codes were read; null: not known.</param>
/// <param name="MaintenanceRecord">A maintenance record was given; null: not known.</param>
/// <param name="Authorised">The workshop is authorised by the maker; null: not known.</param>
/// <param name="DaysToReport">From failure to report; null: the failure day is not given.</param>
/// <param name="DaysInWorkshop">From workshop in to out; null: not given.</param>
/// <param name="OdometerKm">Reading at repair; null: not given.</param>
/// <param name="DaysInService">From sale to failure; null: the vehicle is not known.</param>
/// <param name="DaysToLimit">From failure to the end of the warranty in time; negative: after it; null: not known.</param>
/// <param name="WarrantyKm">Warranty in distance; null: not known.</param>
/// <param name="IsCommercial">The vehicle is used commercially; null: not known.</param>
public sealed record ReviewableClaim(
    string ClaimId,
    int Version,
    string? Vin,
    string DealerCode,
    string CausalPart,
    string FailureMode,
    DateOnly HappenedOn,
    DateOnly DecidedOn,
    DateOnly ClosedOn,
    decimal ApprovedAmount,
    string? Finding,
    string? Selection,
    double? Probability,
    string? Reviewer,
    DateOnly? ReviewedOn,
    string? Province,
    decimal ClaimedAmount,
    decimal? OtherAmount,
    double? LabourHours,
    double? StandardHours,
    int ReplacedParts,
    int? Photos,
    bool? OldPartReturned,
    bool? FaultCodesRead,
    bool? MaintenanceRecord,
    bool? Authorised,
    int? DaysToReport,
    int? DaysInWorkshop,
    int? OdometerKm,
    int? DaysInService,
    int? DaysToLimit,
    int? WarrantyKm,
    bool? IsCommercial)
{
    internal static Analysis<ReviewableClaim> Analysis { get; } = new("ReviewableClaim.sql");

    /// <summary>owner_caused: true; justified, overbilled, miscoded: false; unclear or not reviewed: null.</summary>
    public bool? IsOwnerCaused => Finding switch
    {
        null or "unclear" => null,
        "owner_caused" => true,
        _ => false,
    };

    /// <summary>From the reading to the end of the warranty in distance; negative: past it; null: not known.</summary>
    public int? KmToLimit => WarrantyKm - OdometerKm;

    /// <summary>Kilometres a day since the sale; null: unknown, or less than 30 days in service.</summary>
    public double? KmPerDay => DaysInService >= 30 ? OdometerKm / (double)DaysInService : null;
}
