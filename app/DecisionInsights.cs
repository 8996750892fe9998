using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Insights;

namespace ClaimInsights.App;

/// <summary>The tables on how claims are decided: by the rules, alike, reasonably, promptly.</summary>
internal static class DecisionInsights
{
    /// <summary>Each table as it is asked for.</summary>
    /// <param name="warehouse">The store.</param>
    /// <param name="warranty">The warranty's rules.</param>
    /// <param name="units">Groups of like claims of every unit.</param>
    public static IEnumerable<InsightTable> In(Warehouse warehouse, WarrantyRules warranty, IReadOnlyList<UnitRejectionCell> units)
    {
        yield return Insights.RuleDisagreements.Table(RuleReplay.In(warehouse, warranty));
        yield return Insights.RejectionMoves.Table(RejectionMoves.In(warehouse));
        yield return Insights.RejectedClaims.Table(Analyses.RejectedClaims.Stream(warehouse));
        yield return Insights.Appeals.Table(Appeal.In(warehouse));
        yield return Insights.Fairness.Table(UnitFairness.Of(units));
        yield return Insights.LikeClaims.Table(Analyses.LikePairs.Run(warehouse));
        yield return Insights.Consistencies.Table(Consistency.Of(Analyses.LikePairCounts.Run(warehouse)));
        yield return Insights.Amounts.Table(AmountFinding.Of(Analyses.AmountCounts.Run(warehouse)));
        yield return Insights.RejectionBreakdowns.Table(RejectionBreakdown.Of(Analyses.BreakdownCells.Run(warehouse)));
        yield return Insights.RejectionPreventions.Table(RejectionPrevention.In(warehouse, warranty));
        yield return Insights.RejectionNotes.Table(RejectionNote.Of(Analyses.RejectionNoteCounts.Run(warehouse)));
        yield return Insights.RuleChanges.Table(RuleChange.Of(Analyses.RejectionCells.RunOnce(warehouse)));
        yield return Insights.StageUnits.Table(StageUnit.Of(Analyses.StageUnitDays.Run(warehouse), warranty));
        yield return Insights.StageEnds.Table(StageEnd.Of(Analyses.StageEndDays.Run(warehouse), warranty, warehouse.Scope.AsOf));
        yield return Insights.ReportMonths.Table(ReportMonth.Of(Analyses.ReportMonthDays.Run(warehouse)));
        yield return Insights.Satisfactions.Table(Satisfaction.Of(Analyses.SatisfactionCounts.Run(warehouse)));
    }
}
