using System.CommandLine;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>explain</c>: how each figure of a cluster came about, step by step.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> cluster = new("CLUSTER") { Description = "Id of the cluster, as analyse and the report write it; its first letters are enough." };
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();

    public ExplainCommand(Terminal terminal)
        : base("explain", "Say how each figure of a defect cluster came about, step by step, with the numbers.")
    {
        Add(cluster);
        Add(asOf);
        Add(store);
        Add(json);
        SetAction(parsed =>
        {
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)));
            var insights = Pipeline.FreshInsights(claims, scope);
            var explanation = ClusterExplanation.Of(Find(Insights.DefectClusters.Read(insights), parsed.GetValue(cluster)!), insights, claims.Manifest.Currency);
            if (parsed.GetValue(json))
            {
                JsonResult.Print(terminal.Output, explanation);
            }
            else
            {
                explanation.Write(terminal.Output);
            }

            return 0;
        });
    }

    private static DefectCluster Find(IReadOnlyList<DefectCluster> clusters, string asked)
    {
        var named = clusters.Where(one => one.ClusterId.StartsWith(asked, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count == 1 ? named[0] : throw new RequestException(
            $"{asked}: {(named.Count == 0 ? "no cluster" : $"{named.Count} clusters")} of this as-of date whose id begins so; expected one of {(clusters.Count == 0 ? "none, nothing is listed" : string.Join(", ", clusters.Select(one => one.ClusterId)))}. See them with: claiminsights analyse");
    }
}
