using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Analysis.Decisions;

/// <summary>Joins decisions to clusters, keeps dismissed clusters out of the list until they have grown, and looks whether corrections work.</summary>
public static class ClusterActions
{
    /// <summary>The findings without what is dismissed, and a row for each decision and cluster. What the scan read is let go: in a large store it is a gigabyte, and nothing else asks for it.</summary>
    /// <param name="warehouse">Whose decisions are looked at.</param>
    /// <param name="findings">What was found in it.</param>
    public static (DefectFindings Findings, IReadOnlyList<ClusterAction> Actions) In(Warehouse warehouse, DefectFindings findings)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(findings);
        var decisions = Analyses.ClusterDecisions.Run(warehouse);
        if (decisions.Count == 0)
        {
            return (findings, []);
        }

        var data = findings.Data;
        var actions = new List<ClusterAction>();
        var growth = new Dictionary<string, DismissedGrowth>(StringComparer.Ordinal);
        var spoken = decisions.Select(decision => (Decision: decision, Clusters: ClustersOf(decision, findings.Clusters, data))).ToList();
        var months = new Lazy<IReadOnlyList<SupplierMonth>>(() => Analyses.SupplierMonths.Run(warehouse));
        foreach (var cluster in findings.Clusters)
        {
            var latest = spoken.LastOrDefault(one => one.Clusters?.Contains(cluster) == true).Decision;
            if (data is not null && latest?.Decision == "dismissed" && !cluster.DealerDominated
                && (cluster.Basis == "rate" ? GrowthOf(data, latest, cluster) : GrowthOfShare(months.Value, latest, cluster)) is { } grown)
            {
                growth[cluster.ClusterId] = grown;
            }
        }

        for (var i = 0; i < spoken.Count; i++)
        {
            var (decision, clusters) = spoken[i];
            var fix = clusters is null || data is null ? null : FixOf(data, decision);
            var rest = spoken.Skip(i + 1).ToList();
            if (clusters is not { Count: > 0 })
            {
                var isLatest = !rest.Exists(one => IsSamePopulation(one.Decision, decision));
                actions.Add(Row(decision, null, isLatest, clusters is null ? "unreadable_rule" : "not_found", null, fix));
                continue;
            }

            foreach (var cluster in clusters)
            {
                var isLatest = !rest.Exists(one => one.Clusters?.Contains(cluster) == true);
                var grown = isLatest ? growth.GetValueOrDefault(cluster.ClusterId) : null;
                actions.Add(Row(decision, cluster.ClusterId, isLatest, ListingOf(growth.GetValueOrDefault(cluster.ClusterId)), grown, fix));
            }
        }

        var keptOut = growth.Where(one => !one.Value.HasGrown).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var listed = Without(findings, keptOut);
        if (keptOut.Count > 0)
        {
            // What is asked of listed clusters from here on is not asked of these.
            warehouse.List(listed.Clusters);
        }

