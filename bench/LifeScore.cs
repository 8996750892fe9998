using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Bench;

/// <summary>One planted defect over the months.</summary>
/// <param name="Id">The defect.</param>
/// <param name="OracleOn">Month end from which the test that knows part, mode, rule and window saw it twice in a row; null: never.</param>
/// <param name="AlarmOn">Month end of the first alarm that explains it; null: never.</param>
/// <param name="IsListed">Explained by a cluster at the last date.</param>
/// <param name="WindowOverlap">Days of production in both windows ÷ in either; null where it is not listed.</param>
/// <param name="Jaccard">Vehicles in both populations ÷ in either; null where it is not listed.</param>
/// <param name="Evidence">ln e of its chart at the last date.</param>
internal sealed record DefectLife(string Id, double Evidence, int? OracleOn, int? AlarmOn, bool IsListed, double? WindowOverlap, double? Jaccard);

/// <summary>
/// What the monitor was worth month by month. The oracle: p ≤ .05 ÷ charts of the conditional Poisson test of the planted
/// population against the rest of its chart, two months in a row. An alarm explains a defect when it holds at least three of
/// its claims and they make up half of its excess.
/// </summary>
/// <param name="Defects">Every planted defect.</param>
/// <param name="Listed">Clusters at the last date that are alarms.</param>
/// <param name="ListedTrue">Of these those that explain a defect.</param>
/// <param name="Dated">Alarms summed over every month end.</param>
/// <param name="DatedTrue">Of these the true ones.</param>
/// <param name="Ever">Different clusters that ever were alarms.</param>
/// <param name="EverTrue">Of these those that explained a defect when they became one.</param>
/// <param name="Months">Months of the replay.</param>
internal sealed record LifeScore(
    IReadOnlyList<DefectLife> Defects, int Listed, int ListedTrue, int Dated, int DatedTrue, int Ever, int EverTrue, int Months)
{
    public static readonly LifeScore None = new([], 0, 0, 0, 0, 0, 0, 0);

    /// <summary>What the oracle sees by the last date.</summary>
    public IEnumerable<DefectLife> Seen => Defects.Where(defect => defect.OracleOn is not null);

    /// <summary>A defect's months in words.</summary>
    public string Of(string id) => Defects.FirstOrDefault(defect => defect.Id == id) is { } one
        ? string.Create(CultureInfo.InvariantCulture, $"; L {one.Evidence:0.0}, oracle {one.OracleOn?.ToString(CultureInfo.InvariantCulture) ?? "never"}, alarm {one.AlarmOn?.ToString(CultureInfo.InvariantCulture) ?? "never"}, window {one.WindowOverlap:0.00}, vehicles {one.Jaccard:0.00}")
        : "";

    /// <summary>Of the different clusters that ever were alarms those with a q-value of at most .05 over the life of the monitor, and of these the true ones.</summary>
    public (int All, int True) SureForLife { get; init; }

    /// <summary>The same of those whose q-value holds under any dependence.</summary>
    public (int All, int True) Proven { get; init; }

    /// <summary>The largest ln e of charts without a planted defect at the last date.</summary>
    public string HighestOfOthers { get; init; } = "";

    /// <summary>Of every chart without a planted defect p at the last date, and the smallest p of all month ends.</summary>
    public IReadOnlyList<(double Last, double Smallest)> PValuesOfOthers { get; init; } = [];

    public static LifeScore Of(Warehouse warehouse, ScanData data, ClusterMonitor monitor, IReadOnlyList<PlantedTruth> truth)
    {
        var ids = truth.SelectMany(defect => defect.Claims).ToHashSet(StringComparer.Ordinal);
        var names = warehouse.Read<NamedClaim>("ClaimNames", "select distinct cast(claim_id as varchar) as claim_id, cast(hash(claim_id) as ubigint) as claim from version_standing")
            .Where(one => ids.Contains(one.ClaimId)).ToDictionary(one => one.ClaimId, one => one.Claim, StringComparer.Ordinal);
        var claimsOf = truth.ToDictionary(defect => defect, defect => defect.Claims.Where(names.ContainsKey).Select(id => names[id]).ToHashSet());
        var planted = truth.Select(defect => (Defect: defect, Chart: data.Charts.FirstOrDefault(chart => (chart.CausalPart, chart.FailureMode) == defect.Chart))).ToList();
        bool Explains(IReadOnlySet<ulong> claims, double expected, PlantedTruth defect) =>
            claims.Count(claimsOf[defect].Contains) is var held && held >= 3 && held >= (claims.Count - expected) / 2;
        bool IsTrue(Listing listing) => truth.Any(defect => Explains(listing.Names, listing.Expected, defect));
        bool IsSure(Listing listing) => monitor.LifeQValues[listing.Track.Chart.Index] <= 0.05;
        bool IsProven(Listing listing) => monitor.AnytimeQValues[listing.Track.Chart.Index] <= 0.05;
        var last = data.Fleet.Months - 1;
        var alarms = monitor.Listings.Where(listing => listing.IsAlarm).ToList();
        var lives = planted.Select(one => Life(one.Defect, one.Chart)).ToList();
        var ever = alarms.GroupBy(listing => listing.Track).Select(track => track.OrderBy(listing => listing.Month).First()).ToList();
        var others = monitor.Charts.Where(chart => planted.All(one => one.Chart != chart.Chart)).ToList();
        return new LifeScore(
            lives, alarms.Count(one => one.Month == last), alarms.Count(one => one.Month == last && IsTrue(one)),
            alarms.Count, alarms.Count(IsTrue), ever.Count, ever.Count(IsTrue), data.Fleet.Months)
        {
            Proven = (ever.Count(IsProven), ever.Count(one => IsProven(one) && IsTrue(one))),
            SureForLife = (ever.Count(IsSure), ever.Count(one => IsSure(one) && IsTrue(one))),
            PValuesOfOthers = [.. others.Select(chart => (Detection.PValue(chart.Scan), monitor.SmallestP[chart.Chart.Index]))],
            HighestOfOthers = string.Join(' ', others.Select(chart => chart.Scan.LogEvidence)
                .OrderDescending().Take(5).Select(evidence => evidence.ToString("0.0", CultureInfo.InvariantCulture))),
        };

        DefectLife Life(PlantedTruth defect, ScanChart? chart)
        {
            if (chart is null)
            {
                return new DefectLife(defect.Id, double.NegativeInfinity, null, null, false, null, null);
            }

            var population = Population.Of(data.Fleet, chart.Lots, defect.Rule, defect.Built.From, defect.Built.To);
            int? alarm = alarms.Where(one => Explains(one.Names, one.Expected, defect)).Select(one => (int?)one.Month).Min();
            var listed = monitor.Clusters.Where(one => one.IsListed && one.Described.Chart == chart)
                .FirstOrDefault(one => Explains(one.Described.Claims.Select(claim => claim.Claim).ToHashSet(), one.Described.Expected, defect));
            return new DefectLife(
                defect.Id, monitor.Charts.FirstOrDefault(one => one.Chart == chart)?.Scan.LogEvidence ?? double.NegativeInfinity, Oracle.FirstSeen(data, chart, population), alarm, listed is not null,
                listed is null ? null : Overlap(data.Fleet, listed.Described.Population, population),
                listed is null ? null : Jaccard(data.Fleet, chart, listed.Described.Population, population));
        }
    }

    private static double Overlap(ScanFleet fleet, Population found, Population planted)
    {
        var (both, either) = (0, 0);
        for (var day = 0; day < fleet.Days; day++)
        {
            var (a, b) = (day >= found.FromDay && day <= found.ToDay, day >= planted.FromDay && day <= planted.ToDay);
            both += a && b && fleet.IsBuilt(day) ? 1 : 0;
            either += (a || b) && fleet.IsBuilt(day) ? 1 : 0;
        }

        return either == 0 ? 0 : (double)both / either;
    }

    private static double Jaccard(ScanFleet fleet, ScanChart chart, Population found, Population planted)
    {
        double both = 0, either = 0;
        for (var cell = 0; cell < fleet.Cells; cell++)
        {
            if (chart.IsFitted[fleet.Stratum[cell]])
            {
                var (a, b) = (found.Holds(fleet.Stratum[cell], fleet.Day[cell]), planted.Holds(fleet.Stratum[cell], fleet.Day[cell]));
                both += a && b ? fleet.Vehicles[cell] : 0;
                either += a || b ? fleet.Vehicles[cell] : 0;
            }
        }

        return either == 0 ? 0 : both / either;
    }
}

