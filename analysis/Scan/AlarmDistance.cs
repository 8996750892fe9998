namespace ClaimInsights.Analysis.Scan;

/// <summary>How far a chart of part and failure mode is from an alarm at the as-of date, and what stands in its way.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Claims">Counted claims of the chart.</param>
/// <param name="DealerClaims">Of them one dealer's pattern, taken out before the scan and listed apart.</param>
/// <param name="Charts">Charts that were tested.</param>
/// <param name="ListedCharts">Of them listed at the as-of date.</param>
/// <param name="Rule">The population asked for, or the one that comes nearest; null: none has three claims and more than are expected.</param>
/// <param name="BuiltFrom">Its first build day; null: open.</param>
/// <param name="BuiltTo">Its last build day; null: open.</param>
/// <param name="FromAge">Months in service from which on its excess is looked for; 0: all ages. Claims and expectation are of these ages.</param>
/// <param name="FromKm">Kilometres from which on its excess is looked for; 0: all. Claims and expectation are of this mileage.</param>
/// <param name="Observed">Its claims.</param>
/// <param name="Expected">Claims expected of it.</param>
/// <param name="Prior">Its prior weight among all rules and windows; 0–1.</param>
/// <param name="LogEvidence">ln e of the chart, over all populations asked for.</param>
/// <param name="PValue">Of the chart, over all populations asked for.</param>
/// <param name="Level">The largest p at which the chart would be listed now, beside those that are (Benjamini–Hochberg).</param>
/// <param name="IsListed">Listed at the as-of date.</param>
/// <param name="WasListed">Listed at the month end before: an alarm takes two in a row, or one beyond doubt.</param>
/// <param name="IsBeyondDoubt">Listed at half of α: one month is enough.</param>
/// <param name="MoreClaims">About so many more claims of that population, all else as it is, and the chart is listed (one or two more, since what is expected learns from them too); null: not within a thousand, or no population.</param>
public sealed record AlarmDistance(
    string CausalPart,
    string FailureMode,
    int Claims,
    int DealerClaims,
    int Charts,
    int ListedCharts,
    string? Rule,
    DateOnly? BuiltFrom,
    DateOnly? BuiltTo,
    int FromAge,
    int FromKm,
    long Observed,
    double Expected,
    double Prior,
    double LogEvidence,
    double PValue,
    double Level,
    bool IsListed,
    bool WasListed,
    bool IsBeyondDoubt,
    int? MoreClaims)
{
    private const int Most = 1000;

    /// <summary>Looks at one chart beside all others.</summary>
    /// <param name="warehouse">The store at the as-of date.</param>
    /// <param name="part">The part.</param>
    /// <param name="mode">The failure mode.</param>
    /// <param name="rule">In the grammar of rules; null: any population.</param>
    /// <param name="prior">Weights of hypotheses; null: the built-in ones.</param>
    /// <exception cref="AnalysisException">The store has no vehicles, no such chart, or the rule is none that is scanned.</exception>
    public static AlarmDistance Of(Warehouse warehouse, string part, string mode, string? rule, HypothesisPrior? prior = null)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var (scope, weights, data) = (warehouse.Scope, prior ?? new HypothesisPrior(), ScanData.Read(warehouse));
        var chart = data.Chart(part, mode);
        var scan = new MonthScan(data, weights, scope.SmallestCount);
        var last = data.Fleet.Months - 1;
        bool Listed(int month) => month >= 0 && IsListedAt(scan.Run(month), chart, scope);
        var charts = scan.Run(last);
        var q = Detection.QValues(charts);
        var listed = charts.Where((one, i) => Detection.IsListed(one.Scan, q[i], scope)).Count();
        var at = charts.Select((one, i) => (one, i)).FirstOrDefault(one => one.one.Chart == chart, (null!, -1)).Item2;
        var known = ScanData.KnownAt(chart, last);
        if (at < 0)
        {
            return new(part, mode, known.Count, 0, charts.Count, listed, null, null, null, 0, 0, 0, 0, 0, double.NegativeInfinity, 1, 0, false, false, false, null);
        }

        var own = charts[at];
        var result = own.Scan;
        if (rule is not null)
        {
            result = scan.Run(last, one => one == chart, Asks(data, chart, rule)).First(one => one.Chart == chart).Scan;
        }

        var population = double.IsNegativeInfinity(result.LogEvidence) ? null : Population.Of(data.Fleet, chart, result.Best.What);
        var (from, to) = population?.Window(data.Fleet) ?? (null, null);
        var isListed = Detection.IsListed(own.Scan, q[at], scope);
        var level = scope.Alpha * (listed + (isListed ? 0 : 1)) / charts.Count;
        return new(
            part, mode, known.Count, known.Count - own.Count, charts.Count, listed, population?.Rule, from, to, result.Best.What.Band.FromAge, result.Best.What.Band.IsFar ? LifeBand.FarKm : 0, result.Best.Observed, result.Best.Expected, result.Best.Prior,
            result.LogEvidence, Detection.PValue(result), level, isListed, Listed(last - 1), q[at] <= scope.Alpha * ClusterMonitor.BeyondDoubt,
            population is null ? null : More(result, level, scope.SmallestCount, Evidence.Of(weights, result.Best.IsPart)));
    }

    private static bool IsListedAt(IReadOnlyList<ChartMonth> charts, ScanChart chart, Scope scope)
    {
        var q = Detection.QValues(charts);
        return charts.Select((one, i) => (one, i)).Any(one => one.one.Chart == chart && Detection.IsListed(one.one.Scan, q[one.i], scope));
    }

    /// <summary>
    /// The term of the population with more claims, the others' left as they are: all of the chart's expectation scales with its claims, so that the
    /// population's share of it stays. New vehicles bring the new claims.
    /// </summary>
    private static int? More(ScanResult result, double level, int fewest, Evidence evidence)
    {
        var (best, claims) = (result.Best, result.Claims);
        var share = Math.Min(1, best.Expected / claims);
        var others = Math.Max(0, Math.Exp(result.LogEvidence) - Math.Exp(best.LogWeight));
        for (var more = 0; more <= Most; more++)
        {
            var grown = best with { Observed = best.Observed + more, Expected = share * (claims + more) };
            var term = more == 0 ? Math.Exp(result.LogEvidence) : others + (best.Prior * evidence.Given(grown.Observed, share, claims + more));
            var then = new ScanResult(Math.Log(term), grown, result.Vehicles + more, result.AllVehicles + more, claims + more);
            if (grown.Observed >= fewest && Detection.PValue(then) <= level)
            {
                return more;
            }
        }

        return null;
    }

    /// <summary>Whether a hypothesis asks for the same values, in whatever order.</summary>
    private static Func<ScanChart, Hypothesis, bool> Asks(ScanData data, ScanChart chart, string rule)
    {
        var asked = Conditions(rule);
        // An unknown attribute or value would quietly never be met.
        var known = data.Fleet.Facets.SelectMany((facet, i) => Enumerable.Range(0, facet.Values.Count).Select(combination => facet.Rule(combination)))
            .Concat(chart.Lots is { } lots ? lots.Suppliers.SelectMany(supplier => data.Fleet.Plants.Select(plant => (string?)plant).Append(null), (supplier, plant) => PopulationRule.Of(("plant", plant), ("supplier_code", supplier)))
                .Concat(lots.Batches.Where(batch => batch.Batch is not null).Select(batch => PopulationRule.Of(("supplier_code", batch.Supplier), ("part_batch", batch.Batch)))) : []);
        if (!known.Any(one => Conditions(one).SequenceEqual(asked)))
        {
            throw new AnalysisException(
                $"--rule \"{rule}\": no population of this store is scanned by that rule; expected one or two of {string.Join(", ", data.Fleet.Facets.SelectMany(facet => facet.Attributes).Distinct())}, or supplier_code, plant & supplier_code, supplier_code & part_batch of the part's lots, with values that occur");
        }

        return (_, what) => Conditions(Population.Of(data.Fleet, chart, what).Rule).SequenceEqual(asked);
    }

    private static List<(string, string)> Conditions(string rule)
    {
        try
        {
            return [.. PopulationRule.Parse(rule).Select(one => (one.Key, one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal)];
        }
        catch (FormatException problem)
        {
            throw new AnalysisException($"--rule {problem.Message}; expected such as plant=A & powertrain=BEV", problem);
        }
    }
}
