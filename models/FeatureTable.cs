namespace ClaimInsights.Models;

/// <summary>Every number that the model looks at, in order: its input, and the table in docs/suspicion.md (a test compares them).</summary>
public static class FeatureTable
{
    /// <summary>Columns that a claim's own decision makes: they never become a feature, also not by another name.</summary>
    public static IReadOnlyList<string> Blocked { get; } =
    [
        "verdict", "approved_amount", "rejection_note", "rejection_reason", "appeal", "appraisal", "remedy",
        "paid_on", "followed_up_on", "satisfaction", "part_analysed_on", "finding", "selection", "probability",
    ];

    /// <summary>The features, in the order of the model's input.</summary>
    public static IReadOnlyList<Feature> All { get; } =
    [
        new("months_in_service", "months", "Defects and misuse have their ages.", row => row.Claim.DaysInService / 30.4375),
        new("days_to_limit", "days", "Damage is brought in before the warranty ends.", row => row.Claim.DaysToLimit),
        new("km_to_limit", "km", "The same by distance.", row => row.Claim.KmToLimit),
        new("is_commercial", "0/1", "Commercial use wears otherwise.", row => Flag(row.Claim.IsCommercial)),
        new("km_per_day", "km/day", "How hard the vehicle is used.", row => row.Claim.KmPerDay),
        new("km_per_day_to_own", "ln ratio", "A rolled-back odometer shows less use than the vehicle's own readings.", row => LogRatio(row.Claim.KmPerDay, row.Usage.KmPerDay)),
        new("km_per_day_to_model", "ln ratio", "Use out of the model's ordinary.", row => LogRatio(row.Claim.KmPerDay, row.Peers.ModelKmPerDay)),
        new("trend_gap", "share", "The reading against where the vehicle's own readings lead.", row => row.TrendGap),
        new("trend_gap_in_spreads", "spreads", "The same against how much the readings scatter anyway.", row => row.TrendGapInSpreads),
        new("trend_to_limit", "km", "A reason to roll back: the trend is past the warranty.", row => row.Claim.WarrantyKm - row.Usage.TrendKm),
        new("readings_above", "readings", "An odometer does not run backwards; one may be mistyped, two hardly.", row => row.Usage.ReadingsAbove),
        new("drop", "km", "How far below the second highest earlier reading.", row => row.Drop),
        new("earlier_readings", "readings", "How much the trend rests on.", row => row.Usage.EarlierReadings),
        new("days_since_reading", "days", "How old the trend is.", row => row.Usage.DaysSinceReading),
        new("days_since_service", "days", "Neglect: time since the last authorised service.", row => row.DaysWithoutService),
        new("longest_gap_days", "days", "Neglect: longest time without a service.", row => row.Maintenance?.LongestGapDays),
        new("longest_gap_km", "km", "Neglect: longest way without a service.", row => row.Maintenance?.LongestGapKm),
        new("services_missed", "services", "Neglect: due by distance, not made.", row => row.ServicesMissed),
        new("unauthorised_services", "services", "Wrong fluids and parts come from outside.", row => row.Maintenance?.UnauthorisedServices),
        new("authorised", "0/1", "Repairs outside the network hide their cause.", row => Flag(row.Claim.Authorised)),
        new("earlier_claims", "claims", "A vehicle that keeps coming.", row => row.History.EarlierClaims),
        new("earlier_same_part", "claims", "Repeat repairs speak for a defect, or for the same misuse.", row => row.History.EarlierSamePart),
        new("earlier_within_180_days", "claims", "Follow-up damage.", row => row.History.EarlierWithin180Days),
        new("earlier_refused_as_owners", "claims", "The vehicle's owner has been refused before.", row => row.History.EarlierRefusedAsOwners),
        new("days_since_claim", "days", "Follow-up damage.", row => row.History.DaysSinceClaim),
        new("claims_on_order", "claims", "An impact breaks several parts at once.", row => row.History.ClaimsOnOrder),
        new("days_to_report", "days", "Damage of one's own making is reported late.", row => row.Claim.DaysToReport),
        new("days_in_workshop", "days", "Large damage takes long.", row => row.Claim.DaysInWorkshop),
        new("photos", "photos", "Evidence withheld.", row => row.Claim.Photos),
        new("old_part_returned", "0/1", "Evidence withheld.", row => Flag(row.Claim.OldPartReturned)),
        new("fault_codes_read", "0/1", "Evidence withheld.", row => Flag(row.Claim.FaultCodesRead)),
        new("maintenance_record", "0/1", "Evidence withheld, or no maintenance.", row => Flag(row.Claim.MaintenanceRecord)),
        new("claimed_amount", "ln currency", "What is worth the trouble.", row => Log((double)row.Claim.ClaimedAmount)),
        new("amount_to_peers", "ln ratio", "More damage than a defect of this kind does.", row => row.AmountToPeers),
        new("hours_to_peers", "ln ratio", "The same in hours.", row => row.HoursToPeers),
        new("hours_to_standard", "ln ratio", "More work than allowed for.", row => LogRatio(row.Claim.LabourHours, row.Claim.StandardHours)),
        new("other_share", "share", "Towing follows impact and flood.", row => row.Claim.ClaimedAmount == 0 ? null : (double?)(row.Claim.OtherAmount / row.Claim.ClaimedAmount)),
        new("replaced_parts", "parts", "An impact breaks several parts at once.", row => row.Claim.ReplacedParts),
        new("rarest_companion", "ln share", "Parts that seldom fail together: an impact.", row => Log(row.Companions?.RarestShare)),
        new("owner_profile", "log-odds", "How often such part and failure is refused as the owner's.", row => row.Peers.OwnerProfile),
        new("dealer_claims", "ln claims", "The dealer's size.", row => Math.Log(1 + row.Dealer.DealerClaims)),
        new("dealer_refused", "ln ratio", "The dealer's claims are refused as the owner's more than others'.", row => row.Dealer.RefusedLogRatio),
        new("dealer_found", "ln ratio", "Reviews found more at this dealer.", row => row.Dealer.FoundLogRatio),
        new("dealer_unreturned", "ln ratio", "The dealer keeps old parts back.", row => row.Dealer.UnreturnedLogRatio),
        new("dealer_part", "ln ratio", "The dealer claims this part more than others do.", row => row.Dealer.PartLogRatio),
        new("words_water", "mentions", "Water is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Water)),
        new("words_impact", "mentions", "Impact is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Impact)),
        new("words_modification", "mentions", "Modification is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Modification)),
        new("words_fluid", "mentions", "Wrong fluid is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Fluid)),
        new("words_neglect", "mentions", "Neglect is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Neglect)),
        new("words_trace", "mentions", "A trace is spoken of that honest claims show less often.", row => row.Words.Mentions(DamageCause.Trace)),
        new("words_said_not_found", "causes", "The customer names a cause that the technician does not.", row => row.SaidNotFound),
        new("text_length", "characters", "Short texts hide.", row => row.Words.Length),
    ];

    private static double? Flag(bool? value) => value is null ? null : value.Value ? 1 : 0;

    private static double? Log(double? value) => value > 0 ? Math.Log(value.Value) : null;

    private static double? LogRatio(double? value, double? usual) => value > 0 && usual > 0 ? Math.Log(value.Value / usual.Value) : null;
}