/// <summary>A claim, and what the scan calls it.</summary>
/// <param name="ClaimId">Its id.</param>
/// <param name="Claim">Its name in 64 bits.</param>
internal sealed record NamedClaim(string ClaimId, ulong Claim);

/// <summary>The test that knows part, failure mode, rule and window, and only has to wait for the claims.</summary>
internal static class Oracle
{
    private const double Level = 0.05;

    /// <summary>First month end of which it and the one before show p ≤ .05 ÷ charts; null: none.</summary>
    public static int? FirstSeen(ScanData data, ScanChart chart, Population population)
    {
        bool Own(int stratum, int day) => chart.IsFitted[stratum] && population.Holds(stratum, day);
        var own = ExposureGrid.Of(data.Fleet, cell => Own(data.Fleet.Stratum[cell], data.Fleet.Day[cell]));
        var rest = data.GridOf(chart).Without(own);
        var before = false;
        for (var month = 0; month < data.Fleet.Months; month++)
        {
            var claims = ScanData.KnownAt(chart, month);
            var observed = claims.Count(claim => Own(claim.Stratum, claim.Day));
            var isSeen = false;
            if (observed >= 3)
            {
                var pace = ClosingPace.Even(data.Fleet, month);
                var reference = ChartNull.Fit(data.Fleet, rest.Paced(pace), [.. claims.Where(claim => !Own(claim.Stratum, claim.Day))], pace);
                var (expected, _, variance) = reference.Expect(own, pace, 1);
                var charts = data.Charts.Count(one => one.Claims.Count >= 3);
                isSeen = expected > 0 && PoissonExcess.PValue(observed, expected, Math.Min(variance / (variance + expected), 0.999)) <= Level / charts;
            }

            if (isSeen && before)
            {
                return month;
            }

            before = isSeen;
        }

        return null;
    }
}
