namespace ClaimInsights.Analysis;

/// <summary>Claims of the vehicles that a cluster's rule names, by week of building, inside its window and outside. An insight table.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Week">First day of the build week; weeks are counted from the fleet's first build day.</param>
/// <param name="Vehicles">Vehicles of the rule built in it and sold, with the part.</param>
/// <param name="Claims">Their claims.</param>
/// <param name="Expected">Claims expected of them, the reference fitted without the cluster.</param>
/// <param name="IsInWindow">Whether a day of the week lies in the cluster's window.</param>
public sealed record ClusterWeek(string ClusterId, DateOnly Week, long Vehicles, long Claims, double Expected, bool IsInWindow);
