using System.CommandLine;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>analyse</c>: defect clusters, rejection causes, stages and costs, as insight tables of an as-of date.</summary>
internal sealed class AnalyseCommand : Command
{
    /// <summary>Clusters printed, the surest; all are in the insight table.</summary>
    private const int Shown = 20;

    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<double> alpha = CommonOptions.Alpha();
    private readonly Option<string?> prior = new("--prior") { Description = "JSON table of prior weights of hypotheses; default: that of docs/defect-clusters.md.", HelpName = "FILE" };
    private readonly Option<string?> guarantees = CommonOptions.Guarantees();
    private readonly Option<string?> rules = CommonOptions.Rules();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public AnalyseCommand(Terminal terminal)
        : base("analyse", "Find defect clusters and rejection causes; write the insight tables.")
    {
        Add(asOf);
        Add(alpha);
        Add(prior);
        Add(guarantees);
        Add(rules);
        Add(store);
        Add(json);
        Add(quiet);
        SetAction(parsed =>
        {
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)), parsed.GetValue(alpha));
            var weights = parsed.GetValue(prior) is { } file ? HypothesisPrior.Read(file) : new HypothesisPrior();
            Print(terminal.Output, new Pipeline(terminal, parsed.GetValue(quiet)).Analyse(claims, scope, parsed.GetValue(guarantees), parsed.GetValue(rules), weights), scope.Alpha, parsed.GetValue(json));
            return 0;
        });
    }

    private static void Print(TextWriter output, AnalyseResult result, double alpha, bool isJson)
    {
        var findings = result.Findings;
        if (isJson)
        {
            JsonResult.Print(output, new { result.AsOf, findings.Basis, findings.Charts, findings.Tests, findings.NewestCompleteness, result.Rows, result.Paths });
            return;
        }

        var (standing, patterns) = (findings.Clusters.Count(cluster => cluster.StandsOut(alpha)), findings.Clusters.Count(cluster => cluster.DealerDominated));
        var faded = findings.Clusters.Count - standing - patterns;
        var besides = faded == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({faded} more stood out within six months and fade)");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"as of {result.AsOf:yyyy-MM-dd}: {standing} defect clusters{besides} and {patterns} dealer patterns among {findings.Charts} charts, {findings.Tests} tests ({ClusterText.BasisWords(findings.Basis)})"));
        foreach (var cluster in findings.Clusters.Take(Shown))
        {
            output.WriteLine("  " + ClusterText.Line(cluster));
        }

        if (findings.Clusters.Count > Shown)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {findings.Clusters.Count - Shown} more in defect_clusters"));
        }

        output.WriteLine($"insight tables: {Path.GetDirectoryName(result.Paths[0])}");
    }
}
