using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Defect clusters by rates: each build month of each part and failure mode against the other build months at the same
/// months in service, the reporting lag allowed for; false-discovery control over all build months of all charts.
/// </summary>
internal static class RateClusters
{
    /// <summary>Rounds of listing and comparing again without what is listed; it settles in two or three.</summary>
    private const int MostRounds = 6;

    /// <summary>A lag at which fewer claims were at risk says nothing: one old, slow claim would halve the completeness.</summary>
    private const int FewestAtRisk = 30;

    public static DefectFindings Find(Warehouse warehouse, IReadOnlyList<BuildCount> builds)
    {
        var scope = warehouse.Scope;
        var lag = ReportingLag.Fit(
            Analyses.ReportingLags.Run(warehouse).Select(one => new LagCount(one.Lag, one.Truncation, one.Claims)), FewestAtRisk);
        double Completeness(DateOnly month) => CompletenessOf(month, scope.AsOf, lag);
        var fitted = new FittedExposure(Analyses.ExposureCounts.Run(warehouse), builds, Completeness, scope.AsOf);
        var charts = Charts(warehouse, fitted);
        var qValues = List(charts, scope);
        var tests = charts.Sum(chart => chart.Counts.Count(count => count.Expected > 0));
        var clusters = ClusterWriter.Write(warehouse, charts, qValues, fitted);
        var newest = Completeness(new DateOnly(scope.AsOf.Year, scope.AsOf.Month, 1));
        return new DefectFindings(clusters.Clusters, clusters.BuildMonths, clusters.Ages, charts.Count, tests, "rate", newest);
    }

    /// <summary>Mean share of a calendar month's claims that is known: every day of it up to the as-of date weighs the same.</summary>
    private static double CompletenessOf(DateOnly month, DateOnly asOf, ReportingLag lag)
    {
        var last = month.AddMonths(1).AddDays(-1) is var end && end > asOf ? asOf : end;
        return Enumerable.Range(month.DayNumber, last.DayNumber - month.DayNumber + 1).Average(day => lag.Completeness(asOf.DayNumber - day));
    }

    private static List<DefectChart> Charts(Warehouse warehouse, FittedExposure fitted)
    {
        var fits = Analyses.PartFits.Run(warehouse).ToDictionary(fit => fit.CausalPart, StringComparer.Ordinal);
        return
        [
            .. Analyses.ClaimCounts.Run(warehouse)
                .Where(count => fits[count.CausalPart].Fits(count.Model, count.Powertrain))
                .GroupBy(count => (count.CausalPart, count.FailureMode))
                .Select(chart => new DefectChart(chart.Key.CausalPart, chart.Key.FailureMode, fitted.Of(fits[chart.Key.CausalPart]),
                    [.. chart.Select(count => new ClaimCell(fitted.IndexOf[count.BuildMonth], count.MonthsInService, count.Claims))])),
        ];
    }

    /// <summary>
    /// Lists build months whose q-value is at most alpha, compares again without them in any reference (a defect must not
    /// raise its neighbours' expectation), until nothing changes. What was listed once stays compared, not listed.
    /// </summary>
    private static Dictionary<(DefectChart Chart, int Group), double> List(List<DefectChart> charts, Scope scope)
    {
        for (var round = 1; ; round++)
        {
            charts.ForEach(chart => chart.Compare());
            var tests = charts.SelectMany(chart => chart.Counts.Where(count => count.Expected > 0).Select(count => (Chart: chart, Count: count))).ToList();
            var q = FalseDiscovery.BenjaminiHochberg([.. tests.Select(test => test.Count.CautiousPValue)]);
            var qValues = tests.Select((test, i) => (test.Chart, test.Count.Group, Q: q[i])).ToDictionary(one => (one.Chart, one.Group), one => one.Q);
            var listed = tests.Where(test => test.Count.Observed >= scope.SmallestCount && qValues[(test.Chart, test.Count.Group)] <= scope.Alpha).ToList();
            var isSettled = listed.Count == charts.Sum(chart => chart.Listed.Count)
                && listed.TrueForAll(test => test.Chart.Listed.Contains(test.Count.Group));
            if (isSettled || round == MostRounds)
            {
                return qValues;
            }

            charts.ForEach(chart => chart.Listed.Clear());
            listed.ForEach(test => test.Chart.Listed.Add(test.Count.Group));
        }
    }
}
