using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What is expected of every rule and build week is the sum of its cells, however it is added up.</summary>
public class ExpectedTablesTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public void every_rules_weeks_are_the_sums_of_their_cells(bool isFar, bool isByDay)
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
        tables.AddUpEach(month, isFar: isFar);
        double[] ofDays = [.. Enumerable.Range(0, fleet.Days).Select(day => tables.OfPlantDay(0, 0, day))];
        tables.AddUp(vehicles);

        Assert.True(fleet.Facets.Count > 6 && tables.Weeks > 16);
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
}
