using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>Turns the listed build months of charts into clusters: neighbouring months of one chart are one cluster.</summary>
internal static class ClusterWriter
{
    public sealed record Written(IReadOnlyList<DefectCluster> Clusters, IReadOnlyList<BuildMonth> BuildMonths, IReadOnlyList<ClusterAge> Ages);

    public static Written Write(
        Warehouse warehouse, IReadOnlyList<DefectChart> charts, IReadOnlyDictionary<(DefectChart Chart, int Group), double> qValues, FittedExposure fitted)
    {
        var facts = new ClusterFacts(warehouse);
        var (clusters, months, ages) = (new List<DefectCluster>(), new List<BuildMonth>(), new List<ClusterAge>());
        foreach (var chart in charts.Where(chart => chart.Listed.Count > 0))
        {
            foreach (var run in Runs(chart.Listed, fitted.Months))
            {
                var cluster = Cluster(chart, run, qValues, fitted, facts);
                clusters.Add(cluster);
                ages.AddRange(Ages(cluster.ClusterId, chart, run));
            }

            months.AddRange(chart.Counts.Select(count => Month(chart, count, qValues, fitted)));
        }

        return new Written(
            [.. clusters.OrderBy(one => one.PValue).ThenByDescending(one => one.RatioLow).ThenBy(one => one.ClusterId, StringComparer.Ordinal)], months, ages);
    }

    /// <summary>The name of a cluster: the same part, failure, population and first build day have the same name on every run.</summary>
    public static string IdOf(string causalPart, string failureMode, string rule, DateOnly? builtFrom)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{causalPart}\n{failureMode}\n{rule}\n{builtFrom:yyyy-MM-dd}");
        return "C" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];
    }

    /// <summary>Neighbouring build months, as lists of groups; months without any vehicle do not lie between neighbours.</summary>
    private static IEnumerable<IReadOnlyList<int>> Runs(IEnumerable<int> listed, IReadOnlyList<DateOnly> months)
    {
        var run = new List<int>();
        foreach (var group in listed.Order())
        {
            if (run.Count > 0 && months[run[^1]].AddMonths(1) != months[group])
            {
                yield return run;
                run = [];
            }

            run.Add(group);
        }

        yield return run;
    }

    private static DefectCluster Cluster(
        DefectChart chart, IReadOnlyList<int> run, IReadOnlyDictionary<(DefectChart Chart, int Group), double> qValues, FittedExposure fitted, ClusterFacts facts)
    {
        var counts = run.Select(group => chart.Counts[group]).ToList();
        var (claims, expected) = (counts.Sum(count => count.Observed), counts.Sum(count => count.Expected));
        var ratio = PoissonExcess.Ratio(claims, expected);
        var (from, to) = (fitted.Months[run[0]], fitted.Months[run[^1]].AddMonths(1).AddDays(-1));
        var told = facts.Of(chart.CausalPart, chart.FailureMode, [.. run.Select(group => fitted.Months[group])], expected);
        return new DefectCluster(
            IdOf(chart.CausalPart, chart.FailureMode, "", from), chart.CausalPart, chart.FailureMode, "", from, to,
            run.Sum(group => chart.Fleet.Vehicles[group]), claims, expected, ratio.Ratio, ratio.Low, ratio.High,
            counts.Max(count => count.CautiousPValue), run.Max(group => qValues[(chart, group)]), "rate",
            FirstAlertOn: null, State: null, Shape: null, told.SafetyClass, told.DealerShare, told.DealerDominated, told.Cost,
            ForecastClaims: null, ForecastLow: null, ForecastHigh: null, ForecastCost: null, Terms: null, told.ExampleClaimIds);
    }

    private static BuildMonth Month(
        DefectChart chart, StandardisedCount count, IReadOnlyDictionary<(DefectChart Chart, int Group), double> qValues, FittedExposure fitted) => new(
            chart.CausalPart, chart.FailureMode, fitted.Months[count.Group], chart.Fleet.Vehicles[count.Group],
            chart.Fleet.VehicleMonths(count.Group), count.Observed, count.Expected, count.CautiousPValue,
            qValues.GetValueOrDefault((chart, count.Group), 1));

    private static IEnumerable<ClusterAge> Ages(string clusterId, DefectChart chart, IReadOnlyList<int> run)
    {
        var inside = run.ToHashSet();
        var claims = chart.Claims.ToLookup(cell => cell.MonthsInService);
        var exposure = chart.Fleet.Exposure;
        var groups = Enumerable.Range(0, exposure.Groups).ToLookup(inside.Contains);
        return Enumerable.Range(0, exposure.Months).Select(age => new ClusterAge(
            clusterId, age,
            groups[true].Sum(group => exposure[group, age]),
            claims[age].Where(cell => inside.Contains(cell.Group)).Sum(cell => cell.Claims),
            groups[false].Sum(group => exposure[group, age]),
            claims[age].Where(cell => !inside.Contains(cell.Group)).Sum(cell => cell.Claims)));
    }
}
