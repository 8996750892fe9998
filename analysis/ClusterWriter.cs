using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>Turns what the monitor found into rows: defects, the surest first, then suppliers' shares where lots are not known, then dealers' patterns.</summary>
internal static class ClusterWriter
{
    /// <summary>The rule of a dealer's pattern asks for the dealer.</summary>
    public const string DealerAttribute = "dealer_code";

    public static IReadOnlyList<DefectCluster> Write(Warehouse warehouse, ScanData data, ClusterMonitor monitor)
    {
        List<DefectCluster> clusters = [.. monitor.Ask(monitor.Clusters, (_, one) => Cluster(data, one, monitor)), .. monitor.Dealers.Select(one => Dealer(data, one))];
        clusters.AddRange(SupplierShares.Find(warehouse, clusters, monitor.Prior.SmallestRatio));
        warehouse.List(clusters);
        var known = new long[data.Dealers.Count];
        foreach (var (dealer, claims) in monitor.Charts.SelectMany(chart => DealerCounts.Of(chart.Chart, chart.Month).Dealers.Where(one => !chart.IsPattern(one.Dealer))))
        {
            known[dealer] += claims;
        }

        var all = (double)Math.Max(1, known.Sum());
        var facts = new ClusterFacts(warehouse, data.Dealers.Select((code, dealer) => (code, dealer)).Where(one => known[one.dealer] > 0).ToDictionary(one => one.code, one => known[one.dealer] / all, StringComparer.Ordinal));
        return
        [
            .. clusters.Select(facts.Complete).OrderBy(one => one.DealerDominated).ThenBy(one => one.Basis == "share").ThenBy(one => one.State == "fading" && one.QValue > warehouse.Scope.Alpha)
                .ThenBy(one => one.QValue).ThenBy(one => one.PValue).ThenByDescending(one => one.RatioLow).ThenBy(one => one.ClusterId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The name of a cluster: the same part, failure, population and first build day have the same name on every run.</summary>
    public static string IdOf(string causalPart, string failureMode, string rule, DateOnly? builtFrom)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{causalPart}\n{failureMode}\n{rule}\n{builtFrom:yyyy-MM-dd}");
        return "C" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];
    }

    /// <summary>Each cluster and the rest of its chart by months from the sale to the closing.</summary>
    public static IReadOnlyList<ClusterAge> Ages(ScanData data, ClusterMonitor monitor) =>
        [.. monitor.Ask(monitor.Clusters, (_, one) => AgesOf(data, one.Track.ClusterId, one.Described, monitor.Charts.First(chart => chart.Chart == one.Described.Chart)).ToList()).SelectMany(ages => ages)];

    /// <summary>The vehicles of each cluster's rule by build week.</summary>
    public static IReadOnlyList<ClusterWeek> Weeks(ScanData data, ClusterMonitor monitor)
    {
        var fleet = data.Fleet;
        return
        [
            .. monitor.Ask(monitor.Clusters, (description, one) =>
            {
                var (population, chart) = (one.Described.Population, monitor.Charts.First(chart => chart.Chart == one.Described.Chart));
                return description.Weeks(chart, population).Select(week => new ClusterWeek(
                    one.Track.ClusterId, fleet.FirstDay.AddDays(fleet.FirstDayOfWeek[week.Week]), week.Vehicles, week.Claims, week.Expected,
                    fleet.FirstDayOfWeek[week.Week] <= population.ToDay && fleet.FirstDayOfWeek[week.Week + 1] - 1 >= population.FromDay)).ToList();
            }).SelectMany(weeks => weeks),
        ];
    }

    private static DefectCluster Cluster(ScanData data, MonitoredCluster one, ClusterMonitor monitor)
    {
        var (described, chart) = (one.Described, one.Described.Chart);
        var ratio = PoissonExcess.Ratio(described.Claims.Count, described.Expected);
        var (from, to) = described.Population.Window(data.Fleet);
        var (first, end) = described.Population.Cells(data.Fleet);
        var vehicles = Enumerable.Range(first, end - first)
            .Where(cell => chart.IsFitted[data.Fleet.Stratum[cell]] && described.Population.Holds(data.Fleet.Stratum[cell], data.Fleet.Day[cell]))
            .Sum(cell => data.Fleet.Vehicles[cell]);
        return new DefectCluster(
            one.Track.ClusterId, chart.CausalPart, chart.FailureMode, described.Population.Rule, from, to,
            (long)vehicles, described.Claims.Count, described.Expected, ratio.Ratio, ratio.Low, ratio.High,
            described.PValue, one.QValue, "rate",
            one.Track.FirstAlert is { } alert ? data.Fleet.EndOf(alert) : null, ClusterState.Of(one, data.Fleet.Months - 1), Shape: null,
            SafetyClass: null, DealerShare: 0, DealerDominated: false, Cost: 0,
            ForecastClaims: null, ForecastLow: null, ForecastHigh: null, ForecastCost: null, Terms: null, ExampleClaimIds: "", monitor.LifeQValues[chart.Index],
            described.Stretch?.Band.Name, described.Stretch?.Claims, described.Stretch?.Expected, monitor.AnytimeQValues[chart.Index]);
    }

    private static DefectCluster Dealer(ScanData data, MonitoredDealer one)
    {
        var (rule, ratio) = (PopulationRule.Of((DealerAttribute, data.Dealers[one.Pattern.Dealer])), PoissonExcess.Ratio(one.Pattern.Claims, one.Pattern.Expected));
        return new DefectCluster(
            IdOf(one.Chart.CausalPart, one.Chart.FailureMode, rule, null), one.Chart.CausalPart, one.Chart.FailureMode, rule, BuiltFrom: null, BuiltTo: null,
            Vehicles: null, one.Pattern.Claims, one.Pattern.Expected, ratio.Ratio, ratio.Low, ratio.High, one.Pattern.PValue, one.Pattern.PValue, "rate",
            data.Fleet.EndOf(one.FirstAlert), one.FirstAlert == data.Fleet.Months - 1 ? "new" : "steady", Shape: null,
            SafetyClass: null, DealerShare: 1, DealerDominated: true, Cost: 0,
            ForecastClaims: null, ForecastLow: null, ForecastHigh: null, ForecastCost: null, Terms: null, ExampleClaimIds: "");
    }

    private static IEnumerable<ClusterAge> AgesOf(ScanData data, string clusterId, DescribedCluster described, ChartMonth chart)
    {
        var months = data.Fleet.Months;
        var own = ExposureGrid.Of(data.Fleet, cell => chart.Chart.IsFitted[data.Fleet.Stratum[cell]]
            && described.Population.Holds(data.Fleet.Stratum[cell], data.Fleet.Day[cell]), described.Population.Cells(data.Fleet)).ByAge(months - 1);
        var all = data.GridOf(chart.Chart).ByAge(months - 1);
        var claims = chart.Claims().ToLookup(claim => claim.Month - claim.Sale);
        return Enumerable.Range(0, months).Where(age => all[age] > 0).Select(age => new ClusterAge(
            clusterId, age, own[age], claims[age].Count(described.Population.Holds),
            all[age] - own[age], claims[age].Count(claim => !described.Population.Holds(claim))));
    }
}
