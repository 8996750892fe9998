using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The prior-weighted mixture of method 7: evidence that is at most 1 in the mean where nothing is wrong.</summary>
public class ScanMixtureTests
{
    private const int Claims = 5;

    private static readonly DateOnly AsOf = new(2026, 6, 30);

    [Theory]
    [InlineData(0.02, 40, false), InlineData(0.3, 12, false), InlineData(0.9, 25, false), InlineData(0.02, 40, true), InlineData(0.3, 12, true)]
    public void the_evidence_of_one_population_has_mean_1_at_the_ratio_that_is_tested_and_no_more_where_nothing_is_wrong(double share, int claims, bool isPart)
    {
        var prior = new HypothesisPrior();
        var (evidence, tested) = (Evidence.Of(prior, isPart), isPart ? prior.SmallestRatioOfPart : prior.SmallestRatio);
        double Mean(double chance)
        {
            var (probability, mean) = (Math.Pow(1 - chance, claims), 0.0);
            for (var observed = 0; observed <= claims; observed++)
            {
                mean += probability * evidence.Given(observed, share, claims);
                probability *= (claims - observed) * chance / ((observed + 1) * (1 - chance));
            }

            return mean;
        }

        Assert.Equal(1, Mean(tested * share / (1 + ((tested - 1) * share))), 1e-9);
        Assert.InRange(Mean(share), 0, isPart ? 1 + 1e-9 : 1);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(7), InlineData(160)]
    public void the_weights_of_all_windows_add_up_to_1(int weeks)
    {
        var grid = new WindowGrid(weeks, new HypothesisPrior());

        Assert.Equal(1, grid.AllBuilds + ((weeks - 1) * (grid.UpTo + grid.From)) + grid.Lengths.Zip(grid.Between, (length, each) => each * (weeks - length + 1)).Sum(), 1e-12);
    }

    /// <summary>
    /// Two plants, or two uses, × three build weeks, as many vehicles in each: every way to spread five claims over them, each as likely. That the rest of
    /// its kind corrects a use does not lift the mean.
    /// </summary>
    [Theory, InlineData(false), InlineData(true)]
    public void the_mixture_over_all_rules_and_windows_has_a_mean_of_at_most_1_where_nothing_is_wrong(bool isOfUse)
    {
        VehicleStratum[] strata = isOfUse ? [Stratum(0, "A"), Stratum(1, "A") with { UsageClass = "commercial" }] : [Stratum(0, "A"), Stratum(1, "B")];
        var cells = (from week in Enumerable.Range(0, 3) from stratum in Enumerable.Range(0, 2) select new VehicleCell(stratum, new DateOnly(2026, 1, 5).AddDays(7 * week), MonthOf(2026, 2), MonthOf(2026, 6), null, 1000)).ToList();
        var fleet = new ScanFleet(strata, cells, AsOf);
        var places = (from week in Enumerable.Range(0, 3) from stratum in Enumerable.Range(0, 2) select new ChartClaim(stratum, (ushort)(7 * week), 0, 1)).ToList();
        var chart = new ScanChart(0, "P", "leak", [true, true], null, places);
        var (month, pace) = (fleet.Months - 1, ClosingPace.Even(fleet, fleet.Months - 1));
        var tables = new ExpectedTables(fleet);
        tables.Set(0, chart, ChartNull.Fit(fleet, ExposureGrid.Of(fleet, _ => true).Paced(pace), places, pace), pace, 1);
        var vehicles = new MonthCells(fleet);
        vehicles.Fill(month, isFar: false, isByDay: false);
        tables.AddUpEach(vehicles, []);
        var scan = new ChartScan(fleet, new HypothesisPrior());
        var (all, sum, largest) = ((int)Math.Pow(places.Count, Claims), 0.0, 0.0);

        for (var way = 0; way < all; way++)
        {
            var rest = way;
            var spread = new List<ChartClaim>();
            for (var i = 0; i < Claims; i++, rest /= places.Count)
            {
                spread.Add(places[rest % places.Count]);
            }

            var e = Math.Exp(scan.Run(chart, [.. spread.OrderBy(claim => claim.Day)], tables, 0).LogEvidence);
            (sum, largest) = (sum + e, Math.Max(largest, e));
        }

        Assert.InRange(sum / all, 0.1, 1);
        Assert.True(largest > 5);
    }

