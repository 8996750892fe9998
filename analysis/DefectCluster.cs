namespace ClaimInsights.Analysis;

/// <summary>
/// More claims of one part and failure mode, in one population, than its exposure explains. An insight table: the
/// parameters are its columns. Intervals are not adjusted for having been selected.
/// </summary>
/// <param name="ClusterId">Keeps its name from month to month: made of part, mode, rule and first build day as they were when it was first listed.</param>
/// <param name="CausalPart">The part that causes the failure.</param>
/// <param name="FailureMode">How it fails; empty: whatever its failure.</param>
/// <param name="Rule">The population, <c>plant=B &amp; supplier_code=S2</c>; empty: all vehicles. <c>dealer_code=D1</c> is a dealer's pattern.</param>
/// <param name="BuiltFrom">First build day, itself included; null: open.</param>
/// <param name="BuiltTo">Last build day, itself included; null: open.</param>
/// <param name="Vehicles">Vehicles sold of this population; null in a store without vehicles.</param>
/// <param name="Claims">Claims observed; at least 1.</param>
/// <param name="Expected">Claims expected; above 0. By the others' rate at the same months in service (rate), by independence of population and problem (share).</param>
/// <param name="Ratio">Observed ÷ expected (rate), EBGM (share); 1 is normal.</param>
/// <param name="RatioLow">Lower 95 % limit: Garwood (rate); EB05 (share).</param>
/// <param name="RatioHigh">Upper 95 % limit: Garwood (rate); EB95 (share).</param>
/// <param name="PValue">Chance of so many claims in this population where nothing is wrong, not adjusted for its having been selected (rate); posterior probability that the ratio is at most 1 (share).</param>
/// <param name="QValue">False-discovery rate at which its chart is listed, over all charts; of a fading cluster it may lie above alpha.</param>
/// <param name="Basis"><c>rate</c> or <c>share</c>.</param>
/// <param name="FirstAlertOn">Month end of the first alarm: listed twice in a row, or once beyond doubt (half of alpha); null: not yet, or not computed (share).</param>
/// <param name="State"><c>new</c> up to the month of the first alarm; then by the last three months: <c>growing</c>, <c>steady</c>, <c>fading</c> (no more than expected, or listed no longer); null: not computed (share).</param>
/// <param name="Shape">How the excess lies over months in service; null: not computed.</param>
/// <param name="SafetyClass">Of the failure mode; null: unknown, never assumed.</param>
/// <param name="DealerShare">Share of its claims at the dealer with most of them; 0–1.</param>
/// <param name="DealerDominated">Without that dealer nothing stands out.</param>
/// <param name="Cost">Approved amounts of its claims.</param>
/// <param name="ForecastClaims">Claims of its sold vehicles still to be closed, to the end of their warranty; null: nothing ends it for some, or basis is share.</param>
/// <param name="ForecastLow">Lower limit of the 95 % prediction interval; null: no forecast.</param>
/// <param name="ForecastHigh">Upper limit; null: no forecast.</param>
/// <param name="ForecastCost">Forecast claims × the mean approved amount of its claims so far; null: no forecast.</param>
/// <param name="Terms">Distinctive words, joined by <c>;</c>; null: not computed.</param>
/// <param name="ExampleClaimIds">Up to five claims, the latest first, joined by <c>;</c>.</param>
/// <param name="LifeQValue">
/// False-discovery rate over the life of the monitor: among all charts that ever, at any month end so far, came as far as this one at its best, about
/// this share did so by chance; null: one dealer's pattern, or basis is share.
/// </param>
/// <param name="Stretch">Where in life it was found: <c>late_in_life</c> (from 12 months in service on), <c>high_mileage</c> (from 50,000 km on); over all ages its ratio may drown. Null: found over all ages, listed no longer, or basis is share.</param>
/// <param name="StretchClaims">Its claims there; null: no such stretch.</param>
/// <param name="StretchExpected">Claims expected there; null: no such stretch.</param>
/// <param name="AnytimeQValue">
/// The same rate as <c>life_q_value</c>, proven instead of measured: by evidence that stays valid whenever one stops to look and however month ends and charts depend on each
/// other (e-BH). It needs more claims; null: one dealer's pattern, or basis is share.
/// </param>
public sealed record DefectCluster(
    string ClusterId,
    string CausalPart,
    string FailureMode,
    string Rule,
    DateOnly? BuiltFrom,
    DateOnly? BuiltTo,
    long? Vehicles,
    long Claims,
    double Expected,
    double Ratio,
    double RatioLow,
    double RatioHigh,
    double PValue,
    double QValue,
    string Basis,
    DateOnly? FirstAlertOn,
    string? State,
    string? Shape,
    string? SafetyClass,
    double DealerShare,
    bool DealerDominated,
    decimal Cost,
    double? ForecastClaims,
    double? ForecastLow,
    double? ForecastHigh,
    decimal? ForecastCost,
    string? Terms,
    string ExampleClaimIds,
    double? LifeQValue = null,
    string? Stretch = null,
    long? StretchClaims = null,
    double? StretchExpected = null,
    double? AnytimeQValue = null)
{
    /// <summary>Whether it is a defect that stands out now: no dealer's pattern, nor one that stood out within the last months, stays in sight and is fading.</summary>
    /// <param name="alpha">False-discovery rate at which clusters are listed.</param>
    public bool StandsOut(double alpha) => !DealerDominated && QValue <= alpha;
}
