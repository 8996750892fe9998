using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What is expected of every rule and build week is the sum of its cells, however it is added up.</summary>
public class ExpectedTablesTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);

    [Theory]
    [InlineData(false, false, false), InlineData(true, false, false), InlineData(false, true, false), InlineData(true, true, false)]
    [InlineData(false, false, true), InlineData(true, false, true), InlineData(false, true, true), InlineData(true, true, true)]
    public void every_rules_weeks_are_the_sums_of_their_cells(bool isFar, bool isByDay, bool isByCell)
    {
        var random = new Random(7);
        // Eleven provinces, two plants, three powertrains of which one is not known: pairs, one attribute, all.
        VehicleStratum[] strata =
        [
            .. from province in Enumerable.Range(0, 11)
               from plant in new[] { "A", "B" }
               from powertrain in new[] { "BEV", "PHEV", null }
               select new VehicleStratum(0, "M", plant, null, powertrain, "private", $"P{province}", province < 5 ? "cold" : "hot", null),
        ];
        strata = [.. strata.Select((stratum, i) => stratum with { Stratum = i })];
        var cells = Enumerable.Range(0, 4000).Select(_ => new VehicleCell(
                random.Next(strata.Length), new DateOnly(2025, 1, 6).AddDays(random.Next(120)), 12 * 2025 + 6 + random.Next(6), 12 * 2026 + 4 + random.Next(3),
                random.Next(3) == 0 ? 12 * 2026 + random.Next(4) : null, 1 + random.Next(3)))
            .OrderBy(cell => (cell.BuiltOn.DayNumber - new DateOnly(2025, 1, 6).DayNumber) / 7).ThenBy(cell => cell.Stratum).ThenBy(cell => cell.BuiltOn).ToList();
        var fleet = new ScanFleet(strata, cells, AsOf);
        var month = fleet.Months - 2;
        var pace = ClosingPace.Even(fleet, month);
        var claims = Enumerable.Range(0, 200).Select(i => new ChartClaim(fleet.Stratum[i], (ushort)fleet.Day[i], (short)fleet.Sale[i], (short)(fleet.Sale[i] + (i % 3)))).ToList();
        bool[] isFitted = [.. strata.Select(stratum => stratum.Powertrain != "BEV")];
        var chart = new ScanChart(0, "P", "leak", isFitted, null, claims);
        var tables = new ExpectedTables(fleet);
        tables.Set(0, chart, ChartNull.Fit(fleet, ExposureGrid.Of(fleet, cell => isFitted[fleet.Stratum[cell]]).Paced(pace), claims, pace), pace, 1);
        // Buffers that served another month before.
        var vehicles = new MonthCells(fleet);
        vehicles.Fill(month - 4, isFar, isByDay);
        tables.AddUp(vehicles);
        vehicles.Fill(month, isFar, isByDay);
        var ofIntensities = tables.ByIntensity(vehicles);
        if (isFar)
        {
            tables.Intensify(0, claims.Where(claim => claim.FarMonth <= claim.Month), ofIntensities, [.. Enumerable.Range(1, LifeBand.Intensities).Select(i => i / 2.0)]);
        }

        // A population that holds nothing has its weeks added up cell by cell.
        tables.AddUpEach(vehicles, isByCell ? [new Population("", new bool[strata.Length], null, 10, fleet.Days - 10)] : []);
        double[] ofDays = [.. Enumerable.Range(0, fleet.Days).Select(day => tables.OfPlantDay(0, 0, day))];
        tables.AddUp(vehicles);

        Assert.True(fleet.Facets.Count > 6 && tables.Weeks > 16);
        Assert.Contains(Enumerable.Range(0, fleet.Cells), cell => tables.OfCell(cell) > 0);
        Assert.All(ofDays, (expected, day) => Assert.Equal(isByDay ? expected : 0, tables.OfPlantDay(0, 0, day), 1e-5));
        var upTo = new double[tables.Weeks + 1];
        for (var facet = 0; facet < fleet.Facets.Count; facet++)
        {
            for (var combination = 0; combination < fleet.Facets[facet].Values.Count; combination++)
            {
                tables.UpTo(0, facet, combination, upTo);
                for (var week = 0; week < tables.Weeks; week++)
                {
                    var expected = Enumerable.Range(0, fleet.Cells).Where(cell => fleet.WeekOfDay[fleet.Day[cell]] == week && fleet.Facets[facet].Of[fleet.Stratum[cell]] == combination).Sum(tables.OfCell);
                    Assert.Equal(expected, tables.Of(0, facet, combination, week), 1e-4 * Math.Max(1e-3, expected));
                    Assert.Equal(tables.Of(0, facet, combination, week), upTo[week + 1] - upTo[week], 1e-6);
                }
            }
        }
    }

    [Fact]
    public void each_intensity_of_use_has_the_claims_that_were_seen_of_it_and_what_all_charts_show()
    {
        // Sold in January; half come to high mileage in March, half in July.
        VehicleStratum[] strata = [new(0, "M", "A", null, null, "private", "P", "hot", null)];
        var cells = new[] { 3, 7 }.Select(far => new VehicleCell(0, new DateOnly(2025, 1, 6), (12 * 2025) + 0, (12 * 2026) + 5, (12 * 2025) + far - 1, 1000));
        var fleet = new ScanFleet(strata, cells, AsOf);
        var month = fleet.Months - 1;
        var pace = ClosingPace.Even(fleet, month);
        List<ChartClaim> claims = [.. Enumerable.Range(0, 90).Select(i => new ChartClaim(0, 0, 0, (short)(8 + (i % 9)), FarMonth: (short)(i % 9 == 0 ? 6 : 2)))];
        var chart = new ScanChart(0, "P", "leak", [true], null, claims);
        var tables = new ExpectedTables(fleet);
        tables.Set(0, chart, ChartNull.Fit(fleet, ExposureGrid.Of(fleet, _ => true).Paced(pace), claims, pace), pace, 1, LifeBand.Far);
        var vehicles = new MonthCells(fleet);
        vehicles.Fill(month, isFar: true, isByDay: false);
        var expected = tables.ByIntensity(vehicles);

        Assert.Equal([0, 1], new[] { 2, 6 }.Select(LifeBand.IntensityOf));
        Assert.Equal(expected, tables.ByIntensityEach(vehicles, []));
        tables.Intensify(0, claims, expected, [1.2, 0.5, 1, 1, 1, 1, 1]);
        tables.AddUpEach(vehicles, []);

        var (before, after) = (new[] { expected[0], expected[ExpectedTables.Lanes] }, new[] { 80, 10 });
        Assert.Equal(before[0] * (after[0] + (20 * 1.2)) / (before[0] + 20), tables.OfCell(0), 1e-3);
        Assert.Equal(before[1] * (after[1] + (20 * 0.5)) / (before[1] + 20), tables.OfCell(1), 1e-3);
        // A population that is left out teaches nothing.
        Assert.All(tables.ByIntensityEach(vehicles, [new Population("", [true], null, 0, fleet.Days - 1)]), left => Assert.Equal(0, left));
    }

    [Fact]
    public void nothing_is_expected_of_vehicles_that_are_left_out()
    {
        VehicleStratum[] strata = [.. new[] { "A", "B" }.Select((plant, i) => new VehicleStratum(i, "M", plant, null, null, "private", "P", "hot", null))];
        var cells = from week in Enumerable.Range(0, 4)
                    from stratum in Enumerable.Range(0, 2)
                    from day in Enumerable.Range(0, 2)
                    select new VehicleCell(stratum, new DateOnly(2026, 1, 5).AddDays((7 * week) + day), 12 * 2026 + 1, 12 * 2026 + 5, null, 100);
        var fleet = new ScanFleet(strata, cells, AsOf);
        var (month, claims) = (fleet.Months - 1, new List<ChartClaim> { new(0, 0, 0, 1) });
        var pace = ClosingPace.Even(fleet, month);
        var tables = new ExpectedTables(fleet);
        tables.Set(0, new ScanChart(0, "P", "leak", [true, true], null, claims), ChartNull.Fit(fleet, ExposureGrid.Of(fleet, _ => true).Paced(pace), claims, pace), pace, 1);
        var vehicles = new MonthCells(fleet);
        vehicles.Fill(month, isFar: false, isByDay: true);
        tables.AddUpEach(vehicles, []);
        var (whole, ofCell) = (Enumerable.Range(0, 4).Select(week => tables.Of(0, 0, 0, week)).ToList(), tables.OfCell(0));

        // Plant B in the second week, and its first day in the third.
        tables.AddUpEach(vehicles, [new Population("plant=B", [false, true], null, 7, 14)]);

        Assert.Equal([whole[0], whole[1] / 2, whole[2] * 3 / 4, whole[3]], Enumerable.Range(0, 4).Select(week => tables.Of(0, 0, 0, week)), (one, other) => Math.Abs(one - other) < 1e-6);
        Assert.Equal([ofCell, ofCell, 0, 0], Enumerable.Range(4, 4).Select(tables.OfCell));
        Assert.Equal([2 * ofCell, ofCell], [tables.OfPlantDay(0, 0, 14) + tables.OfPlantDay(0, 1, 15), tables.OfPlantDay(0, 0, 14) + tables.OfPlantDay(0, 1, 14)], (one, other) => Math.Abs(one - other) < 1e-6);
    }
}
