namespace ClaimInsights.Analysis;

/// <summary>How many current claims count in clusters and rates, or why not.</summary>
/// <param name="Standing"><c>counted</c>, <c>withdrawn</c>, <c>rejected</c>, <c>campaign</c>, <c>owner_or_external</c>, <c>no_vin</c>, <c>unknown_vehicle</c>, <c>before_sale</c>, <c>outside_warranty</c>: the first that holds.</param>
/// <param name="Claims">Claims of that standing; at least 1.</param>
/// <param name="ApprovedAmount">Their approved amounts.</param>
public sealed record ClaimStanding(string Standing, long Claims, decimal ApprovedAmount);
