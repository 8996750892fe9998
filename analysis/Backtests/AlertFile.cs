using System.Text;
using ClaimInsights.Analysis.Insights;

namespace ClaimInsights.Analysis.Backtests;

/// <summary>Alerts as CSV, one row each: <c>alerted_on</c>, the keys, and the cluster as it was listed.</summary>
public static class AlertFile
{
    /// <summary>Writes the file; the same alerts give the same bytes.</summary>
    public static void Write(string path, BacktestRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        (string Name, Func<DefectCluster, object?> Value)[] facts =
        [
            ("cluster_id", one => one.ClusterId), ("causal_part", one => one.CausalPart), ("failure_mode", one => one.FailureMode), ("rule", one => one.Rule),
            ("built_from", one => one.BuiltFrom), ("built_to", one => one.BuiltTo), ("claims", one => one.Claims), ("expected", one => one.Expected),
            ("ratio_low", one => one.RatioLow), ("q_value", one => one.QValue), ("basis", one => one.Basis),
        ];
        var keys = run.Request.Keys;
        facts = [.. facts.Where(fact => !keys.Contains(fact.Name))];
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', ((IEnumerable<string>)["alerted_on"]).Concat(keys).Concat(facts.Select(fact => fact.Name))));
        foreach (var alert in run.Alerts)
        {
            var values = ((IEnumerable<object?>)[alert.AlertedOn]).Concat(keys.Count == 0 ? [] : alert.Key).Concat(facts.Select(fact => fact.Value(alert.Cluster)));
            writer.WriteLine(string.Join(',', values.Select(InsightCsv.Cell)));
        }
    }
}