    /// <summary>Model and plant both vary; what went wrong in one plant is said of the plant alone, within its weeks.</summary>
    [Fact]
    public void the_shortest_rule_that_explains_the_excess_is_told()
    {
        var rows = new List<Row>();
        for (var i = 0; i < 4800; i++)
        {
            var (vin, plant, model, week) = ($"LSVAA11A1P1{i:000000}", i % 2 == 0 ? "A" : "B", i % 4 < 2 ? "M1" : "M2", i / 4 % 24);
            rows.Add(Vehicle(vin, ("plant", plant), ("model", model), ("built_on", $"{new DateOnly(2025, 1, 6).AddDays(7 * week):yyyy-MM-dd}"), ("in_service_on", "2026-01-15")));
            if ((((uint)i * 2654435761u) >> 16) % 97 == 0 || (plant == "A" && week is >= 8 and < 12 && i % 10 < 4))
            {
                rows.Add(Claim($"C{i}", ("vin", vin), ("dealer_code", $"D{i % 20}")));
            }
        }

        using var warehouse = Rows(rows);

        var findings = DefectFindings.In(warehouse);
        var cluster = Assert.Single(findings.Clusters);

        Assert.Equal("plant=A", cluster.Rule);
        // Weeks of plant A, inside the window and outside.
        Assert.Equal(24, findings.Weeks.Count);
        Assert.Equal((4, 4, cluster.Claims), (findings.Weeks.Count(week => week.IsInWindow), findings.Weeks.Count(week => week.Claims > 3 * week.Expected), findings.Weeks.Where(week => week.IsInWindow).Sum(week => week.Claims)));
        Assert.All(findings.Weeks, week => Assert.True(week.Vehicles is 100 && week.Expected is > 0.3 and < 3, $"{week}"));
        Assert.Equal(cluster.Expected, findings.Weeks.Where(week => week.IsInWindow).Sum(week => week.Expected), 0.05 * cluster.Expected);
        // No vehicle was built on the first two days of March.
        Assert.Equal((new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 24)), (cluster.BuiltFrom, cluster.BuiltTo));

