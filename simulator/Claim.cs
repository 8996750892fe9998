namespace ClaimInsights.Simulator;

/// <summary>A claim version as it is delivered, with what only the simulator knows. Money in hundredths, hours in hundredths.</summary>
internal sealed record Claim
{
    public required string ClaimId { get; init; }
    public int Version { get; set; } = 1;
    public string? PriorClaimId { get; set; }
    public string? CampaignCode { get; set; }
    public string RepairOrderNo { get; set; } = "";
    public string InvoiceNo { get; set; } = "";
    public required SimulatedVehicle Vehicle { get; init; }
    public required Failure Failure { get; init; }
    public required string DealerCode { get; set; }
    public bool Authorised { get; set; } = true;
    public string? Technician { get; set; }
    public string DecidedBy { get; set; } = "";
    public int FailedOn { get; set; }
    public int ReportedOn { get; set; }
    public int InspectedOn { get; set; }
    public int DecidedOn { get; set; }
    public int PaidOn { get; set; }
    public int ClosedOn { get; set; }
    public int FollowedUpOn { get; set; }
    public int RepairInOn { get; set; }
    public int RepairOutOn { get; set; }
    public int PartReturnedOn { get; set; } = Day.None;
    public int PartAnalysedOn { get; set; } = Day.None;
    public long OdometerKm { get; set; }
    public string? ComplaintCode { get; set; }
    public string FailureMode { get; set; } = "";
    public required Part Part { get; set; }
    public string? SupplierCode { get; set; }
    public string? PartBatch { get; set; }
    public string LabourOperation { get; set; } = "";
    public string? ReplacedParts { get; set; }
    public long LabourHours { get; set; }
    public long StandardHours { get; set; }
    public string Attribution { get; set; } = "manufacturing";
    public string Appraisal { get; set; } = "none";
    public string Verdict { get; set; } = "paid";
    public string? RejectionNote { get; set; }
    public string? RejectionReason { get; set; }
    public string Appeal { get; set; } = "none";
    public string Remedy { get; set; } = "none";
    public long Claimed => PartsAmount + LabourAmount + SubletAmount + OtherAmount;
    public long ApprovedAmount { get; set; }
    public long PartsAmount { get; set; }
    public long LabourAmount { get; set; }
    public long SubletAmount { get; set; }
    public long OtherAmount { get; set; }
    public int Photos { get; set; }
    public bool OldPartReturned { get; set; }
    public bool FaultCodesRead { get; set; }
    public bool MaintenanceRecord { get; set; }
    public int Satisfaction { get; set; }
    public string Complaint { get; set; } = "";
    public string Cause { get; set; } = "";
    public string Correction { get; set; } = "";

    /// <summary>The number from which every stream of chance of this claim is derived.</summary>
    public required ulong Number { get; init; }

    /// <summary>The dealer that repaired; its habits.</summary>
    public required Dealer Dealer { get; init; }

    /// <summary>The technician coded another failure mode than the true one, or none.</summary>
    public bool Miscoded { get; set; }

    /// <summary>Owner's damage passed off as a manufacturing defect.</summary>
    public bool IsDisguised => Failure.Origin == Origin.Disguised;

    /// <summary>True where a review may look at it.</summary>
    public bool IsReviewable => Attribution == "manufacturing" && CampaignCode is null && Verdict is "paid" or "partly_paid" or "goodwill";
}
