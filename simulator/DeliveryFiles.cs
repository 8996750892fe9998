namespace ClaimInsights.Simulator;

/// <summary>The files of the delivery, in the contract's columns.</summary>
internal sealed class DeliveryFiles : IDisposable
{
    private readonly CsvFile claims;
    private readonly CsvFile vehicles;
    private readonly CsvFile services;
    private readonly CsvFile verdicts;
    private readonly string folder;
    private readonly int asOf;

    public DeliveryFiles(string folder, int asOf)
    {
        this.folder = folder;
        this.asOf = asOf;
        claims = new CsvFile(folder, "claims.csv", ClaimColumns);
        vehicles = new CsvFile(folder, "vehicles.csv", "vin", "model", "model_year", "built_on", "in_service_on", "plant", "line", "powertrain", "use", "province", "climate", "warranty_months", "warranty_km", "invoiced_on", "out_of_service_on", "trim");
        services = new CsvFile(folder, "services.csv", "vin", "serviced_on", "odometer_km", "dealer_code", "authorised");
        verdicts = new CsvFile(folder, "verdicts.csv", "claim_id", "version", "sheet_id", "finding", "reviewer", "decided_at", "selection", "probability", "note");
    }

    /// <summary>The columns of claims.csv, in the contract's order.</summary>
    public static readonly string[] ClaimColumns =
    [
        "claim_id", "version", "prior_claim_id", "campaign_code", "repair_order_no", "invoice_no", "vin", "dealer_code", "authorised",
        "technician", "decided_by", "failed_on", "reported_on", "inspected_on", "decided_on", "paid_on", "closed_on", "followed_up_on",
        "repair_in_on", "repair_out_on", "part_returned_on", "part_analysed_on", "odometer_km", "complaint_code", "failure_mode",
        "causal_part", "supplier_code", "part_batch", "labour_operation", "replaced_parts", "labour_hours", "standard_hours",
        "attribution", "appraisal", "verdict", "rejection_note", "rejection_reason", "appeal", "remedy", "claimed_amount",
        "approved_amount", "parts_amount", "labour_amount", "sublet_amount", "other_amount", "photos", "old_part_returned",
        "fault_codes_read", "maintenance_record", "satisfaction", "complaint", "cause", "correction",
    ];

    public long ClaimRows => claims.Rows;

    public long VehicleRows => vehicles.Rows;

    public long ServiceRows => services.Rows;

    public long VerdictRows => verdicts.Rows;

