using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// Evidence of each chart over the life of the monitor that stays valid whenever one stops to look and however month ends and charts depend on each
/// other: Σ_t w_t·e_t of the month ends so far. Each e_t has mean at most 1 where nothing is wrong and the weights of all time add up to 1, so that the sum
/// has mean at most 1 even at its end, and never falls on the way there (Vovk &amp; Wang 2021, Ann. Stat. 49:1736: means of e-values under any dependence).
/// </summary>
internal sealed class LifeEvidence
{
    /// <summary>Months after which the weights begin to fall: w_t = 12 ÷ ((t + 11)(t + 12)), t from 1 on.</summary>
    private const double Span = 12;

    private readonly Dictionary<int, double> logs = [];

    /// <summary>ln w_t.</summary>
    /// <param name="look">t: the month end's place among those of the monitor, from 1 on.</param>
    public static double LogWeight(int look) => Math.Log(Span / ((look + Span - 1) * (look + Span)));

    /// <summary>Adds what a chart came to at a month end; a chart that is not looked at adds nothing, which only lowers its sum.</summary>
    /// <param name="chart">Its index.</param>
    /// <param name="look">The month end's place, from 1 on.</param>
    /// <param name="logEvidence">ln e.</param>
    public void Add(int chart, int look, double logEvidence) =>
        logs[chart] = Logarithm.OfSum(logs.GetValueOrDefault(chart, double.NegativeInfinity), logEvidence + LogWeight(look));

    /// <summary>Of each chart the false-discovery rate at which e-BH lists it: Benjamini–Hochberg of 1 ÷ e, valid under any dependence (Wang &amp; Ramdas 2022, JRSS-B 84:822).</summary>
    public IReadOnlyDictionary<int, double> QValues()
    {
        var charts = logs.Keys.Order().ToList();
        return charts.Zip(FalseDiscovery.BenjaminiHochberg([.. charts.Select(chart => Math.Min(1, Math.Exp(-logs[chart])))])).ToDictionary(one => one.First, one => one.Second);
    }
}
