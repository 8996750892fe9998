namespace ClaimInsights.Analysis.Scan;

/// <summary>What the scan needs of a store, read once: vehicles, charts with their claims, dealers.</summary>
internal sealed class ScanData
{
    private readonly Dictionary<string, ExposureGrid> grids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool[]> fittedStrata = new(StringComparer.Ordinal);

    private ScanData(ScanFleet fleet, IReadOnlyList<ScannedClaim> claims, IReadOnlyList<ScanChart> charts, IReadOnlyList<string> dealers) =>
        (Fleet, Claims, Charts, Dealers, Everything) = (fleet, claims, charts, dealers, ExposureGrid.Of(fleet, _ => true));

    public ScanFleet Fleet { get; }

    /// <summary>Every version of a claim that counts, once; <see cref="ChartClaim.Row"/> is an index here.</summary>
    public IReadOnlyList<ScannedClaim> Claims { get; }

    public IReadOnlyList<ScanChart> Charts { get; }

    public IReadOnlyList<string> Dealers { get; }

    /// <summary>Exposure of all vehicles.</summary>
    public ExposureGrid Everything { get; }

    /// <summary>Exposure of the vehicles with the chart's part.</summary>
    public ExposureGrid GridOf(ScanChart chart)
    {
        var name = NameOf(chart.IsFitted);
        return grids.TryGetValue(name, out var known) ? known : grids[name] = ExposureGrid.Of(Fleet, cell => chart.IsFitted[Fleet.Stratum[cell]]);
    }

    /// <summary>One name for charts whose parts are fitted to the same vehicles.</summary>
    public static string NameOf(bool[] isFitted) => string.Create(isFitted.Length, isFitted, (name, fitted) =>
    {
        for (var i = 0; i < fitted.Length; i++)
        {
            name[i] = fitted[i] ? '1' : '0';
        }
    });

    /// <summary>The chart of a part and failure mode.</summary>
    /// <exception cref="AnalysisException">There is none: with what there is.</exception>
    public ScanChart Chart(string part, string mode) => Charts.FirstOrDefault(one => one.CausalPart == part && one.FailureMode == mode) ?? throw NoChart(part, mode);

    private AnalysisException NoChart(string part, string mode)
    {
        if (Charts.Count == 0)
        {
            return new AnalysisException("no chart of the store is scanned by rates: there are no vehicles, or no claim counts. Ingest vehicles, or see early warnings by share with: claiminsights analyse");
        }

        var modes = Charts.Where(chart => chart.CausalPart == part).Select(chart => chart.FailureMode).ToList();
        return new AnalysisException(modes.Count > 0
            ? $"--mode {mode}: no claim of {part} counts with it; expected one of {string.Join(", ", modes)}"
            : $"--part {part}: no claim counts with it as causal part; expected a part such as {Charts.MaxBy(chart => chart.Claims.Count)!.CausalPart}");
    }

    /// <summary>Claims of a chart known at the end of a month.</summary>
    public List<ChartClaim> KnownAt(ScanChart chart, int month)
    {
        var known = new List<ChartClaim>(chart.Claims.Count);
        foreach (var claim in chart.Claims)
        {
            if (Claims[claim.Row].IsCurrentAt(Fleet.FirstMonth + month))
            {
                known.Add(claim);
            }
        }

        return known;
    }

    /// <summary>
    /// The evidence as the vehicles of the best hypothesis bear it: one car that nobody can repair, back again and again, is
    /// no defect of its kind. What its vehicles, each counted once, say less than its claims is taken off.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="claims">Its claims that were scanned.</param>
    /// <param name="result">What the scan came to.</param>
    public ScanResult Discount(ScanChart chart, IReadOnlyList<ChartClaim> claims, ScanResult result)
    {
        if (double.IsNegativeInfinity(result.LogEvidence))
        {
            return result;
        }

        var population = Population.Of(Fleet, chart, result.Best.What);
        var (all, own) = (Vehicles(claims), Vehicles(claims.Where(population.Holds)));
        var expected = result.Best.Expected * all / claims.Count;
        var less = Excess(own, expected) - Excess(result.Best.Observed, result.Best.Expected);
        return result with { LogEvidence = result.LogEvidence + Math.Min(0, less), Vehicles = own, AllVehicles = all };

        static double Excess(long observed, double expected) => observed > expected ? (observed * Math.Log(observed / Math.Max(expected, 1e-9))) - observed + expected : 0;
    }

    private int Vehicles(IEnumerable<ChartClaim> claims) => claims.Select(claim => Claims[claim.Row].Vin).Distinct(StringComparer.Ordinal).Count();

    public static ScanData Read(Warehouse warehouse)
    {
        var strata = Analyses.VehicleStrata.Run(warehouse);
        var fleet = new ScanFleet(strata, Analyses.VehicleCells.Run(warehouse), warehouse.Scope.AsOf);
        var fits = PartFit.ByPart(warehouse);
        var claims = Analyses.ScannedClaims.Run(warehouse);
        var lots = Analyses.FittedLots.Run(warehouse).GroupBy(lot => lot.CausalPart, StringComparer.Ordinal)
            .ToDictionary(part => part.Key, part => new LotMap(fleet, [.. part]), StringComparer.Ordinal);
        var dealers = claims.Select(claim => claim.DealerCode).Distinct().Order(StringComparer.Ordinal).ToList();
        var dealerIndex = dealers.Select((dealer, i) => (dealer, i)).ToDictionary(one => one.dealer, one => one.i, StringComparer.Ordinal);
        var data = new ScanData(fleet, claims, [], dealers);
        var charts = new List<ScanChart>();
        for (int from = 0, to = 0; from < claims.Count; from = to)
        {
            var (part, mode) = (claims[from].CausalPart, claims[from].FailureMode);
            // A part that counts on superseded versions alone is known to be fitted nowhere.
            var fitted = data.Fitted(fits.GetValueOrDefault(part) ?? new PartFit(part, null, null));
            var own = new List<ChartClaim>();
            for (to = from; to < claims.Count && claims[to].CausalPart == part && claims[to].FailureMode == mode; to++)
            {
                if (fitted[claims[to].Stratum] && claims[to].ClosedMonth >= claims[to].SaleMonth)
                {
                    own.Add(new ChartClaim(
                        to, claims[to].Stratum, claims[to].BuiltOn.DayNumber - fleet.FirstDay.DayNumber,
                        claims[to].SaleMonth - fleet.FirstMonth, claims[to].ClosedMonth - fleet.FirstMonth, dealerIndex[claims[to].DealerCode],
                        claims[to].FarMonth is { } far ? far - fleet.FirstMonth : int.MaxValue));
                }
            }

            if (own.Count > 0)
            {
                charts.Add(new ScanChart(charts.Count, part, mode, fitted, lots.GetValueOrDefault(part), own));
            }
        }

        return new ScanData(fleet, claims, charts, dealers);
    }

    private bool[] Fitted(PartFit part)
    {
        var name = $"{part.Models}\n{part.Powertrains}";
        return fittedStrata.TryGetValue(name, out var known) ? known
            : fittedStrata[name] = [.. Fleet.Strata.Select(stratum => part.Fits(stratum.Model, stratum.Powertrain))];
    }
}