    public void Add(Claim claim)
    {
        claims.Add(claim.ClaimId).Add(claim.Version).Add(claim.PriorClaimId).Add(claim.CampaignCode).Add(claim.RepairOrderNo).Add(claim.InvoiceNo)
            .Add(claim.Vehicle.Vin).Add(claim.DealerCode).Add(claim.Authorised).Add(claim.Technician).Add(claim.DecidedBy);
        foreach (var day in (ReadOnlySpan<int>)
            [claim.FailedOn, claim.ReportedOn, claim.InspectedOn, claim.DecidedOn, claim.PaidOn, claim.ClosedOn, claim.FollowedUpOn,
            claim.RepairInOn, claim.RepairOutOn, claim.PartReturnedOn, claim.PartAnalysedOn])
        {
            claims.AddDay(Day.Known(day, asOf));
        }

        claims.Add(claim.OdometerKm).Add(claim.ComplaintCode).Add(claim.FailureMode).Add(claim.Part.Code).Add(claim.SupplierCode).Add(claim.PartBatch)
            .Add(claim.LabourOperation).Add(claim.ReplacedParts).AddHundredths(claim.LabourHours).AddHundredths(claim.StandardHours)
            .Add(claim.Attribution).Add(claim.Appraisal).Add(claim.Verdict).Add(claim.RejectionNote).Add(claim.RejectionReason).Add(claim.Appeal)
            .Add(claim.Remedy).AddHundredths(claim.Claimed).AddHundredths(claim.ApprovedAmount).AddHundredths(claim.PartsAmount)
            .AddHundredths(claim.LabourAmount).AddHundredths(claim.SubletAmount).AddHundredths(claim.OtherAmount).Add(claim.Photos)
            .Add(claim.OldPartReturned).Add(claim.FaultCodesRead).Add(claim.MaintenanceRecord)
            .Add(claim.Satisfaction == 0 || claim.FollowedUpOn == Day.None || claim.FollowedUpOn > asOf ? null : claim.Satisfaction.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(claim.Complaint).Add(claim.Cause).Add(claim.Correction).EndRow();
    }

    public void Add(SimulatedVehicle vehicle)
    {
        var sold = vehicle.InServiceOn <= asOf;
        var province = Catalogue.Provinces[vehicle.Province];
        vehicles.Add(vehicle.Vin).Add(Catalogue.Models[vehicle.Model].Name).Add(vehicle.ModelYear).AddDay(vehicle.BuiltOn)
            .AddDay(sold ? vehicle.InServiceOn : Day.None).Add(Catalogue.Plants[vehicle.Plant]).Add(vehicle.Line).Add(vehicle.Powertrain)
            .Add(vehicle.Commercial ? "commercial" : "private").Add(province.Name).Add(province.Climate)
            .Add(vehicle.WarrantyMonths).Add(vehicle.WarrantyKm).AddDay(sold ? Math.Max(vehicle.BuiltOn, vehicle.InServiceOn - vehicle.InvoiceLead) : Day.None)
            .AddDay(Day.Known(vehicle.OutOfServiceOn, asOf)).Add(vehicle.Trim).EndRow();
    }

    public void Add(SimulatedVehicle vehicle, Service service) =>
        services.Add(vehicle.Vin).AddDay(service.ServicedOn).Add(service.OdometerKm).Add(service.DealerCode).Add(service.Authorised).EndRow();

    public void Add(ReviewVerdict verdict) =>
        verdicts.Add(verdict.ClaimId).Add(verdict.Version).Add(verdict.SheetId).Add(verdict.Finding).Add(verdict.Reviewer).Add(verdict.DecidedAt)
            .Add(verdict.Selection).AddReal(verdict.Probability).Add(verdict.Note).EndRow();

    /// <summary>Writes the tables that do not depend on single vehicles.</summary>
    public void AddReferenceTables(Chart[] charts, Lots lots, Dealer[] dealers)
    {
        using (var parts = new CsvFile(folder, "parts.csv", "causal_part", "name", "part_class", "systems", "models", "powertrains"))
        {
            foreach (var part in Part.All)
            {
                parts.Add(part.Code).Add(part.Name).Add(part.Class).Add(part.Group).Add((string?)null).Add(string.Join(';', part.Powertrains)).EndRow();
            }
        }

        using (var modes = new CsvFile(folder, "failure_modes.csv", "failure_mode", "causal_part", "name", "safety_class"))
        {
            foreach (var chart in charts)
            {
                modes.Add(chart.Mode.Code).Add(chart.Part.Code).Add($"{chart.Part.Name}: {chart.Mode.Name}").Add(chart.SafetyClass).EndRow();
            }

            modes.Add(Mode.Unknown).Add((string?)null).Add("unknown or other").Add((string?)null).EndRow();
        }

        using (var rows = new CsvFile(folder, "lots.csv", "causal_part", "supplier_code", "part_batch", "plant", "built_from", "built_to"))
        {
            foreach (var lot in lots.All)
            {
                rows.Add(lot.Part.Code).Add(lot.Supplier).Add(lot.Batch).Add(lot.Plant).AddDay(lot.From).AddDay(lot.To).EndRow();
            }
        }

        using var list = new CsvFile(folder, "dealers.csv", "dealer_code", "name", "province", "city");
        foreach (var dealer in dealers)
        {
            list.Add(dealer.Code).Add(dealer.Name).Add(Catalogue.Provinces[dealer.Province].Name).Add(dealer.City).EndRow();
        }
    }

    public void Dispose()
    {
        claims.Dispose();
        vehicles.Dispose();
        services.Dispose();
        verdicts.Dispose();
    }
}
