using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// R/1000 triangles: build month × months in service. A vehicle enters the denominator of an age only when it has reached the
/// age and the reporting lag beyond it, and only its claims enter the numerator: young vehicles dilute nothing.
/// </summary>
public static class RateTriangles
{
    /// <summary>Ages at which every part is shown, months in service.</summary>
    public static readonly IReadOnlyList<int> Milestones = [3, 12, 24, 36];

    /// <summary>So much of a failure month's claims must be known before its vehicles count as mature.</summary>
    private const double KnownEnough = 0.95;

    private const double DaysPerMonth = 365.25 / 12;

    /// <summary>Milestones of every claimed part, and the whole triangle of each chart that <paramref name="clusters"/> lie in; empty without vehicles.</summary>
    /// <param name="warehouse">The store as of a day.</param>
    /// <param name="clusters">Listed clusters.</param>
    /// <param name="lag">The store's reporting lag; null: it has no vehicles.</param>
    public static IReadOnlyList<TriangleCell> In(Warehouse warehouse, IEnumerable<DefectCluster> clusters, StoreLag? lag)
    {
        var vehicles = Analyses.TriangleVehicles.Run(warehouse);
        if (vehicles.Count == 0 || lag is null)
        {
            return [];
        }

        var fits = Analyses.PartFits.RunOnce(warehouse);
        return Of(vehicles, Analyses.TriangleClaims.Stream(warehouse), fits, LagMonths(lag.Whole), clusters);
    }

    /// <summary>Whole months after which nearly all of a failure's claims are known; at least 0.</summary>
    internal static int LagMonths(ReportingLag lag) => Enumerable.Range(0, 120).First(months => lag.Completeness((int)(months * DaysPerMonth)) >= KnownEnough);

    internal static IReadOnlyList<TriangleCell> Of(
        IReadOnlyList<TriangleVehicles> vehicles, IEnumerable<TriangleClaims> claims, IEnumerable<PartFit> fits, int lagMonths, IEnumerable<DefectCluster> clusters)
    {
        var fitOf = fits.ToDictionary(fit => fit.CausalPart, StringComparer.Ordinal);
        var charts = clusters.Where(cluster => cluster.Basis == "rate").Select(cluster => (cluster.CausalPart, cluster.FailureMode)).Where(chart => chart.FailureMode.Length > 0).ToHashSet();
        var whole = Enumerable.Range(1, Math.Max(1, vehicles.Max(one => one.MonthsReached) - lagMonths)).ToList();
        var fleets = new Dictionary<string, List<Cohort>>(StringComparer.Ordinal);
        var cells = new List<TriangleCell>();
        // One part's rows are held at a time.
        foreach (var (part, rows) in Adjacent.Groups(claims, claim => claim.CausalPart))
        {
            var cohorts = CohortsOf(fitOf[part], vehicles, fleets);
            cells.AddRange(Cells(part, "", cohorts, rows, Milestones, lagMonths));
            foreach (var mode in rows.GroupBy(claim => claim.FailureMode, StringComparer.Ordinal).Where(mode => charts.Contains((part, mode.Key))).OrderBy(mode => mode.Key, StringComparer.Ordinal))
            {
                cells.AddRange(Cells(part, mode.Key, cohorts, [.. mode], whole, lagMonths));
            }
        }

        return cells;
    }

    /// <summary>Vehicles that the part is fitted to, by build month; the same fleet is added up once.</summary>
    private static List<Cohort> CohortsOf(PartFit fit, IReadOnlyList<TriangleVehicles> vehicles, Dictionary<string, List<Cohort>> known)
    {
        var fleet = $"{fit.Models}\n{fit.Powertrains}";
        return known.TryGetValue(fleet, out var cohorts) ? cohorts : known[fleet] =
        [
            .. vehicles.Where(one => fit.Fits(one.Model, one.Powertrain)).GroupBy(one => one.BuildMonth).OrderBy(month => month.Key)
                .Select(month => new Cohort(month.Key, month.GroupBy(one => one.MonthsReached).ToDictionary(age => age.Key, age => age.Sum(one => one.Vehicles)))),
        ];
    }

    private static IEnumerable<TriangleCell> Cells(
        string part, string mode, IReadOnlyList<Cohort> cohorts, IReadOnlyList<TriangleClaims> claims, IReadOnlyList<int> ages, int lagMonths)
    {
        var byMonth = claims.ToLookup(claim => claim.BuildMonth);
        foreach (var cohort in cohorts)
        {
            foreach (var age in ages)
            {
                var mature = cohort.Reached(age + lagMonths);
                if (mature == 0)
                {
                    break;
                }

                var count = byMonth[cohort.BuildMonth].Where(claim => claim.MonthsReached >= age + lagMonths && claim.MonthsInService < age).Sum(claim => claim.Claims);
                var rate = RateInterval.Poisson(count, mature / 1000.0);
                yield return new TriangleCell(part, mode, cohort.BuildMonth, age, cohort.Sold, mature, count, rate.Rate, rate.Low, rate.High);
            }
        }
    }

    private sealed record Cohort(DateOnly BuildMonth, IReadOnlyDictionary<int, long> ByMonthsReached)
    {
        public long Sold { get; } = ByMonthsReached.Values.Sum();

        public long Reached(int months) => ByMonthsReached.Where(one => one.Key >= months).Sum(one => one.Value);
    }
}
