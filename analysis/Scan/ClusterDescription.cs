using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>A population that stands out in a chart, with its figures against a reference that it is no part of.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Population">Which vehicles.</param>
/// <param name="Claims">Their claims, repeats included.</param>
/// <param name="Expected">Claims expected of them.</param>
/// <param name="PValue">Chance of so many claims, the reference being estimated; not adjusted for having been selected.</param>
/// <param name="Recent">Claims of the last three months.</param>
/// <param name="RecentExpected">Claims expected in them.</param>
internal sealed record DescribedCluster(
    ScanChart Chart, Population Population, IReadOnlyList<ChartClaim> Claims, double Expected, double PValue, long Recent, double RecentExpected)
{
    /// <summary>The stretch of life in which it was found, and its figures there; null: found over all ages, or listed no longer.</summary>
    public StretchFigures? Stretch { get; init; }
}

/// <summary>A population's figures in a stretch of life.</summary>
/// <param name="Band">The stretch.</param>
/// <param name="Claims">Claims in it.</param>
/// <param name="Expected">Claims expected in it.</param>
internal sealed record StretchFigures(LifeBand Band, long Claims, double Expected);

/// <summary>
/// Says which vehicles a chart's excess lies in: the hypothesis with the largest prior × evidence, the reference fitted again
/// without it, the shortest rule that suffices, edges to the day; then the same in what is left.
/// </summary>
internal sealed class ClusterDescription(ScanData data, HypothesisPrior prior, MonthScan scanned, int month)
{
    private const int MostClusters = 4, Refits = 2, RecentMonths = 3;

    /// <summary>A rule is longer than its parent only where the parent's claims gather in it so clearly.</summary>
    private const double Gathered = 0.01;

    private readonly ClosingPace pace = scanned.PaceAt(month);
    private readonly ExpectedTables tables = new(data.Fleet);
    private readonly ChartScan scan = new(data.Fleet, prior);
    private readonly VehicleDiscount discount = new(data.Fleet);
    private readonly EdgeRefinement edges = new(data.Fleet);
    private (ChartMonth? Seen, List<ChartClaim> Claims) described = (null, []);

    /// <param name="seen">The chart as the scan saw it.</param>
    /// <param name="fewest">Fewest claims that make a cluster.</param>
    /// <param name="isEnough">Whether what is left of a chart still stands out.</param>
    public IReadOnlyList<DescribedCluster> Describe(ChartMonth seen, int fewest, Func<ScanResult, bool> isEnough)
    {
        var found = new List<Population>();
        var bands = new List<(Population Population, LifeBand Band)>();
        var best = seen.Scan.Best;
        while (found.Count < MostClusters && !double.IsNegativeInfinity(best.LogWeight))
        {
            var population = Sharpen(seen, found, Population.Of(data.Fleet, seen.Chart, best.What), best.What);
            if (ClaimsOf(seen).Count(claim => population.Holds(claim) && !Population.IsIn(found, claim.Stratum, claim.Day)) < fewest)
            {
                break;
            }

            found.Add(population);
            bands.Add((population, best.What.Band));
            var rest = Left(seen, found);
            if (rest.Count == 0 && found.Count > 1)
            {
                // What holds all the claims that are left has nothing to be compared with, and would take the others' reference away too.
                found.RemoveAt(found.Count - 1);
                break;
            }

            var next = Scan(seen, Fit(seen, found), found, rest);
            if (!isEnough(next))
            {
                break;
            }

            best = next.Best;
        }

        var merged = Merge(found);
        var reference = Fit(seen, merged);
        return
        [
            .. merged.Select((one, i) => Figures(seen, one, merged.Take(i).ToList(), reference)).Where(one => one.Claims.Count >= fewest && one.Expected > 0 && one.Claims.Count > one.Expected)
                .Select(one => one with { Stretch = StretchOf(one.Population) })
                .Where(one => prior.IsWorth(one.Claims.Count, one.Expected) || (one.Stretch is { } stretch && prior.IsWorth(stretch.Claims, stretch.Expected))),
        ];

        // What was found late in life or at high mileage may drown over all ages; where it was found in both, it is told where its ratio is larger.
        StretchFigures? StretchOf(Population population) => bands.Where(one => one.Population.Rule == population.Rule && one.Band != LifeBand.Whole
            && one.Population.FromDay >= population.FromDay && one.Population.ToDay <= population.ToDay).Select(one => one.Band).Distinct()
            .Select(band =>
            {
                Fill(seen, reference, merged, [], band);
                var (observed, expected) = Count(population, band.Of(ClaimsOf(seen)));
                return new StretchFigures(band, observed, expected);
            }).MaxBy(one => one.Claims / one.Expected);
    }

    /// <summary>The figures of a given population, the reference fitted without it.</summary>
    public DescribedCluster Measure(ChartMonth seen, Population population) => Figures(seen, population, [], Fit(seen, [population]));

