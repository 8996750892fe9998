namespace ClaimInsights.Analysis;

/// <summary>Claims of a cluster by months in service, beside the rest of its chart. An insight table.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="MonthsInService">Calendar months from the sale to the closing of the claim; 0 in the month of sale.</param>
/// <param name="VehicleMonths">The cluster's vehicles at that age, each a month.</param>
/// <param name="Claims">Its claims at that age.</param>
/// <param name="RestVehicleMonths">Exposure of all other vehicles with the part, at that age.</param>
/// <param name="RestClaims">Their claims at that age.</param>
public sealed record ClusterAge(
    string ClusterId, int MonthsInService, double VehicleMonths, long Claims, double RestVehicleMonths, long RestClaims);
