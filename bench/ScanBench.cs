using System.Diagnostics;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;

namespace ClaimInsights.Bench;

/// <summary>
/// The scan of one chart over every rule of vehicles and build window, on its own counts and on counts drawn where nothing is wrong: its time for each, and all
/// that <c>scan_peer.R</c> needs to do the same.
/// </summary>
internal static class ScanBench
{
    private const int Repeats = 5;

    /// <param name="store">The store; its chart of most claims is scanned, rules over lots left out.</param>
    /// <param name="replicates">Drawn counts besides the chart's own.</param>
    /// <param name="folder">Where the files go.</param>
    public static int Run(string store, int replicates, string folder)
    {
        var claims = ClaimStore.Open(store);
        using var warehouse = Warehouse.Open(claims, new Scope(StoreSpan.Of(claims).AsOf(null)));
        var (data, prior) = (ScanData.Read(warehouse), new HypothesisPrior());
        var (fleet, month) = (data.Fleet, data.Fleet.Months - 1);
        var chart = data.Charts.MaxBy(one => ScanData.KnownAt(one, month).Count)! with { Lots = null };
        var known = ScanData.KnownAt(chart, month);
        var pace = ClosingPace.Even(fleet, month);
        var tables = new ExpectedTables(fleet);
        tables.Set(0, chart, ChartNull.Fit(fleet, data.GridOf(chart).Paced(pace), known, pace), pace, 1);
        var vehicles = new MonthCells(fleet);
        vehicles.Fill(month, isFar: false, isByDay: false);
        tables.AddUpEach(vehicles, []);
        var scan = new ChartScan(fleet, prior);
        List<IReadOnlyList<ChartClaim>> drawn = [known, .. Draw(fleet, tables, known.Count, replicates)];
        var logs = new List<double>();
        var seconds = double.PositiveInfinity;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            logs.Clear();
            var clock = Stopwatch.StartNew();
            logs.AddRange(drawn.Select(one => scan.Run(chart, one, tables, 0).LogEvidence));
            seconds = Math.Min(seconds, clock.Elapsed.TotalSeconds);
        }

        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "expected.csv"), Expected(fleet, tables, scan.Weights(chart)));
        Write(Path.Combine(folder, "observed.csv"), Observed(fleet, drawn));
        Write(Path.Combine(folder, "logs.csv"), ["log_e", .. logs.Select(Number)]);
        Write(Path.Combine(folder, "settings.csv"), Settings(fleet, tables, prior, known.Count));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{chart.CausalPart} {chart.FailureMode}: {known.Count} claims, {fleet.Facets.Sum(facet => facet.Values.Count)} rules, {fleet.Weeks} weeks; {1000 * seconds / drawn.Count:0.000} ms for each of {drawn.Count} counts, best of {Repeats} rounds"));
        return 0;
    }

    /// <summary>As many claims as the chart has, each of a cell of vehicles with the chance of its share of the expectation.</summary>
    private static IEnumerable<IReadOnlyList<ChartClaim>> Draw(ScanFleet fleet, ExpectedTables tables, int claims, int replicates)
    {
        var upTo = new double[fleet.Cells];
        double sum = 0;
        for (var cell = 0; cell < fleet.Cells; cell++)
        {
            upTo[cell] = sum += tables.OfCell(cell);
        }

        var random = new Random(1);
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            yield return [.. Enumerable.Range(0, claims).Select(_ => Array.BinarySearch(upTo, random.NextDouble() * sum) is var at && at < 0 ? ~at : at)
                .Select(cell => new ChartClaim(fleet.Stratum[cell], (ushort)fleet.Day[cell], (short)fleet.Sale[cell], (short)fleet.Sale[cell])).OrderBy(claim => claim.Day)];
        }
    }

    private static IEnumerable<string> Expected(ScanFleet fleet, ExpectedTables tables, double[] weights)
    {
        yield return "rule,is_everything,has_own_factor,weight," + string.Join(',', Enumerable.Range(0, fleet.Weeks).Select(week => $"w{week}"));
        for (int facet = 0, rule = 0; facet < fleet.Facets.Count; facet++)
        {
            for (var combination = 0; combination < fleet.Facets[facet].Values.Count; combination++, rule++)
            {
                var weeks = Enumerable.Range(0, fleet.Weeks).Select(week => Number(week < tables.Weeks ? tables.Of(0, facet, combination, week) : 0));
                yield return $"{rule},{(facet == 0 ? 1 : 0)},{(ChartNull.HasFactorOf(fleet.Facets[facet]) ? 1 : 0)},{Number(weights[facet])},{string.Join(',', weeks)}";
            }
        }
    }

    private static IEnumerable<string> Observed(ScanFleet fleet, List<IReadOnlyList<ChartClaim>> drawn)
    {
        yield return "replicate,rule,week";
        var first = fleet.Facets.Select((_, facet) => fleet.Facets.Take(facet).Sum(one => one.Values.Count)).ToArray();
        for (var replicate = 0; replicate < drawn.Count; replicate++)
        {
            foreach (var claim in drawn[replicate])
            {
                for (var facet = 0; facet < fleet.Facets.Count; facet++)
                {
                    if (fleet.Facets[facet].Of[claim.Stratum] is var combination && combination >= 0)
                    {
                        yield return string.Create(CultureInfo.InvariantCulture, $"{replicate},{first[facet] + combination},{fleet.WeekOfDay[claim.Day]}");
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Settings(ScanFleet fleet, ExpectedTables tables, HypothesisPrior prior, int claims)
    {
        var windows = new WindowGrid(fleet.Weeks, prior);
        yield return "name,value";
        (string Name, double Value)[] values =
        [
            ("weeks", fleet.Weeks), ("weeks_built", tables.Weeks), ("claims", claims), ("all_builds", windows.AllBuilds), ("up_to", windows.UpTo), ("from", windows.From), ("smallest", prior.SmallestRatio), ("smallest_of_part", prior.SmallestRatioOfPart), ("kind_shrinkage", ChartScan.KindShrinkage),
            .. prior.Ratios.Select(ratio => ("ratio", ratio)), .. windows.Lengths.Select(length => ("length", (double)length)), .. windows.Between.Select(weight => ("between", weight)),
        ];
        foreach (var (name, value) in values)
        {
            yield return $"{name},{Number(value)}";
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void Write(string path, IEnumerable<string> lines) => File.WriteAllText(path, string.Join('\n', lines) + "\n");
}
