using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Claims per vehicle of a cluster up to each month in service, repeated ones counted each time, beside all other vehicles with the part (mean cumulative
/// function). An insight table; of clusters by rates, without dealers' patterns.
/// </summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="MonthsInService">Calendar months from the sale to the closing of the claim.</param>
/// <param name="Vehicles">Its vehicles that have reached that age under exposure; above 0.</param>
/// <param name="Claims">Their claims at that age.</param>
/// <param name="MeanClaims">Claims per vehicle up to that age.</param>
/// <param name="MeanLow">Lower 95 % limit (Nelson's variance, normal for the logarithm).</param>
/// <param name="MeanHigh">Upper limit.</param>
/// <param name="RestMeanClaims">The same mean of all other vehicles with the part; null: none has reached that age.</param>
public sealed record ClusterRepeat(
    string ClusterId, int MonthsInService, double Vehicles, long Claims, double MeanClaims, double MeanLow, double MeanHigh, double? RestMeanClaims)
{
    /// <summary>The means of each cluster.</summary>
    /// <param name="ages">Each cluster and the rest of its chart by months in service.</param>
    public static IReadOnlyList<ClusterRepeat> Of(IReadOnlyList<ClusterAge> ages)
    {
        ArgumentNullException.ThrowIfNull(ages);
        return [.. ages.GroupBy(age => age.ClusterId, StringComparer.Ordinal).SelectMany(cluster =>
        {
            var counts = cluster.ToDictionary(age => age.MonthsInService);
            var rest = MeanCumulativeFunction.Of(cluster.Select(age => (age.MonthsInService, age.RestVehicleMonths, age.RestClaims))).ToDictionary(step => step.Age, step => step.Mean);
            return MeanCumulativeFunction.Of(cluster.Select(age => (age.MonthsInService, age.VehicleMonths, age.Claims))).Select(step => new ClusterRepeat(
                cluster.Key, step.Age, counts[step.Age].VehicleMonths, counts[step.Age].Claims, step.Mean, step.Low, step.High, rest.TryGetValue(step.Age, out var mean) ? mean : null));
        })];
    }
}
