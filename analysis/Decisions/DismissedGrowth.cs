using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Decisions;

/// <summary>Has a cluster grown since it was dismissed?</summary>
/// <param name="ClaimsAtDecision">Its claims closed by the end of the month of the decision.</param>
/// <param name="ClaimsSince">Its claims closed since.</param>
/// <param name="ExpectedSince">Expected since at the rate as dismissed.</param>
/// <param name="PValue">By rates: conditional binomial, one-sided; by shares: Fisher's exact test.</param>
internal sealed record DismissedGrowth(long ClaimsAtDecision, long ClaimsSince, double ExpectedSince, double PValue)
{
    /// <summary>A dismissed cluster is looked at again every month: stricter than 5 %.</summary>
    private const double Level = 0.01;

    /// <summary>Nothing had been claimed when it was dismissed: what has come since is another matter.</summary>
    public bool HasGrown => ClaimsAtDecision == 0 || PValue <= Level;

    /// <summary>
    /// Given the sum, claims since are binomial with the share of the expectation that lies after the decision, where the rate
    /// against the rest of the chart has stayed as it was; expectations are the rest's rates by age.
    /// </summary>
    public static DismissedGrowth Of(PartAges part, DefectCluster cluster, DateOnly decidedOn)
    {
        var population = part.PopulationOf(cluster.Rule, cluster.BuiltFrom, cluster.BuiltTo);
        var (then, now) = (part.Count(population.Holds, part.MonthOf(decidedOn)), part.Count(population.Holds, part.Now));
        var rates = PartAges.Rates(part.Count((stratum, day) => !population.Holds(stratum, day), part.Now));
        var (before, all) = (Expected(then, rates), Expected(now, rates));
        var (claims, since) = (then.Claims.Sum(), now.Claims.Sum() - then.Claims.Sum());
        var share = all > 0 ? Math.Clamp(1 - (before / all), 0, 1) : 1;
        var p = since == 0 ? 1 : Math.Exp(IncompleteBeta.LogLower(since, claims + 1, share));
        return new DismissedGrowth(claims, since, before > 0 ? claims * (all - before) / before : 0, p);
    }

    /// <summary>
    /// Of a supplier or batch by shares: among its vehicles with a claim for the part, does the failure mode take a larger share of those closed since than
    /// of those before? Exact conditional test (Fisher), two-sided; less than before is no growth.
    /// </summary>
    public static DismissedGrowth OfShare(IReadOnlyList<SupplierMonth> months, DefectCluster cluster, DateOnly decidedOn)
    {
        var asked = PopulationRule.Alternatives(cluster.Rule);
        bool Meets(string attribute, string? value) => !asked.TryGetValue(attribute, out var values) || values.Contains(value ?? "", StringComparer.Ordinal);
        var own = months.Where(one => one.CausalPart == cluster.CausalPart && Meets("supplier_code", one.SupplierCode) && Meets("part_batch", one.PartBatch)).ToList();
        long Sum(bool isSince, bool isOfMode) => own.Where(one => one.ClosedMonth > decidedOn == isSince && (!isOfMode || one.FailureMode == cluster.FailureMode)).Sum(one => one.Vehicles);
        var (claims, allBefore, since, allSince) = (Sum(false, true), Sum(false, false), Sum(true, true), Sum(true, false));
        var expected = allBefore == 0 ? 0 : (double)allSince * claims / allBefore;
        var p = since > expected ? CommonOddsTest.PValue([new TwoPeriods(claims, allBefore, since, allSince)]) : 1;
        return new DismissedGrowth(claims, since, expected, p);
    }

    private static double Expected(AgeTable table, double[] rates) => table.VehicleMonths.Zip(rates, (exposure, rate) => exposure * rate).Sum();
}
