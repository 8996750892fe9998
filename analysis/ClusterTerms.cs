using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Distinctive words of clusters: against the other claims of the same part, so that they tell how this one fails and not which
/// part it is. Needs the clusters in <c>listed_clusters</c>.
/// </summary>
internal static class ClusterTerms
{
    /// <summary>Terms named at most.</summary>
    private const int Most = 6;

    /// <summary>A term stands in at least so many of the cluster's claims.</summary>
    private const int Fewest = 3;

    /// <summary>Score from which a term is distinctive: 1 in 1,000 by chance, before choosing the largest.</summary>
    private const double SmallestScore = 3.09;

    /// <summary>Terms by cluster id, joined by <c>;</c>, the most distinctive first; clusters without any are left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(Warehouse warehouse, IReadOnlyList<DefectCluster> clusters)
    {
        var narratives = Analyses.ClusterNarratives.Run(warehouse);
        var told = narratives.Select(one => one.ClaimId).ToHashSet(StringComparer.Ordinal);
        var clusterOf = Analyses.ClusterMembers.Stream(warehouse).Where(one => told.Contains(one.ClaimId)).ToDictionary(one => one.ClaimId, one => one.ClusterId, StringComparer.Ordinal);
        var texts = narratives
            .Select(one => (one.PartGroup, Cluster: clusterOf.GetValueOrDefault(one.ClaimId), Terms: NarrativeTerms.Of(one.Words)))
            .ToLookup(one => one.PartGroup, StringComparer.Ordinal);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in clusters.GroupBy(cluster => cluster.CausalPart.Split(':')[0].Trim(), StringComparer.Ordinal))
        {
            var all = Count(texts[group.Key].Select(text => text.Terms));
            foreach (var cluster in group)
            {
                var own = Count(texts[group.Key].Where(text => text.Cluster == cluster.ClusterId).Select(text => text.Terms));
                var terms = Distinctive(own, all);
                if (terms.Count > 0)
                {
                    found[cluster.ClusterId] = string.Join(';', terms);
                }
            }
        }

        return found;
    }

    private static List<string> Distinctive(Dictionary<string, long> own, Dictionary<string, long> all)
    {
        var (ofCluster, ofAll) = (own.Values.Sum(), all.Values.Sum());
        var chosen = new List<string>();
        foreach (var (term, _) in own.Where(one => one.Value >= Fewest)
            .Select(one => (Term: one.Key, Score: DistinctiveTerms.LogOddsScore(one.Value, ofCluster, all[one.Key] - one.Value, ofAll - ofCluster)))
            .Where(one => one.Score >= SmallestScore)
            .OrderByDescending(one => one.Score).ThenByDescending(one => one.Term.Length).ThenBy(one => one.Term, StringComparer.Ordinal))
        {
            // Of a Chinese phrase every piece is a term: one piece of it is enough.
            if (chosen.Count < Most && !chosen.Exists(other => Overlaps(other, term)))
            {
                chosen.Add(term);
            }
        }

        return chosen;
    }

    private static bool Overlaps(string one, string other) => !char.IsAscii(one[0]) && !char.IsAscii(other[0])
        && Enumerable.Range(0, one.Length - 1).Any(i => other.Contains(one.Substring(i, 2), StringComparison.Ordinal));

    private static Dictionary<string, long> Count(IEnumerable<IReadOnlySet<string>> texts)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var term in texts.SelectMany(text => text))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return counts;
    }
}
