using System.CommandLine;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>explain</c>: how each figure of a cluster came about, step by step.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> cluster = new("CLUSTER") { Description = "Id of the cluster, as analyse and the report write it; its first letters are enough.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> part = new("--part") { Description = "Instead of a cluster: why is there no alarm about this causal part (with --mode), and how many more claims would make one?", HelpName = "PART" };
    private readonly Option<string?> mode = new("--mode") { Description = "With --part: the failure mode.", HelpName = "MODE" };
    private readonly Option<string?> rule = new("--rule") { Description = "With --part: only vehicles of this rule, such as \"plant=A\"; default: the population that comes nearest to an alarm.", HelpName = "RULE" };
    private readonly Option<double> alpha = CommonOptions.Alpha();
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();

    public ExplainCommand(Terminal terminal)
        : base("explain", "Say how each figure of a defect cluster came about, step by step, with the numbers; or why a part and failure mode give no alarm.")
    {
        Add(cluster);
        Add(part);
        Add(mode);
        Add(rule);
        Add(alpha);
        Add(asOf);
        Add(store);
        Add(json);
        Validators.Add(result =>
        {
            var (hasCluster, hasPart, hasMode) = (result.GetValue(cluster) is not null, result.GetResult(part) is not null, result.GetResult(mode) is not null);
            if (hasCluster == (hasPart || hasMode) || hasPart != hasMode)
            {
                result.AddError("explain needs a CLUSTER, or --part PART and --mode MODE together");
            }
        });
        SetAction(parsed =>
        {
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)), parsed.GetValue(alpha));
            if (parsed.GetValue(part) is { } asked)
            {
                using var warehouse = Warehouse.Open(claims, scope);
                var distance = AlarmDistance.Of(warehouse, asked, parsed.GetValue(mode)!, parsed.GetValue(rule));
                if (parsed.GetValue(json))
                {
                    JsonResult.Print(terminal.Output, distance);
                }
                else
                {
                    AlarmDistanceText.Write(distance, terminal.Output);
                }

                return 0;
            }

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