        return (listed, actions);
    }

    private static string ListingOf(DismissedGrowth? growth) => growth switch { null => "listed", { HasGrown: true } => "returned", _ => "kept_out" };

    private static DefectFindings Without(DefectFindings findings, HashSet<string> keptOut)
    {
        if (keptOut.Count == 0)
        {
            return findings;
        }

        var clusters = findings.Clusters.Where(cluster => !keptOut.Contains(cluster.ClusterId)).ToList();
        var charts = clusters.Select(cluster => (cluster.CausalPart, cluster.FailureMode)).ToHashSet();
        return findings with
        {
            Clusters = clusters,
            Ages = [.. findings.Ages.Where(age => !keptOut.Contains(age.ClusterId))],
            BuildMonths = [.. findings.BuildMonths.Where(month => charts.Contains((month.CausalPart, month.FailureMode)))],
        };
    }

    /// <summary>Clusters that a decision speaks of; null: its rule cannot be read.</summary>
    private static List<DefectCluster>? ClustersOf(ClusterDecision decision, IReadOnlyList<DefectCluster> clusters, ScanData? data)
    {
        try
        {
            _ = PopulationRule.Alternatives(decision.Rule);
            _ = data is null || PartOf(data, decision.CausalPart, decision.FailureMode) is not { } part || decision.Rule.Contains(ClusterWriter.DealerAttribute, StringComparison.Ordinal)
                ? null : part.PopulationOf(decision.Rule, decision.BuiltFrom, decision.BuiltTo);
            return [.. clusters.Where(decision.SpeaksOf)];
        }
        catch (Exception problem) when (problem is FormatException or AnalysisException)
        {
            return null;
        }
    }

    /// <summary>Only where most of the cluster's claims are of the vehicles decided on: what has spread beyond them is another matter.</summary>
    private static DismissedGrowth? GrowthOf(ScanData data, ClusterDecision decision, DefectCluster cluster)
    {
        if (PartOf(data, cluster.CausalPart, cluster.FailureMode) is not { } part)
        {
            return null;
        }

        var (own, decided) = (part.PopulationOf(cluster.Rule, cluster.BuiltFrom, cluster.BuiltTo), part.PopulationOf(decision.Rule, decision.BuiltFrom, decision.BuiltTo));
        var claims = part.Known.Where(own.Holds).ToList();
        return 2 * claims.Count(decided.Holds) >= claims.Count ? DismissedGrowth.Of(part, cluster, decision.DecidedOn) : null;
    }

    /// <summary>Only where the decision is on all of the supplier or batch: who got which part is not known, so a build window says nothing.</summary>
    private static DismissedGrowth? GrowthOfShare(IReadOnlyList<SupplierMonth> months, ClusterDecision decision, DefectCluster cluster)
    {
        var own = PopulationRule.Alternatives(cluster.Rule);
        return decision is { BuiltFrom: null, BuiltTo: null } && PopulationRule.Alternatives(decision.Rule).All(one => own.TryGetValue(one.Key, out var values) && values.All(one.Value.Contains))
            ? DismissedGrowth.OfShare(months, cluster, decision.DecidedOn) : null;
    }

    private static FixComparison? FixOf(ScanData data, ClusterDecision decision) =>
        decision.FixedFrom is { } day && !decision.Rule.Contains(ClusterWriter.DealerAttribute, StringComparison.Ordinal)
            && PartOf(data, decision.CausalPart, decision.FailureMode) is { } part ? FixComparison.Of(part, decision, day) : null;

    private static PartAges? PartOf(ScanData data, string part, string mode) => new PartAges(data, part, mode) is { IsKnown: true } known ? known : null;

    private static bool IsSamePopulation(ClusterDecision one, ClusterDecision other) =>
        (one.CausalPart, one.FailureMode, one.Rule, one.BuiltFrom, one.BuiltTo) == (other.CausalPart, other.FailureMode, other.Rule, other.BuiltFrom, other.BuiltTo);

    private static ClusterAction Row(ClusterDecision decision, string? clusterId, bool isLatest, string listing, DismissedGrowth? growth, FixComparison? fix) => new(
        clusterId, decision.CausalPart, decision.FailureMode, decision.Rule, decision.BuiltFrom, decision.BuiltTo, decision.Decision, decision.DecidedOn,
        decision.DecidedBy, isLatest, listing, decision.ContainedOn, decision.CorrectedOn, decision.FixedFrom, decision.CampaignCode, decision.Note,
        growth?.ClaimsAtDecision, growth?.ClaimsSince, growth?.ExpectedSince, growth?.PValue,
        fix?.Before.VehicleMonths.Sum(), fix?.Before.Claims.Sum(), fix?.After.VehicleMonths.Sum(), fix?.After.Claims.Sum(), fix?.SoundRatio,
        Finite(fix?.Ratio.Ratio), Finite(fix?.Ratio.Low), Finite(fix?.Ratio.High), fix?.Verdict, fix?.VehicleMonthsNeeded);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
