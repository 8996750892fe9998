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
        new("months_in_service", "months", "ReviewableClaim.sql", "Defects and misuse have their ages.", row => row.Claim.DaysInService / 30.4375),
        new("days_to_limit", "days", "ReviewableClaim.sql", "Damage is brought in before the warranty ends.", row => row.Claim.DaysToLimit),
        new("km_to_limit", "km", "ReviewableClaim.sql", "The same by distance.", row => row.Claim.KmToLimit),
        new("is_commercial", "0/1", "ReviewableClaim.sql", "Commercial use wears otherwise.", row => Flag(row.Claim.IsCommercial)),
        new("km_per_day", "km/day", "ReviewableClaim.sql", "How hard the vehicle is used.", row => row.Claim.KmPerDay),
        new("km_per_day_to_own", "ln ratio", "ClaimUsage.sql", "A rolled-back odometer shows less use than the vehicle's own readings.", row => LogRatio(row.Claim.KmPerDay, row.Usage.KmPerDay)),
        new("km_per_day_to_model", "ln ratio", "ClaimPeers.cs", "Use out of the model's ordinary.", row => LogRatio(row.Claim.KmPerDay, row.Peers.ModelKmPerDay)),
        new("trend_gap", "share", "ClaimUsage.sql", "The reading against where the vehicle's own readings lead.", row => row.TrendGap),
        new("trend_gap_in_spreads", "spreads", "ClaimUsage.sql", "The same against how much the readings scatter anyway.", row => row.TrendGapInSpreads),
        new("trend_to_limit", "km", "ClaimUsage.sql", "A reason to roll back: the trend is past the warranty.", row => row.Claim.WarrantyKm - row.Usage.TrendKm),
        new("readings_above", "readings", "ClaimUsage.sql", "An odometer does not run backwards; one may be mistyped, two hardly.", row => row.Usage.ReadingsAbove),
        new("drop", "km", "ClaimUsage.sql", "How far below the second highest earlier reading.", row => row.Drop),
        new("earlier_readings", "readings", "ClaimUsage.sql", "How much the trend rests on.", row => row.Usage.EarlierReadings),
        new("days_since_reading", "days", "ClaimUsage.sql", "How old the trend is.", row => row.Usage.DaysSinceReading),
        new("days_since_service", "days", "ClaimMaintenance.sql", "Neglect: time since the last authorised service.", row => row.DaysWithoutService),
        new("longest_gap_days", "days", "ClaimMaintenance.sql", "Neglect: longest time without a service.", row => row.Maintenance?.LongestGapDays),
        new("longest_gap_km", "km", "ClaimMaintenance.sql", "Neglect: longest way without a service.", row => row.Maintenance?.LongestGapKm),
        new("services_missed", "services", "ClaimMaintenance.sql", "Neglect: due by distance, not made.", row => row.ServicesMissed),
        new("unauthorised_services", "services", "ClaimMaintenance.sql", "Wrong fluids and parts come from outside.", row => row.Maintenance?.UnauthorisedServices),
        new("authorised", "0/1", "ReviewableClaim.sql", "Repairs outside the network hide their cause.", row => Flag(row.Claim.Authorised)),
        new("earlier_claims", "claims", "ClaimHistory.sql", "A vehicle that keeps coming.", row => row.History.EarlierClaims),
        new("earlier_same_part", "claims", "ClaimHistory.sql", "Repeat repairs speak for a defect, or for the same misuse.", row => row.History.EarlierSamePart),
        new("earlier_within_180_days", "claims", "ClaimHistory.sql", "Follow-up damage.", row => row.History.EarlierWithin180Days),
        new("earlier_refused_as_owners", "claims", "ClaimHistory.sql", "The vehicle's owner has been refused before.", row => row.History.EarlierRefusedAsOwners),
        new("days_since_claim", "days", "ClaimHistory.sql", "Follow-up damage.", row => row.History.DaysSinceClaim),
        new("claims_on_order", "claims", "ClaimHistory.sql", "An impact breaks several parts at once.", row => row.History.ClaimsOnOrder),
        new("days_to_report", "days", "ReviewableClaim.sql", "Damage of one's own making is reported late.", row => row.Claim.DaysToReport),
        new("days_in_workshop", "days", "ReviewableClaim.sql", "Large damage takes long.", row => row.Claim.DaysInWorkshop),
        new("photos", "photos", "ReviewableClaim.sql", "Evidence withheld.", row => row.Claim.Photos),
        new("old_part_returned", "0/1", "ReviewableClaim.sql", "Evidence withheld.", row => Flag(row.Claim.OldPartReturned)),
        new("fault_codes_read", "0/1", "ReviewableClaim.sql", "Evidence withheld.", row => Flag(row.Claim.FaultCodesRead)),
        new("maintenance_record", "0/1", "ReviewableClaim.sql", "Evidence withheld, or no maintenance.", row => Flag(row.Claim.MaintenanceRecord)),
        new("claimed_amount", "ln currency", "ReviewableClaim.sql", "What is worth the trouble.", row => Log((double)row.Claim.ClaimedAmount)),
        new("amount_to_peers", "ln ratio", "ClaimPeers.cs", "More damage than a defect of this kind does.", row => row.AmountToPeers),
        new("hours_to_peers", "ln ratio", "ClaimPeers.cs", "The same in hours.", row => row.HoursToPeers),
        new("hours_in_spreads", "spreads", "ClaimPeers.cs", "The same against how much the hours of the operation scatter.", row => row.HoursInSpreads),
        new("hours_to_standard", "ln ratio", "ReviewableClaim.sql", "More work than allowed for.", row => LogRatio(row.Claim.LabourHours, row.Claim.StandardHours)),
        new("other_share", "share", "ReviewableClaim.sql", "Towing follows impact and flood.", row => row.Claim.ClaimedAmount == 0 ? null : (double?)(row.Claim.OtherAmount / row.Claim.ClaimedAmount)),
        new("replaced_parts", "parts", "ReviewableClaim.sql", "An impact breaks several parts at once.", row => row.Claim.ReplacedParts),
        new("rarest_companion", "ln share", "ClaimCompanions.cs", "Parts that seldom fail together: an impact.", row => Log(row.Companions?.RarestShare)),
        new("companions", "parts", "JudgedClaim.sql", "Several parts at once: an impact, a flood.", row => row.Refusals.Companions),
        new("companion_water", "ln ratio", "JudgedClaim.sql", "The further parts are refused for water: a flood takes what lies low.", row => row.Refusals.CompanionWater),
        new("companion_impact", "ln ratio", "JudgedClaim.sql", "The further parts are refused for impact: what lies beside the causal part.", row => row.Refusals.CompanionImpact),
        new("refused_profile", "ln ratio", "JudgedClaim.sql", "How often such part and failure is refused as the owner's.", row => row.Refusals.Profile),
        new("refused_water", "ln ratio", "JudgedClaim.sql", "The same for water.", row => row.Refusals.Water),
        new("refused_impact", "ln ratio", "JudgedClaim.sql", "The same for impact.", row => row.Refusals.Impact),
        new("refused_modification", "ln ratio", "JudgedClaim.sql", "The same for a modification.", row => row.Refusals.Modification),
        new("refused_fluid", "ln ratio", "JudgedClaim.sql", "The same for a fluid.", row => row.Refusals.Fluid),
        new("refused_neglect", "ln ratio", "JudgedClaim.sql", "The same for neglect.", row => row.Refusals.Neglect),
        new("water_season", "ln ratio", "JudgedClaim.sql", "Floods have their months.", row => row.Refusals.WaterSeason),
        new("refused_words", "ln ratio", "JudgedClaim.sql", "The texts read like those of claims refused as the owner's.", row => row.Refusals.Words),
        new("cluster_fit", "ln ratio", "ClusterFit.cs", "A known defect of such vehicles explains it.", row => row.ClusterFit),
        new("dealer_claims", "ln claims", "DealerPast.cs", "The dealer's size.", row => Math.Log(1 + row.Dealer.DealerClaims)),
        new("dealer_refused", "ln ratio", "DealerPast.cs", "The dealer's claims are refused as the owner's more than others'.", row => row.Dealer.RefusedLogRatio),
        new("dealer_found", "ln ratio", "DealerPast.cs", "Reviews found more at this dealer.", row => row.Dealer.FoundLogRatio),
        new("dealer_unreturned", "ln ratio", "DealerPast.cs", "The dealer keeps old parts back.", row => row.Dealer.UnreturnedLogRatio),
        new("dealer_part", "ln ratio", "DealerPast.cs", "The dealer claims this part more than others do.", row => row.Dealer.PartLogRatio),
        new("words_water", "mentions", "JudgedClaim.sql", "Water is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Water)),
        new("words_impact", "mentions", "JudgedClaim.sql", "Impact is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Impact)),
        new("words_modification", "mentions", "JudgedClaim.sql", "Modification is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Modification)),
        new("words_fluid", "mentions", "JudgedClaim.sql", "Wrong fluid is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Fluid)),
        new("words_neglect", "mentions", "JudgedClaim.sql", "Neglect is spoken of, and not denied.", row => row.Words.Mentions(DamageCause.Neglect)),
        new("words_trace_of_water", "mentions", "JudgedClaim.sql", "A trace that honest claims show less often.", row => row.Words.Mentions(DamageCause.WaterTrace)),
        new("words_trace_of_impact", "mentions", "JudgedClaim.sql", "The same of impact.", row => row.Words.Mentions(DamageCause.ImpactTrace)),
        new("words_trace_of_fluid", "mentions", "JudgedClaim.sql", "The same of a foreign fluid.", row => row.Words.Mentions(DamageCause.FluidTrace)),
        new("words_odometer", "mentions", "JudgedClaim.sql", "A reading is doubted.", row => row.Words.Mentions(DamageCause.OdometerTrace)),
        new("words_cleared", "0/1", "JudgedClaim.sql", "The technician looked for the owner's doing and found none.", row => row.Words.Cleared ? 1 : 0),
        new("words_said_not_found", "causes", "JudgedClaim.sql", "The customer names a cause that the technician does not.", row => row.SaidNotFound),
        new("order_words_water", "mentions", "JudgedClaim.sql", "Other claims of the same visit speak of water: one flood reaches several parts.", row => row.OrderWords.Mentions(DamageCause.Water | DamageCause.WaterTrace)),
        new("order_words_impact", "mentions", "JudgedClaim.sql", "The same of an impact.", row => row.OrderWords.Mentions(DamageCause.Impact | DamageCause.ImpactTrace)),
        new("order_refused_words", "ln ratio", "JudgedClaim.sql", "Texts of other claims of the visit read like those refused as the owner's.", row => row.Refusals.OrderWords),
        new("order_water", "ln ratio", "JudgedClaim.sql", "How often what failed on the same visit is refused for water.", row => row.Refusals.OrderWater),
        new("order_impact", "ln ratio", "JudgedClaim.sql", "The same for impact.", row => row.Refusals.OrderImpact),
        new("text_length", "characters", "JudgedClaim.sql", "Short texts hide.", row => row.Words.Length),
    ];

    private static double? Flag(bool? value) => value is null ? null : value.Value ? 1 : 0;

    private static double? Log(double? value) => value > 0 ? Math.Log(value.Value) : null;

    private static double? LogRatio(double? value, double? usual) => value > 0 && usual > 0 ? Math.Log(value.Value / usual.Value) : null;
}
