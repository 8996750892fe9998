namespace ClaimInsights.Models;

/// <summary>
/// The rules of the trade and what refusals teach, the only place where they are written: sentence, cause and prior
/// log-likelihood ratio. They rank alone where there are too few verdicts, and are the prior of the trained model.
/// </summary>
public static partial class Rules
{
    /// <summary>Changes with every change of a rule or its meaning: a model trained under another version is refused.</summary>
    public const int Version = 4;

    /// <summary>Log-odds of a claim on which no rule fires, before verdicts set the level: about one in fifty.</summary>
    public const double Intercept = -4;

    /// <summary>Below this share of the trend a reading is a slip of the pen (a digit lost), hardly a roll-back.</summary>
    private const double SlipGap = -0.75;

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. Odometer(), .. Maintenance(), .. Evidence(), .. Damage(), .. Words(), .. Past(), .. Refusals()];

    /// <summary>Causes that are scored one by one and joined; what points to none of them counts for all.</summary>
    public static IReadOnlyList<RuleCause> DamageCauses { get; } =
        [RuleCause.Water, RuleCause.Impact, RuleCause.Modification, RuleCause.Fluid, RuleCause.Neglect, RuleCause.RolledBack];

    /// <summary>Log-odds by the rules of the trade alone, with their written weights.</summary>
    public static double Score(ClaimFeatures row) => OfTheTrade.LogOdds(row);

    private static readonly CauseStack OfTheTrade = CauseStack.Written([.. All.Where(rule => !rule.IsLearned)]);

    private static IEnumerable<Rule> Odometer() =>
    [
        new("odometer_below_trend", RuleCause.RolledBack, 3, 0.08, 0.25, ["trend_gap", "trend_gap_in_spreads", "km_per_day_to_own"],
            row => row.Usage.EarlierReadings >= 2 && row.TrendGapInSpreads < -3 && row.TrendGap >= SlipGap ? -row.TrendGap : null,
            row => row.TrendGap < 0 ? [row.Claim.OdometerKm!.Value, row.Usage.TrendKm!.Value] : null,
            "the odometer shows {0} km; the vehicle's own earlier readings lead to {1} km", "里程表显示 {0} km；按该车以往读数推算应为 {1} km"),
        new("odometer_ran_back", RuleCause.RolledBack, 2, 500, 5000, ["readings_above", "drop"],
            row => row.TrendGap < SlipGap ? null : row.Drop,
            row => row.Drop > 0 ? [row.Claim.OdometerKm!.Value, row.Usage.ReadingsAbove, row.Usage.SecondHighestKm!.Value] : null,
            "the odometer shows {0} km; {1} earlier readings were higher, the second highest {2} km", "里程表显示 {0} km；此前有 {1} 次读数更高，第二高为 {2} km"),
        new("trend_past_limit", RuleCause.RolledBack, 1.5, 0, 5000, ["trend_to_limit"],
            row => row.Usage.EarlierReadings < 2 ? null : row.Usage.TrendKm - row.Claim.WarrantyKm,
            row => row.Usage.TrendKm > row.Claim.WarrantyKm ? [row.Usage.TrendKm!.Value, row.Claim.WarrantyKm!.Value] : null,
            "the vehicle's own earlier readings lead to {0} km; the warranty ends at {1} km", "按该车以往读数推算里程为 {0} km；质保里程为 {1} km"),
        new("near_km_limit", RuleCause.RolledBack, 0.8, -3000, 0, ["km_to_limit"],
            row => row.Claim.KmToLimit >= 0 ? -row.Claim.KmToLimit : null,
            row => row.Claim.KmToLimit >= 0 ? [row.Claim.KmToLimit.Value, row.Claim.WarrantyKm!.Value] : null,
            "{0} km before the warranty ends at {1} km", "距质保里程上限 {1} km 仅剩 {0} km"),
        new("near_time_limit", RuleCause.Limit, 0.3, -45, 0, ["days_to_limit"],
            row => row.Claim.DaysToLimit >= 0 ? -row.Claim.DaysToLimit : null,
            row => row.Claim.DaysToLimit >= 0 ? [row.Claim.DaysToLimit.Value] : null,
            "failed {0} days before the warranty ends", "故障发生时距质保到期还有 {0} 天"),
        new("heavy_use", RuleCause.Use, 0.4, 2, 4, ["km_per_day_to_model", "km_per_day"],
            row => row.Claim.KmPerDay / row.Peers.ModelKmPerDay,
            row => row.Claim.KmPerDay > row.Peers.ModelKmPerDay ? [row.Claim.KmPerDay.Value, row.Peers.ModelKmPerDay!.Value] : null,
            "driven {0} km a day; half of the model's claims come at less than {1} km a day", "日均行驶 {0} km；同车型索赔的中位数为 {1} km"),
    ];

    private static IEnumerable<Rule> Maintenance() =>
    [
        new("long_without_service", RuleCause.Neglect, 0.7, 400, 730, ["longest_gap_days"],
            row => row.Maintenance?.LongestGapDays,
            row => row.Maintenance?.LongestGapDays > 0 ? [row.Maintenance.LongestGapDays.Value] : null,
            "{0} days without a service at the longest", "最长 {0} 天没有保养记录"),
        new("far_without_service", RuleCause.Neglect, 0.7, 15_000, 30_000, ["longest_gap_km"],
            row => row.Maintenance?.LongestGapKm,
            row => row.Maintenance?.LongestGapKm > 0 ? [row.Maintenance.LongestGapKm.Value] : null,
            "{0} km without a service at the farthest", "最长 {0} km 没有保养记录"),
        new("no_service_lately", RuleCause.Neglect, 0.5, 400, 730, ["days_since_service"],
            row => row.DaysWithoutService,
            row => row.DaysWithoutService > 0 ? [row.DaysWithoutService.Value] : null,
            "{0} days since the last authorised service", "距上次授权保养 {0} 天"),
        new("services_missed", RuleCause.Neglect, 0.5, 1, 4, ["services_missed"],
            row => row.ServicesMissed,
            row => row.ServicesMissed > 0 ? [row.Maintenance!.Services, row.Maintenance.Services + row.ServicesMissed.Value] : null,
            "{0} services on record where {1} were due by distance", "按里程应保养 {1} 次，记录只有 {0} 次"),
        new("serviced_outside", RuleCause.Fluid, 0.8, 0, 2, ["unauthorised_services"],
            row => row.Maintenance?.UnauthorisedServices,
            row => row.Maintenance?.UnauthorisedServices > 0 ? [row.Maintenance.UnauthorisedServices, row.Maintenance.Services] : null,
            "{0} of {1} services outside the authorised network", "{1} 次保养中有 {0} 次不在授权网点"),
        new("filled_outside", RuleCause.Fluid, 0.7, 15_000, 30_000, ["longest_gap_km"],
            row => row.Maintenance?.LongestGapKm,
            row => row.Maintenance?.LongestGapKm > 0 ? [row.Maintenance.LongestGapKm.Value] : null,
            "{0} km without a service on record: oil and coolant must have been filled elsewhere", "最长 {0} km 没有保养记录：油液应在别处加注"),
    ];
}
