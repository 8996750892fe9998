using System.Collections.Concurrent;

namespace ClaimInsights.Analysis.Scan;

/// <summary>What the scan needs of a store, read once: vehicles, charts with their claims, dealers.</summary>
internal sealed class ScanData
{
    private readonly ConcurrentDictionary<bool[], ExposureGrid> grids = [];

    private ScanData(ScanFleet fleet, IReadOnlyList<ScanChart> charts, IReadOnlyList<string> dealers, int firstKnown) =>
        (Fleet, Charts, Dealers, FirstKnown, Everything) = (fleet, charts, dealers, firstKnown, ExposureGrid.Of(fleet, _ => true));

    public ScanFleet Fleet { get; }

    public IReadOnlyList<ScanChart> Charts { get; }

    public IReadOnlyList<string> Dealers { get; }

    /// <summary>First month end at which a claim is known; without claims, the last month.</summary>
    public int FirstKnown { get; }

    /// <summary>Exposure of all vehicles.</summary>
    public ExposureGrid Everything { get; }

    /// <summary>Exposure of the vehicles with the chart's part.</summary>
    public ExposureGrid GridOf(ScanChart chart) =>
        grids.GetOrAdd(chart.IsFitted, isFitted => ExposureGrid.Of(Fleet, cell => isFitted[Fleet.Stratum[cell]]));

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
    public static List<ChartClaim> KnownAt(ScanChart chart, int month)
    {
        var known = new List<ChartClaim>();
        foreach (var claim in chart.Claims)
        {
            if (claim.IsCurrentAt(month))
            {
                known.Add(claim);
            }
        }

        return known;
    }

    public static ScanData Read(Warehouse warehouse)
    {
        var strata = Analyses.VehicleStrata.RunOnce(warehouse);
        var fleet = new ScanFleet(strata, Analyses.VehicleCells.Stream(warehouse), warehouse.Scope.AsOf);
        var fits = PartFit.ByPart(warehouse);
        var lots = Analyses.FittedLots.Run(warehouse).GroupBy(lot => lot.CausalPart, StringComparer.Ordinal)
            .ToDictionary(part => part.Key, part => new LotMap(fleet, [.. part]), StringComparer.Ordinal);
        var scanned = Analyses.ScannedCharts.RunOnce(warehouse);
        var fitted = new FittedStrata(fleet);
        // A part that counts on superseded versions alone is known to be fitted nowhere.
        var isFitted = scanned.Select(chart => fitted.Of(fits.GetValueOrDefault(chart.CausalPart) ?? new PartFit(chart.CausalPart, null, null))).ToList();
        var claims = scanned.Select(chart => new List<ChartClaim>(chart.Versions)).ToList();
        var first = fleet.Months - 1;
        foreach (var claim in Analyses.ScannedClaims.Stream(warehouse))
        {
            first = Math.Min(first, claim.CurrentFrom - fleet.FirstMonth);
            if (isFitted[claim.Chart][claim.Stratum] && claim.ClosedMonth >= claim.SaleMonth)
            {
                claims[claim.Chart].Add(fleet.Claim(claim));
            }
        }

        Parallel.ForEach(claims, own => own.Sort((a, b) => (a.Day, a.Claim, a.CurrentFrom).CompareTo((b.Day, b.Claim, b.CurrentFrom))));
        var charts = new List<ScanChart>();
        foreach (var (chart, i) in scanned.Select((chart, i) => (chart, i)).Where(one => claims[one.i].Count > 0))
        {
            charts.Add(new ScanChart(charts.Count, chart.CausalPart, chart.FailureMode, isFitted[i], lots.GetValueOrDefault(chart.CausalPart), claims[i]));
        }

        return new ScanData(fleet, charts, [.. Analyses.ScannedDealers.Run(warehouse).Select(dealer => dealer.DealerCode)], first);
    }
}
