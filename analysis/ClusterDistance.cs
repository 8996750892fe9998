namespace ClaimInsights.Analysis;

/// <summary>
/// Claims of a cluster by the distance that its vehicles had come, beside the rest of its chart. An insight table; of clusters by rates whose vehicles are
/// listed (<see cref="ClusterVehicle"/>), without vehicles out of service. Claims still on their way are missing on both sides.
/// </summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="FromKm">Where the class begins, kilometres; classes are 10,000 km wide, that from 150,000 km on is open.</param>
/// <param name="VehicleMonths">Months that the cluster's vehicles were driven in it under exposure, by each one's own use.</param>
/// <param name="Claims">Its claims there, by the claim's reading, else by the vehicle's own use.</param>
/// <param name="RestVehicleMonths">The same months of all other vehicles with the part.</param>
/// <param name="RestClaims">Their claims there.</param>
public sealed record ClusterDistance(string ClusterId, int FromKm, double VehicleMonths, long Claims, double RestVehicleMonths, long RestClaims)
{
    /// <summary>Claims that its vehicles would have had in these months by the others' rate; null: no other vehicle has come so far.</summary>
    public double? Expected() => RestVehicleMonths > 0 ? VehicleMonths * RestClaims / RestVehicleMonths : null;
}
