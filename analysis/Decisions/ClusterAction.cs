namespace ClaimInsights.Analysis.Decisions;

/// <summary>
/// An engineer's decision beside the cluster that it speaks of, and whether the correction works. An insight table: one row per
/// decision and cluster; a decision that speaks of no cluster has a row of its own.
/// </summary>
/// <param name="ClusterId">The cluster that the decision speaks of; null: none is found any more.</param>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">Failure mode as decided on; empty: whatever its failure.</param>
/// <param name="Rule">Population as decided on; empty: all vehicles.</param>
/// <param name="BuiltFrom">First build day as decided on; null: open.</param>
/// <param name="BuiltTo">Last build day as decided on; null: open.</param>
/// <param name="Decision"><c>watch</c>, <c>open_8d</c>, <c>dismissed</c>, <c>campaign</c> or <c>corrected</c>.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="DecidedBy">Code of who decided.</param>
/// <param name="IsLatest">No later decision speaks of the same cluster, or of the same population where there is no cluster.</param>
/// <param name="Listing"><c>listed</c>; <c>kept_out</c> (dismissed and not grown since: not in <c>defect_clusters</c>); <c>returned</c> (dismissed, and grown since); <c>not_found</c>; <c>unreadable_rule</c> (no rule of the grammar, or an attribute that no vehicle has).</param>
/// <param name="ContainedOn">Day of containment; null: none.</param>
/// <param name="CorrectedOn">Day of correction; null: none.</param>
/// <param name="FixedFrom">First build day with the permanent correction; null: none.</param>
/// <param name="CampaignCode">Campaign; null: none.</param>
/// <param name="Note">Note; null: none.</param>
/// <param name="ClaimsAtDecision">Claims of a dismissed cluster closed by the end of the month of the decision; null: not dismissed, or no cluster.</param>
/// <param name="ClaimsSince">Its claims closed since; null: likewise.</param>
/// <param name="ExpectedSince">Claims expected since at the rate as dismissed, months in service allowed for; null: likewise.</param>
/// <param name="GrowthPValue">Chance of so many claims since at that rate (conditional binomial, one-sided); it counts as grown at .01, since it is looked at every month; null: likewise.</param>
/// <param name="BeforeVehicleMonths">Exposure of the vehicles decided on that were built before the correction; null: no correction named.</param>
/// <param name="BeforeClaims">Their claims; null: likewise.</param>
/// <param name="AfterVehicleMonths">Exposure of vehicles of the same rule (a batch left out) built with the correction; null: likewise.</param>
/// <param name="AfterClaims">Their claims; null: likewise.</param>
/// <param name="SoundRatio">What the ratio becomes if all is well: the rate of other vehicles with the part ÷ that before, at the same months in service; .05–.8; null: likewise.</param>
/// <param name="FixRatio">Claim rate after ÷ before at the same months in service (conditional maximum likelihood); null: no claim to compare, or likewise.</param>
/// <param name="FixRatioLow">Lower 95 % limit, exact conditional binomial over months in service; null: likewise.</param>
/// <param name="FixRatioHigh">Upper 95 % limit; null: none, or likewise.</param>
/// <param name="FixVerdict"><c>fix_confirmed</c> (upper limit below 1 and the ratio nearer to the sound one than to 1), <c>not_confirmed</c> (else, where the lower limit lies above the sound ratio or there was exposure enough to see the fall), <c>too_early</c>; null: no correction named.</param>
/// <param name="VehicleMonthsNeeded">More vehicle-months with the correction until a fall to the sound ratio is seen with a chance of .8; null: not too early, or the claims before are too few to ever tell.</param>
public sealed record ClusterAction(
    string? ClusterId,
    string CausalPart,
    string FailureMode,
    string Rule,
    DateOnly? BuiltFrom,
    DateOnly? BuiltTo,
    string Decision,
    DateOnly DecidedOn,
    string DecidedBy,
    bool IsLatest,
    string Listing,
    DateOnly? ContainedOn,
    DateOnly? CorrectedOn,
    DateOnly? FixedFrom,
    string? CampaignCode,
    string? Note,
    long? ClaimsAtDecision,
    long? ClaimsSince,
    double? ExpectedSince,
    double? GrowthPValue,
    double? BeforeVehicleMonths,
    long? BeforeClaims,
    double? AfterVehicleMonths,
    long? AfterClaims,
    double? SoundRatio,
    double? FixRatio,
    double? FixRatioLow,
    double? FixRatioHigh,
    string? FixVerdict,
    long? VehicleMonthsNeeded);
