namespace ClaimInsights.Analysis.Dossiers;

/// <summary>One version of a claim as it was delivered; the parameters are the contract's columns.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsCurrent">The version that counts at the as-of date.</param>
/// <param name="PriorClaimId">The claim that it resubmits.</param>
/// <param name="CampaignCode">The campaign that paid.</param>
/// <param name="RepairOrderNo">The workshop's order.</param>
/// <param name="InvoiceNo">The bill.</param>
/// <param name="Vin">The vehicle.</param>
/// <param name="DealerCode">Who repaired and bills.</param>
/// <param name="Authorised">Whether the shop is authorised.</param>
/// <param name="FailedOn">Day of the failure.</param>
/// <param name="ReportedOn">Day of the report.</param>
/// <param name="InspectedOn">Day of the inspection.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="PaidOn">Day of the payment.</param>
/// <param name="ClosedOn">Day of the closing.</param>
/// <param name="FollowedUpOn">Day of the follow-up.</param>
/// <param name="RepairInOn">Day into the workshop.</param>
/// <param name="RepairOutOn">Day out of it.</param>
/// <param name="PartReturnedOn">Day on which the old part was returned.</param>
/// <param name="PartAnalysedOn">Day on which it was analysed.</param>
/// <param name="OdometerKm">Reading at the repair, kilometres.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="CausalPart">What failed.</param>
/// <param name="ReplacedParts">Further parts replaced.</param>
/// <param name="LabourOperation">The operation billed.</param>
/// <param name="LabourHours">Hours billed.</param>
/// <param name="StandardHours">Hours allowed.</param>
/// <param name="Attribution">The cause as coded.</param>
/// <param name="Appraisal">Finding of the technical appraisal.</param>
/// <param name="Verdict">The outcome.</param>
/// <param name="RejectionReason">Why it was not, or not wholly, paid.</param>
/// <param name="RejectionNote">The clerk's words.</param>
/// <param name="Appeal">What became of an appeal.</param>
/// <param name="Remedy">What was done.</param>
/// <param name="ClaimedAmount">Claimed, the store's currency.</param>
/// <param name="ApprovedAmount">Approved.</param>
/// <param name="PartsAmount">Claimed for parts.</param>
/// <param name="LabourAmount">Claimed for labour.</param>
/// <param name="SubletAmount">Claimed for work outside.</param>
/// <param name="OtherAmount">Claimed for towing, a loan car and the like.</param>
/// <param name="Photos">Number of photos.</param>
/// <param name="OldPartReturned">Whether the old part came back.</param>
/// <param name="FaultCodesRead">Whether fault codes were read.</param>
/// <param name="MaintenanceRecord">Whether there is a maintenance record.</param>
/// <param name="Complaint">The customer's words.</param>
/// <param name="Cause">The technician's finding.</param>
/// <param name="Correction">What the technician did.</param>
public sealed record DossierClaim(
    string ClaimId, int Version, bool IsCurrent, string? PriorClaimId, string? CampaignCode, string? RepairOrderNo, string? InvoiceNo, string? Vin, string DealerCode,
    bool? Authorised, DateOnly? FailedOn, DateOnly ReportedOn, DateOnly? InspectedOn, DateOnly? DecidedOn, DateOnly? PaidOn, DateOnly ClosedOn,
    DateOnly? FollowedUpOn, DateOnly? RepairInOn, DateOnly? RepairOutOn, DateOnly? PartReturnedOn, DateOnly? PartAnalysedOn, int? OdometerKm,
    string FailureMode, string CausalPart, string? ReplacedParts, string? LabourOperation, double? LabourHours, double? StandardHours, string Attribution,
    string? Appraisal, string Verdict, string? RejectionReason, string? RejectionNote, string? Appeal, string? Remedy, decimal ClaimedAmount,
    decimal ApprovedAmount, decimal? PartsAmount, decimal? LabourAmount, decimal? SubletAmount, decimal? OtherAmount, int? Photos,
    bool? OldPartReturned, bool? FaultCodesRead, bool? MaintenanceRecord, string? Complaint, string? Cause, string? Correction)
{
    /// <summary>The day that counts for terms: of the failure, else of the report.</summary>
    public DateOnly HappenedOn => FailedOn ?? ReportedOn;

    /// <summary>Paid wholly, partly or as goodwill.</summary>
    public bool IsPaid => Verdict is "paid" or "partly_paid" or "goodwill";
}
