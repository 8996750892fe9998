namespace ClaimInsights.Analysis;

/// <summary>A listed cluster as the relation <c>listed_clusters</c> holds it, to find its claims.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="CausalPart">Its part.</param>
/// <param name="FailureMode">Its failure mode.</param>
/// <param name="BuiltFrom">First build day; null: open.</param>
/// <param name="BuiltTo">Last build day; null: open.</param>
/// <param name="Model">Model that its rule asks for; null: any.</param>
/// <param name="ModelYear">Model year; null: any.</param>
/// <param name="Plant">Plant; null: any.</param>
/// <param name="Powertrain">Powertrain; null: any.</param>
/// <param name="Basis"><c>rate</c> or <c>share</c>.</param>
/// <param name="Vehicles">Sold vehicles; 0: not told.</param>
internal sealed record ListedCluster(
    string ClusterId,
    string CausalPart,
    string FailureMode,
    DateOnly? BuiltFrom,
    DateOnly? BuiltTo,
    string? Model,
    string? ModelYear,
    string? Plant,
    string? Powertrain,
    string Basis,
    long Vehicles)
{
    /// <summary>What the rule of a cluster asks for, one row per attribute and value that satisfies it.</summary>
    public static IEnumerable<(string ClusterId, string Attribute, string Value)> Conditions(DefectCluster cluster) =>
        PopulationRule.Alternatives(cluster.Rule).SelectMany(one => one.Value.Select(value => (cluster.ClusterId, one.Key, value)));

    public static ListedCluster Of(DefectCluster cluster)
    {
        // Only shares in stores without vehicles are found by these columns; all others by their conditions.
        var rule = cluster.Basis == "share" ? PopulationRule.Parse(cluster.Rule) : new Dictionary<string, string>(StringComparer.Ordinal);
        return new ListedCluster(
            cluster.ClusterId, cluster.CausalPart, cluster.FailureMode, cluster.BuiltFrom, cluster.BuiltTo,
            rule.GetValueOrDefault("model"), rule.GetValueOrDefault("model_year"), rule.GetValueOrDefault("plant"), rule.GetValueOrDefault("powertrain"),
            cluster.Basis, cluster.Vehicles ?? 0);
    }
}
