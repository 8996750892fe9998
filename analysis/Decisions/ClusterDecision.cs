namespace ClaimInsights.Analysis.Decisions;

/// <summary>An engineer's word on a cluster, as delivered.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">Its failure mode; empty: whatever its failure.</param>
/// <param name="Rule">The population, in the grammar of rules; empty: all vehicles.</param>
/// <param name="BuiltFrom">First build day, itself included; null: open.</param>
/// <param name="BuiltTo">Last build day, itself included; null: open.</param>
/// <param name="Decision"><c>watch</c>, <c>open_8d</c>, <c>dismissed</c>, <c>campaign</c> or <c>corrected</c>.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="DecidedBy">Code of who decided.</param>
/// <param name="ContainedOn">Day of containment; null: none.</param>
/// <param name="CorrectedOn">Day of correction; null: none.</param>
/// <param name="FixedFrom">First build day with the permanent correction; null: none.</param>
/// <param name="CampaignCode">Campaign; null: none.</param>
/// <param name="Note">Note; null: none.</param>
public sealed record ClusterDecision(
    string CausalPart,
    string FailureMode,
    string Rule,
    DateOnly? BuiltFrom,
    DateOnly? BuiltTo,
    string Decision,
    DateOnly DecidedOn,
    string DecidedBy,
    DateOnly? ContainedOn,
    DateOnly? CorrectedOn,
    DateOnly? FixedFrom,
    string? CampaignCode,
    string? Note)
{
    /// <summary>
    /// Whether it speaks of a cluster: the same part; the same failure mode, or none named; build windows that share a day; and of
    /// the two rules one names no attribute but the other's, with a value in common for each that both name. A dealer's pattern
    /// (<c>dealer_code=…</c>) is spoken of only by a rule that names the dealer.
    /// </summary>
    /// <exception cref="FormatException">Its rule is none of the grammar.</exception>
    public bool SpeaksOf(DefectCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var (own, other) = (PopulationRule.Alternatives(Rule), PopulationRule.Alternatives(cluster.Rule));
        return CausalPart == cluster.CausalPart
            && (FailureMode.Length == 0 || FailureMode == cluster.FailureMode)
            && !(BuiltTo < cluster.BuiltFrom) && !(cluster.BuiltTo < BuiltFrom)
            && own.ContainsKey(ClusterWriter.DealerAttribute) == other.ContainsKey(ClusterWriter.DealerAttribute)
            && (own.Keys.All(other.ContainsKey) || other.Keys.All(own.ContainsKey))
            && own.All(one => !other.TryGetValue(one.Key, out var values) || values.Intersect(one.Value, StringComparer.Ordinal).Any());
    }
}