    /// <summary>Vehicles of a population's rule by build week, whatever its window: sold ones with the part, their claims, and what is expected without the population.</summary>
    public IReadOnlyList<(int Week, long Vehicles, long Claims, double Expected)> Weeks(ChartMonth seen, Population population)
    {
        var fleet = data.Fleet;
        var (vehicles, claims, expected) = (new double[fleet.Weeks], new long[fleet.Weeks], new double[fleet.Weeks]);
        Fill(seen, Fit(seen, [population]), [population], [], LifeBand.Whole);
        for (var cell = 0; cell < fleet.Cells; cell++)
        {
            if (seen.Chart.IsFitted[fleet.Stratum[cell]] && population.Takes(fleet.Stratum[cell], fleet.Day[cell]))
            {
                vehicles[fleet.WeekOfDay[fleet.Day[cell]]] += fleet.Vehicles[cell];
                expected[fleet.WeekOfDay[fleet.Day[cell]]] += tables.OfCell(cell);
            }
        }

        foreach (var claim in ClaimsOf(seen).Where(claim => population.Takes(claim.Stratum, claim.Day)))
        {
            claims[fleet.WeekOfDay[claim.Day]]++;
        }

        return [.. Enumerable.Range(0, fleet.Weeks).Where(week => vehicles[week] > 0).Select(week => (week, (long)vehicles[week], claims[week], expected[week]))];
    }

    private Population Sharpen(ChartMonth seen, IReadOnlyList<Population> before, Population population, Hypothesis what)
    {
        // An excess late in life is sharpened among late claims: over all of it it would drown.
        var rest = what.Band.Of(Left(seen, before));
        for (var refit = 0; refit < Refits; refit++)
        {
            List<Population> unfitted = [.. before, population];
            Fill(seen, Fit(seen, unfitted), unfitted, before, what.Band);
            // Where little is left of an excess, anything may be the best: a finding is sharpened, and not exchanged for another.
            if (scan.Run(seen.Chart, rest, tables, 0, isExpectationKnown: true, band: what.Band).Best is { Observed: > 0 } better
                && Shortest(seen, rest, better.What) is var sharper && KeepsExcess(population, sharper, rest))
            {
                (what, population) = (better.What, sharper);
            }
        }

        return what is { IsBatch: true } && population.Rule.Contains("part_batch", StringComparison.Ordinal)
            ? population : edges.Refine(population, rest, tables);
    }

    /// <summary>Leaves conditions out while the claims of the wider rule do not gather in the narrower one.</summary>
    private Population Shortest(ChartMonth seen, List<ChartClaim> rest, Hypothesis what)
    {
        var population = Population.Of(data.Fleet, seen.Chart, what);
        var conditions = PopulationRule.Alternatives(population.Rule);
        if (what.IsBatch || conditions.Count == 0)
        {
            return population;
        }

        var (own, expected) = Count(population, rest);
        foreach (var wider in conditions.Keys.Select(left => conditions.Where(one => one.Key != left))
            .Select(kept => PopulationRule.Of([.. kept.Select(one => (one.Key, (string?)one.Value[0]))]))
            .Select(rule => Population.Of(data.Fleet, seen.Chart.Lots, rule, null, null) with { FromDay = population.FromDay, ToDay = population.ToDay })
            .Select(wider => (Population: wider, Counted: Count(wider, rest)))
            .OrderByDescending(one => one.Counted.Observed - one.Counted.Expected))
        {
            var (all, expectedOfAll) = wider.Counted;
            if (expectedOfAll > 0 && 1 - IncompleteBeta.BinomialAtMost(own - 1, all, Math.Min(1, expected / expectedOfAll)) > Gathered)
            {
                return wider.Population;
            }
        }

        return population;
    }

    /// <summary>Whether at least half of a population's excess lies in another.</summary>
    private bool KeepsExcess(Population population, Population other, List<ChartClaim> rest)
    {
        var (whole, kept) = (Excess(Count(population, rest)), Excess(Count(population, rest, other)));
        return kept > 0 && kept >= whole / 2;

        double Excess((long Observed, double Expected) counted) => counted.Observed - counted.Expected;
    }

    /// <summary>Claims and expectation of a population, or of what it shares with another; nothing is expected of those that were left out when the tables were filled.</summary>
    private (long Observed, double Expected) Count(Population population, List<ChartClaim> rest, Population? shared = null)
    {
        double expected = 0;
        var (from, to) = population.Cells(data.Fleet);
        for (var cell = from; cell < to; cell++)
        {
            if (Holds(data.Fleet.Stratum[cell], data.Fleet.Day[cell]))
            {
                expected += tables.OfCell(cell);
            }
        }

        return (rest.Count(claim => Holds(claim.Stratum, claim.Day)), expected);

        bool Holds(int stratum, int day) => population.Holds(stratum, day) && shared?.Holds(stratum, day) != false;
    }

