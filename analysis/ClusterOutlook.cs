namespace ClaimInsights.Analysis;

/// <summary>Sold vehicles of a cluster that may still claim, by month of sale and last month; see <see cref="ClusterForecast"/>.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="CausalPart">Its part.</param>
/// <param name="Model">Model of the vehicles.</param>
/// <param name="Powertrain">Their powertrain; null: unknown.</param>
/// <param name="SaleMonth">Month of sale, 12 × year + month − 1.</param>
/// <param name="LastMonth">Last month in which a claim may be closed; null: nothing ends their warranty.</param>
/// <param name="Vehicles">At least 1.</param>
public sealed record ClusterOutlook(string ClusterId, string CausalPart, string Model, string? Powertrain, int SaleMonth, int? LastMonth, long Vehicles);
