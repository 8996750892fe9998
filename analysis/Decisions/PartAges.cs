using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Analysis.Decisions;

/// <summary>Claims and exposure of some vehicles by months from the sale to the closing: a reporting lag that all share cancels.</summary>
/// <param name="VehicleMonths">By age.</param>
/// <param name="Claims">By age.</param>
internal sealed record AgeTable(double[] VehicleMonths, long[] Claims);

/// <summary>One part (and failure mode) of a store's scan, counted by age for any population.</summary>
internal sealed class PartAges
{
    /// <summary>Claims at the mean rate that each age's rate is drawn towards.</summary>
    private const double Drawn = 2;

    private readonly ScanData data;
    private readonly List<ScanChart> charts;

    /// <param name="data">The store as the scan reads it.</param>
    /// <param name="causalPart">The part.</param>
    /// <param name="failureMode">Its failure mode; empty: all.</param>
    public PartAges(ScanData data, string causalPart, string failureMode)
    {
        this.data = data;
        charts = [.. data.Charts.Where(chart => chart.CausalPart == causalPart && (failureMode.Length == 0 || chart.FailureMode == failureMode))];
    }

    /// <summary>Whether the part was ever claimed so.</summary>
    public bool IsKnown => charts.Count > 0;

    /// <exception cref="FormatException">The rule is none of the grammar.</exception>
    /// <exception cref="AnalysisException">No vehicle has an attribute of the rule.</exception>
    public Population PopulationOf(string rule, DateOnly? builtFrom, DateOnly? builtTo) => Population.Of(data.Fleet, charts[0].Lots, rule, builtFrom, builtTo);

    /// <summary>Claims known now.</summary>
    public IEnumerable<ChartClaim> Known => charts.SelectMany(chart => ScanData.KnownAt(chart, data.Fleet.Months - 1));

    /// <summary>Claims and exposure up to a month of the scan, itself included.</summary>
    public AgeTable Count(Func<int, int, bool> holds, int upTo)
    {
        var last = Math.Clamp(upTo, -1, data.Fleet.Months - 1);
        var claims = new long[data.Fleet.Months];
        foreach (var claim in Known.Where(claim => claim.Month <= last && holds(claim.Stratum, claim.Day)))
        {
            claims[claim.Month - claim.Sale]++;
        }

        var grid = ExposureGrid.Of(data.Fleet, cell => charts[0].IsFitted[data.Fleet.Stratum[cell]] && holds(data.Fleet.Stratum[cell], data.Fleet.Day[cell]));
        return new AgeTable(grid.ByAge(last), claims);
    }

    /// <summary>Month of the scan of a day.</summary>
    public int MonthOf(DateOnly day) => ScanFleet.MonthOf(day) - data.Fleet.FirstMonth;

    /// <summary>The last month of the scan.</summary>
    public int Now => data.Fleet.Months - 1;

    /// <summary>Claims a vehicle-month by age, each drawn towards the mean; 1 at every age where there is no claim at all.</summary>
    public static double[] Rates(AgeTable table)
    {
        var (claims, exposure) = (table.Claims.Sum(), table.VehicleMonths.Sum());
        var mean = claims > 0 && exposure > 0 ? claims / exposure : 1;
        return [.. table.Claims.Select((own, age) => claims == 0 ? mean : (own + Drawn) / (table.VehicleMonths[age] + (Drawn / mean)))];
    }
}
