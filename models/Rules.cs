namespace ClaimInsights.Models;

/// <summary>
/// The rules of the trade, the only place where they are written. Their weights are judgement (the reasoning is in
/// docs/suspicion.md), never fitted to an outcome; related rules share one weight among them. They rank alone where there are
/// too few verdicts, and are the prior of the trained model.
/// </summary>
public static class Rules
{
    /// <summary>Changes with every change of a rule, its weight or its meaning: a model trained under another version is refused.</summary>
    public const int Version = 1;

    /// <summary>Log-odds of a claim on which no rule fires, before verdicts set the level: about one in fifty.</summary>
    public const double Intercept = -4;

    /// <summary>Below this share of the trend a reading is a slip of the pen (a digit lost), hardly a roll-back.</summary>
    private const double SlipGap = -0.75;

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Odometer(), .. Maintenance(), .. Evidence(), .. Damage(), .. Words(), .. Past()];

    /// <summary>Log-odds by the rules alone, with their written weights.</summary>
    public static double Score(ClaimFeatures row) => Intercept + All.Sum(rule => rule.Weight * rule.Strength(row));

    private static IEnumerable<Rule> Odometer() =>
    [
        new("odometer_below_trend", RuleCause.RolledBack, 1.6, ["trend_gap", "trend_gap_in_spreads", "km_per_day_to_own"],
            row => row.Usage.EarlierReadings < 2 || !(row.TrendGapInSpreads < -3) ? 0
                : row.TrendGap < SlipGap ? 0.2 : Ramp(-row.TrendGap, 0.08, 0.25),
            row => row.TrendGap < 0 ? [row.Claim.OdometerKm!.Value, row.Usage.TrendKm!.Value] : null),
        new("odometer_ran_back", RuleCause.RolledBack, 0.8, ["readings_above", "drop"],
            row => row.TrendGap < SlipGap ? 0 : Ramp(row.Drop, 500, 5000),
            row => row.Drop > 0 ? [row.Claim.OdometerKm!.Value, row.Usage.ReadingsAbove, row.Usage.SecondHighestKm!.Value] : null),
        new("trend_past_limit", RuleCause.RolledBack, 0.8, ["trend_to_limit"],
            row => row.Usage.EarlierReadings < 2 ? 0 : Ramp(row.Usage.TrendKm - row.Claim.WarrantyKm, 0, 5000),
            row => row.Usage.TrendKm > row.Claim.WarrantyKm ? [row.Usage.TrendKm!.Value, row.Claim.WarrantyKm!.Value] : null),
        new("near_km_limit", RuleCause.Limit, 0.4, ["km_to_limit"],
            row => row.Claim.KmToLimit >= 0 ? 1 - Ramp(row.Claim.KmToLimit, 0, 3000) : 0,
            row => row.Claim.KmToLimit >= 0 ? [row.Claim.KmToLimit.Value, row.Claim.WarrantyKm!.Value] : null),
        new("near_time_limit", RuleCause.Limit, 0.3, ["days_to_limit"],
            row => row.Claim.DaysToLimit >= 0 ? 1 - Ramp(row.Claim.DaysToLimit, 0, 45) : 0,
            row => row.Claim.DaysToLimit >= 0 ? [row.Claim.DaysToLimit.Value] : null),
        new("heavy_use", RuleCause.Use, 0.4, ["km_per_day_to_model", "km_per_day"],
            row => Ramp(row.Claim.KmPerDay / row.Peers.ModelKmPerDay, 2, 4),
            row => row.Claim.KmPerDay > row.Peers.ModelKmPerDay ? [row.Claim.KmPerDay.Value, row.Peers.ModelKmPerDay!.Value] : null),
    ];

    private static IEnumerable<Rule> Maintenance() =>
    [
        new("long_without_service", RuleCause.Neglect, 0.5, ["longest_gap_days"],
            row => Ramp(row.Maintenance?.LongestGapDays, 400, 730),
            row => row.Maintenance?.LongestGapDays > 0 ? [row.Maintenance.LongestGapDays.Value] : null),
        new("far_without_service", RuleCause.Neglect, 0.5, ["longest_gap_km"],
            row => Ramp(row.Maintenance?.LongestGapKm, 15_000, 30_000),
            row => row.Maintenance?.LongestGapKm > 0 ? [row.Maintenance.LongestGapKm.Value] : null),
        new("no_service_lately", RuleCause.Neglect, 0.3, ["days_since_service"],
            row => Ramp(row.DaysWithoutService, 400, 730),
            row => row.DaysWithoutService > 0 ? [row.DaysWithoutService.Value] : null),
        new("services_missed", RuleCause.Neglect, 0.4, ["services_missed"],
            row => Ramp(row.ServicesMissed, 1, 4),
            row => row.ServicesMissed > 0 ? [row.Maintenance!.Services, row.Maintenance.Services + row.ServicesMissed.Value] : null),
        new("serviced_outside", RuleCause.Neglect, 0.3, ["unauthorised_services"],
            row => Ramp(row.Maintenance?.UnauthorisedServices, 0, 2),
            row => row.Maintenance?.UnauthorisedServices > 0 ? [row.Maintenance.UnauthorisedServices, row.Maintenance.Services] : null),
    ];

    private static IEnumerable<Rule> Evidence() =>
    [
        Missing("maintenance_record_missing", 0.4, "maintenance_record", row => row.Claim.MaintenanceRecord == false),
        Missing("old_part_missing", 0.5, "old_part_returned", row => row.Claim.OldPartReturned == false),
        Missing("fault_codes_missing", 0.2, "fault_codes_read", row => row.Claim.FaultCodesRead == false),
        Missing("outside_repair", 0.3, "authorised", row => row.Claim.Authorised == false),
        new("few_photos", RuleCause.Evidence, 0.3, ["photos"],
            row => 1 - Ramp(row.Claim.Photos ?? 2, 0, 2),
            row => row.Claim.Photos is { } photos ? [photos] : null),
        new("late_report", RuleCause.Evidence, 0.4, ["days_to_report"],
            row => Ramp(row.Claim.DaysToReport, 14, 60),
            row => row.Claim.DaysToReport > 0 ? [row.Claim.DaysToReport.Value] : null),
    ];

    private static IEnumerable<Rule> Damage() =>
    [
        new("rare_companions", RuleCause.Impact, 1, ["rarest_companion"],
            row => row.Companions is { PartClaims: >= 100 } together ? Ramp(-Math.Log(together.RarestShare), Math.Log(50), Math.Log(300)) : 0,
            row => row.Companions is { PartClaims: > 0 } together ? [together.Together, together.PartClaims] : null),
        new("many_parts", RuleCause.Impact, 0.4, ["replaced_parts"],
            row => Ramp(row.Claim.ReplacedParts, 1, 4),
            row => row.Claim.ReplacedParts > 0 ? [row.Claim.ReplacedParts] : null),
        new("several_claims", RuleCause.Impact, 0.3, ["claims_on_order"],
            row => Ramp(row.History.ClaimsOnOrder, 1, 3),
            row => row.History.ClaimsOnOrder > 1 ? [row.History.ClaimsOnOrder] : null),
        new("amount_above_peers", RuleCause.Bill, 0.4, ["amount_to_peers", "claimed_amount"],
            row => Ramp(row.AmountToPeers, Math.Log(1.5), Math.Log(3)),
            row => row.AmountToPeers > 0 ? [(double)row.Claim.ClaimedAmount, row.UsualAmount!.Value] : null),
        new("hours_above_peers", RuleCause.Bill, 0.3, ["hours_to_peers"],
            row => Ramp(row.HoursToPeers, Math.Log(1.5), Math.Log(3)),
            row => row.HoursToPeers > 0 ? [row.Claim.LabourHours!.Value, row.UsualHours!.Value] : null),
        new("hours_above_standard", RuleCause.Bill, 0.2, ["hours_to_standard"],
            row => Ramp(row.Claim.LabourHours / row.Claim.StandardHours, 1.3, 2.5),
            row => row.Claim.LabourHours > row.Claim.StandardHours ? [row.Claim.LabourHours.Value, row.Claim.StandardHours!.Value] : null),
        new("owner_profile", RuleCause.Profile, 0.8, ["owner_profile"],
            row => Math.Clamp(row.Peers.OwnerProfile, -2, 2.5),
            row => row.Peers.OwnerProfile > 0 ? [row.Peers.ChartRefused, row.Peers.ChartPaid] : null),
    ];

    private static IEnumerable<Rule> Words() =>
    [
        Spoken("words_water", RuleCause.Water, 0.7, DamageCause.Water),
        Spoken("words_impact", RuleCause.Impact, 0.7, DamageCause.Impact),
        Spoken("words_modification", RuleCause.Modification, 0.9, DamageCause.Modification),
        Spoken("words_fluid", RuleCause.Fluid, 0.8, DamageCause.Fluid),
        Spoken("words_neglect", RuleCause.Neglect, 0.6, DamageCause.Neglect),
        Spoken("words_trace", RuleCause.Evidence, 0.4, DamageCause.Trace),
        new("said_not_found", RuleCause.Evidence, 0.4, ["words_said_not_found"],
            row => Ramp(row.SaidNotFound, 0, 1),
            row => row.SaidNotFound > 0 ? [row.SaidNotFound] : null),
    ];

    private static IEnumerable<Rule> Past() =>
    [
        new("refused_before", RuleCause.History, 0.8, ["earlier_refused_as_owners"],
            row => Ramp(row.History.EarlierRefusedAsOwners, 0, 1),
            row => row.History.EarlierRefusedAsOwners > 0 ? [row.History.EarlierRefusedAsOwners] : null),
        new("claimed_lately", RuleCause.History, 0.2, ["earlier_within_180_days", "earlier_claims", "earlier_same_part"],
            row => Ramp(row.History.EarlierWithin180Days, 1, 4),
            row => row.History.EarlierWithin180Days > 0 ? [row.History.EarlierWithin180Days] : null),
        new("dealer_refused", RuleCause.Dealer, 0.5, ["dealer_refused"],
            row => Math.Clamp(row.Dealer.RefusedLogRatio, -1, 1.5),
            row => row.Dealer is { RefusedLogRatio: > 0, DealerClaims: > 0 } dealer ? [Percent(dealer.DealerRefused, dealer.DealerClaims), Percent(dealer.AllRefused, dealer.AllClaims)] : null),
        new("dealer_found", RuleCause.Dealer, 0.7, ["dealer_found"],
            row => Math.Clamp(row.Dealer.FoundLogRatio, -1, 1.5),
            row => row.Dealer is { FoundLogRatio: > 0, DealerReviewed: > 0 } dealer ? [dealer.DealerFound, dealer.DealerReviewed] : null),
        new("dealer_unreturned", RuleCause.Dealer, 0.3, ["dealer_unreturned"],
            row => Math.Clamp(row.Dealer.UnreturnedLogRatio, -1, 1.5),
            row => row.Dealer is { UnreturnedLogRatio: > 0, DealerClaims: > 0 } dealer ? [Percent(dealer.DealerUnreturned, dealer.DealerClaims), Percent(dealer.AllUnreturned, dealer.AllClaims)] : null),
        new("dealer_part", RuleCause.Dealer, 0.3, ["dealer_part"],
            row => Math.Clamp(row.Dealer.PartLogRatio, 0, 1.5),
            row => row.Dealer is { PartLogRatio: > 0, DealerClaims: > 0 } dealer ? [Percent(dealer.DealerPartClaims, dealer.DealerClaims), Percent(dealer.PartClaims, dealer.AllClaims)] : null),
    ];

    private static Rule Missing(string code, double weight, string feature, Func<ClaimFeatures, bool> isMissing) =>
        new(code, RuleCause.Evidence, weight, [feature], row => isMissing(row) ? 1 : 0, row => isMissing(row) ? [] : null);

    private static Rule Spoken(string code, RuleCause cause, double weight, DamageCause damage) =>
        new(code, cause, weight, [code], row => row.Words.Mentions(damage) switch { 0 => 0, 1 => 0.7, _ => 1 },
            row => row.Words.Mentions(damage) > 0 ? [] : null);

    private static double Percent(int part, int whole) => 100.0 * part / whole;

    /// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, straight between; 0 for what is not known.</summary>
    private static double Ramp(double? value, double from, double to) => value is { } known ? Math.Clamp((known - from) / (to - from), 0, 1) : 0;
}