    /// <summary>Neighbouring windows of one rule are one cluster.</summary>
    private List<Population> Merge(List<Population> found)
    {
        var merged = new List<Population>();
        foreach (var one in found)
        {
            var i = merged.FindIndex(other => other.Rule == one.Rule && Gap(other, one) <= 0);
            if (i < 0)
            {
                merged.Add(one);
            }
            else
            {
                merged[i] = merged[i] with { FromDay = Math.Min(merged[i].FromDay, one.FromDay), ToDay = Math.Max(merged[i].ToDay, one.ToDay) };
            }
        }

        return merged;

        // Days with vehicles between two windows.
        int Gap(Population a, Population b)
        {
            var (from, to) = (Math.Min(a.ToDay, b.ToDay) + 1, Math.Max(a.FromDay, b.FromDay) - 1);
            return Enumerable.Range(from, Math.Max(0, to - from + 1)).Count(data.Fleet.IsBuilt);
        }
    }

    /// <summary>Claims of the chart that is described now, picked once.</summary>
    private List<ChartClaim> ClaimsOf(ChartMonth seen)
    {
        if (described.Seen != seen)
        {
            described = (seen, seen.Claims());
        }

        return described.Claims;
    }

    private List<ChartClaim> Left(ChartMonth seen, IReadOnlyList<Population> without) => without.Count == 0 ? ClaimsOf(seen) :
        [.. ClaimsOf(seen).Where(claim => !Population.IsIn(without, claim.Stratum, claim.Day))];

    private ExposureGrid GridOf(ScanChart chart, Func<int, int, bool> holds, (int From, int To) within)
    {
        var (fleet, isFitted) = (data.Fleet, chart.IsFitted);
        return ExposureGrid.Of(fleet, cell => isFitted[fleet.Stratum[cell]] && holds(fleet.Stratum[cell], fleet.Day[cell]), within);
    }

    private ChartNull Fit(ChartMonth seen, List<Population> without)
    {
        var grid = data.GridOf(seen.Chart);
        if (without.Count > 0)
        {
            var within = data.Fleet.CellsBuilt(without.Min(one => one.FromDay), without.Max(one => one.ToDay));
            grid = grid.Without(GridOf(seen.Chart, (stratum, day) => Population.IsIn(without, stratum, day), within));
        }

        return ChartNull.Fit(data.Fleet, grid.Paced(pace), Left(seen, without), pace);
    }

    /// <summary>What is left of a chart, over all of life and each stretch that is looked at beside it.</summary>
    private ScanResult Scan(ChartMonth seen, ChartNull expected, IReadOnlyList<Population> found, List<ChartClaim> rest)
    {
        return prior.Bands(month).Aggregate(In(LifeBand.Whole), (others, one) => ScanResult.Mix(others, 1 - one.Share, In(one.Band)));

        ScanResult In(LifeBand band)
        {
            var claims = band.Of(rest);
            if (band != LifeBand.Whole && claims.Count < Evidence.FewestClaims)
            {
                return ScanResult.Nothing;
            }

            Fill(seen, expected, found, found, band);
            return discount.Of(seen.Chart, claims, scan.Run(seen.Chart, claims, tables, 0, band: band));
        }
    }

    /// <param name="seen">The chart.</param>
    /// <param name="expected">The reference.</param>
    /// <param name="unfitted">What the reference is fitted without.</param>
    /// <param name="without">What nothing is asked of.</param>
    /// <param name="band">Stretch of life.</param>
    private void Fill(ChartMonth seen, ChartNull expected, IReadOnlyList<Population> unfitted, IReadOnlyList<Population> without, LifeBand band)
    {
        var cells = scanned.CellsOf(month, band.IsFar, isByDay: seen.Chart.Lots is not null);
        tables.Set(0, seen.Chart, expected, pace, 1, band);
        if (band.IsFar)
        {
            tables.Intensify(0, band.Of(Left(seen, unfitted)), tables.ByIntensityEach(cells, unfitted), pace.Intensities);
        }

        tables.AddUpEach(cells, without);
    }

    private DescribedCluster Figures(ChartMonth seen, Population population, IReadOnlyList<Population> before, ChartNull reference)
    {
        bool Own(int stratum, int day) => population.Holds(stratum, day) && !Population.IsIn(before, stratum, day);
        var claims = ClaimsOf(seen).Where(claim => Own(claim.Stratum, claim.Day)).ToList();
        var (expected, recent, variance) = reference.Expect(GridOf(seen.Chart, Own, population.Cells(data.Fleet)), pace, RecentMonths);
        var share = Math.Min(variance / (variance + expected), Math.BitDecrement(1));
        return new DescribedCluster(
            seen.Chart, population, claims, expected, PoissonExcess.PValue(claims.Count, expected, double.IsNaN(share) ? 0 : share),
            claims.Count(claim => claim.Month > month - RecentMonths), recent);
    }
}