        // As sure, but of a ratio that interests nobody.
        HypothesisPrior WorthFrom(double share) => new() { SmallestRatio = share * cluster.Ratio, Ratios = [1.2 * cluster.Ratio, 2 * cluster.Ratio] };
        Assert.Single(DefectFindings.In(warehouse, WorthFrom(0.9)).Clusters);
        Assert.Empty(DefectFindings.In(warehouse, WorthFrom(1.1)).Clusters);
    }

    /// <summary>Eight weeks of plant B have somewhat more claims, four of plant A many more: asked of plant B, that is what is told, and not the other.</summary>
    [Fact]
    public void a_finding_is_sharpened_and_not_exchanged_for_a_surer_one_elsewhere()
    {
        var rows = new List<Row>();
        for (var i = 0; i < 4800; i++)
        {
            var (vin, plant, week) = ($"LSVAA11A1P1{i:000000}", i % 2 == 0 ? "A" : "B", i / 4 % 24);
            rows.Add(Vehicle(vin, ("plant", plant), ("built_on", $"{new DateOnly(2025, 1, 6).AddDays(7 * week):yyyy-MM-dd}"), ("in_service_on", "2026-01-15")));
            var random = (((uint)i * 2654435761u) >> 16) % 97;
            if (random < 3 || (plant == "B" && week is >= 14 and < 22 && random < 6) || (plant == "A" && week is >= 8 and < 12 && random < 40))
            {
                rows.Add(Claim($"C{i}", ("vin", vin), ("dealer_code", $"D{i % 20}")));
            }
        }

        using var warehouse = Rows(rows);
        var (data, prior) = (ScanData.Read(warehouse), new HypothesisPrior());
        var (scan, month) = (new MonthScan(data, prior, warehouse.Scope.SmallestCount), data.Fleet.Months - 1);
        var seen = Assert.Single(scan.Run(month, isAsked: (_, rule) => data.Fleet.Facets[rule.Facet].Rule(rule.Combination) == "plant=B"));

        var described = Assert.Single(new ClusterDescription(data, prior, scan, month).Describe(seen, warehouse.Scope.SmallestCount, _ => false));

        Assert.Equal("plant=B", described.Population.Rule);
        // Plant A is part of the reference.
        Assert.InRange(described.Claims.Count / described.Expected, 1.2, 2);
        Assert.Equal("plant=A", Assert.Single(new ClusterDescription(data, prior, scan, month).Describe(Assert.Single(scan.Run(month)), warehouse.Scope.SmallestCount, _ => false)).Population.Rule);
    }

    /// <summary>Many claims young, everywhere; twelve of one plant's builds of eight weeks old, where hardly any other claims: over all ages that is a tenth more.</summary>
    [Fact]
    public void an_excess_late_in_life_is_found_though_it_drowns_over_all_ages()
    {
        var rows = new List<Row>();
        var worn = 0;
        for (var i = 0; i < 4800; i++)
        {
            var (vin, plant, week) = ($"LSVAA11A1P1{i:000000}", i % 2 == 0 ? "A" : "B", i / 4 % 24);
            var sale = new DateOnly(2024, 9, 15).AddMonths(i % 3);
            rows.Add(Vehicle(vin, ("plant", plant), ("built_on", $"{new DateOnly(2024, 1, 8).AddDays(7 * week):yyyy-MM-dd}"), ("in_service_on", $"{sale:yyyy-MM-dd}")));
            var random = ((uint)i * 2654435761u) >> 16;
            if (random % 7 == 0)
            {
                rows.Add(ClaimAt($"C{i}", vin, sale.AddMonths((int)(random / 7 % 6))));
            }

            if (plant == "A" && week is >= 8 and < 16 && i % 3 == 1 && i / 96 % 10 == 3)
            {
                rows.Add(ClaimAt($"W{worn++}", vin, sale.AddMonths(15)));
            }
            else if (random % 151 == 1)
            {
                rows.Add(ClaimAt($"L{i}", vin, sale.AddMonths(13 + (int)(random / 151 % 5))));
            }
        }

        using var warehouse = Rows(rows);

        Assert.Empty(DefectFindings.In(warehouse, new HypothesisPrior { LateInLife = 0 }).Clusters);
        var cluster = Assert.Single(ClusterEvidence.Add(warehouse, DefectFindings.In(warehouse)).Clusters);
        Assert.Equal(("plant=A", "wear_out", "late_in_life"), (cluster.Rule, cluster.Shape, cluster.Stretch));
        Assert.True(cluster.StretchClaims / cluster.StretchExpected > cluster.Ratio);

        static Row ClaimAt(string id, string vin, DateOnly day) => Claim(
            id, ("vin", vin), ("dealer_code", $"D{vin[^2..]}"), ("failed_on", $"{day:yyyy-MM-dd}"), ("reported_on", $"{day:yyyy-MM-dd}"), ("decided_on", $"{day.AddDays(5):yyyy-MM-dd}"),
            ("closed_on", $"{day.AddDays(9):yyyy-MM-dd}"));
    }

    /// <summary>
    /// Many claims at low mileage, everywhere; at high mileage, which half of the vehicles reach within their first year, few but of one plant's builds of eight
    /// weeks: over all of life that drowns.
    /// </summary>
    [Fact]
    public void an_excess_at_high_mileage_is_found_though_it_drowns_over_all_of_life()
    {
        var rows = new List<Row>();
        for (var i = 0; i < 4800; i++)
        {
            var (vin, plant, week) = ($"LSVAA11A1P1{i:000000}", i % 2 == 0 ? "A" : "B", i / 4 % 24);
            var (sale, isDriven) = (new DateOnly(2025, 6, 15).AddMonths(i % 3), i / 2 % 2 == 0);
            rows.Add(Vehicle(vin, ("plant", plant), ("built_on", $"{new DateOnly(2025, 1, 6).AddDays(7 * week):yyyy-MM-dd}"), ("in_service_on", $"{sale:yyyy-MM-dd}"), ("warranty_km", null)));
            rows.Add(Make(ClaimInsights.Ingest.Tables.Services, [], ("vin", vin), ("serviced_on", $"{sale.AddDays(60):yyyy-MM-dd}"), ("odometer_km", isDriven ? "18000" : "2000"), ("dealer_code", "D1")));
            var random = ((uint)i * 2654435761u) >> 16;
            if (random % 6 == 0)
            {
                rows.Add(ClaimAt($"C{i}", vin, sale.AddMonths((int)(random / 6 % (isDriven ? 4 : 9)))));
            }

            if (plant == "A" && isDriven && week is >= 8 and < 16 && i / 96 % 25 == 3)
            {
                rows.Add(ClaimAt($"W{i}", vin, sale.AddDays(200)));
            }
            else if (isDriven && random % 151 == 1)
            {
                rows.Add(ClaimAt($"L{i}", vin, sale.AddDays(190 + (int)(random / 151 % 60))));
            }
        }

        using var warehouse = Rows(rows);

        Assert.Empty(DefectFindings.In(warehouse, new HypothesisPrior { HighMileage = 0 }).Clusters);
        Assert.Equal("plant=A", Assert.Single(DefectFindings.In(warehouse).Clusters).Rule);

        static Row ClaimAt(string id, string vin, DateOnly day) => Claim(
            id, ("vin", vin), ("dealer_code", $"D{vin[^2..]}"), ("failed_on", $"{day:yyyy-MM-dd}"), ("reported_on", $"{day:yyyy-MM-dd}"), ("decided_on", $"{day.AddDays(5):yyyy-MM-dd}"),
            ("closed_on", $"{day.AddDays(9):yyyy-MM-dd}"));
    }

    /// <summary>
    /// Half of the vehicles come to high mileage after two months and claim thirty times as often, the others after six: of those built late only the former are there,
    /// and by age alone they would stand out.
    /// </summary>
    [Theory, InlineData(false), InlineData(true)]
    public void who_drives_more_and_claims_more_is_no_cluster_at_high_mileage(bool isTold)
    {
        var (cells, counts) = (new List<VehicleCell>(), new List<(int Day, int Sale, int Far, double Claims)>());
        for (var week = 0; week < 60; week++)
        {
            var built = new DateOnly(2025, 1, 6).AddDays(7 * week);
            foreach (var (after, rate) in new[] { (2, 0.06), (6, 0.002) })
            {
                var sale = MonthOf(built.Year, built.Month);
                cells.Add(new VehicleCell(0, built, sale, MonthOf(2026, 6), sale + after, 100));
                counts.Add((7 * week, sale - MonthOf(2025, 1), after, 100 * rate));
            }
        }

        var fleet = new ScanFleet([Stratum(0, "A")], cells, AsOf);
        var month = fleet.Months - 1;
        var claims = new List<ChartClaim>();
        foreach (var (day, sale, after, each) in counts)
        {
            for (var at = sale; at <= month; at++)
            {
                // Fractions of claims are carried on to the next month.
                var many = (int)((at - sale + 1) * each) - (int)((at - sale) * each);
                claims.AddRange(Enumerable.Repeat(new ChartClaim(0, (ushort)day, (short)sale, (short)at, FarMonth: (short)(sale + after)), many));
            }
        }

        var (chart, pace) = (new ScanChart(0, "P", "leak", [true], null, claims), ClosingPace.Even(fleet, month));
        var tables = new ExpectedTables(fleet);
        tables.Set(0, chart, ChartNull.Fit(fleet, ExposureGrid.Of(fleet, _ => true).Paced(pace), claims, pace), pace, 1, LifeBand.Far);
        var vehicles = new MonthCells(fleet);
        vehicles.Fill(month, isFar: true, isByDay: false);
        var far = LifeBand.Far.Of(claims);
        if (isTold)
        {
            tables.Intensify(0, far, tables.ByIntensity(vehicles), pace.Intensities);
        }

        tables.AddUpEach(vehicles, []);
        var e = new ChartScan(fleet, new HypothesisPrior()).Run(chart, far, tables, 0, band: LifeBand.Far).LogEvidence;

        Assert.InRange(e, isTold ? double.NegativeInfinity : 5, isTold ? 0 : double.PositiveInfinity);
    }

    [Fact]
    public void two_mixtures_are_one_with_their_shares()
    {
        ScanResult Of(double e, int age) => new(Math.Log(e), new Candidate(new Hypothesis(0, 0, -1, false, 0, 1, new LifeBand(age, false)), 5, 1, 0.01, Math.Log(e / 2), IsPart: true), Claims: 9 + age);

        var mixed = ScanResult.Mix(Of(2, 0), 0.75, Of(10, 12));

        Assert.Equal(4, Math.Exp(mixed.LogEvidence), 1e-12);
        Assert.Equal((12, 21, 0.0025), (mixed.Best.What.Band.FromAge, mixed.Claims, mixed.Best.Prior));
        Assert.Equal(Math.Log(1.25), mixed.Best.LogWeight, 1e-12);
        Assert.Equal(Math.Log(1.5), ScanResult.Mix(Of(2, 0), 0.75, ScanResult.Nothing).LogEvidence, 1e-12);
        Assert.Equal(ScanResult.Nothing, ScanResult.Mix(ScanResult.Nothing, 0.75, ScanResult.Nothing));
    }

    /// <summary>Nothing is expected of vehicles where no other vehicle claims: half a claim of all others keeps the ratio finite.</summary>
    [Fact]
    public void a_cluster_with_every_claim_of_its_chart_is_listed_with_a_small_expectation()
    {
        var rows = new List<Row>();
        for (var i = 0; i < 2400; i++)
        {
            var (vin, week) = ($"LSVAA11A1P1{i:000000}", i % 24);
            rows.Add(Vehicle(vin, ("built_on", $"{new DateOnly(2025, 1, 6).AddDays(7 * week):yyyy-MM-dd}"), ("in_service_on", "2026-01-15")));
            if (week is 10 or 11)
            {
                rows.Add(Claim($"C{i}", ("vin", vin), ("dealer_code", $"D{i % 20}")));
            }
        }

        using var warehouse = Rows(rows);

        var cluster = Assert.Single(DefectFindings.In(warehouse).Clusters);

        // How far the edges reach into weeks in which nobody would have claimed either way cannot be told to the week.
        Assert.InRange(cluster.BuiltFrom!.Value, new DateOnly(2025, 3, 3), new DateOnly(2025, 3, 17));
        Assert.InRange(cluster.BuiltTo!.Value, new DateOnly(2025, 3, 24), new DateOnly(2025, 4, 7));
        Assert.Equal(200, cluster.Claims);
        Assert.InRange(cluster.Expected, 0.01, 0.2);
    }

    private static VehicleStratum Stratum(int number, string plant) => new(number, "M1", plant, null, null, "private", null, null, null);

    private static int MonthOf(int year, int month) => ScanFleet.MonthOf(new DateOnly(year, month, 1));
}
