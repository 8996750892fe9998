using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Ingest;
using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.App;

/// <summary>Gathers what a report is written from: insight tables, the model in use, receipts, names of parts.</summary>
internal sealed class ReportAssembly(ClaimStore store, Scope scope, string insights, string models)
{
    public ReportInput Input(ReportRequest request)
    {
        var run = InsightRun.In(insights)!;
        using var warehouse = Warehouse.Open(store, scope);
        var modelId = Insights.IsThere(insights, Insights.Suspicions.Name) ? Insights.Suspicions.Stream(insights).FirstOrDefault()?.ModelId : null;
        var period = request.Period ?? ReportPeriod.QuarterOf(scope.AsOf);
        return new ReportInput(
            period, scope.AsOf, request.Language, Currency(), run.Basis, run.Alpha, run.Basis == "share" ? run.Tests : run.Charts,
            Insights.DefectClusters.Read(insights), Insights.BuildMonths.Read(insights), Insights.ClusterAges.Read(insights),
            Insights.RejectionCauses.Read(insights), Insights.VerdictMonths.Read(insights), Insights.StageTimes.Read(insights),
            Insights.CostMonths.Read(insights), Insights.DealerRejections.Read(insights), Insights.ClaimStandings.Read(insights),
            modelId is null ? ScoringSummary.None : ScoringSummary.Of(Insights.Suspicions.Stream(insights), Analyses.ScoredClaims.Stream(warehouse)), Card(modelId), Receipts(),
            Words(request.Language),
            Analyses.PartNames.Run(warehouse).ToDictionary(part => part.CausalPart, part => part.Name, StringComparer.Ordinal),
            request.Font)
        {
            ClusterActions = Insights.ClusterActions.Read(insights),
            ClusterTables = new()
            {
                Appraisals = Insights.ClusterAppraisals.Read(insights),
                Parts = Insights.ClusterParts.Read(insights),
                Reviews = modelId is null ? [] : Insights.ClusterReviews.Read(insights),
            },
            RateTriangles = Insights.RateTriangles.Read(insights),
            ClusterDistances = Insights.ClusterDistances.Read(insights),
            ClusterWeeks = Insights.ClusterWeeks.Read(insights),
            CalendarOnsets = Insights.CalendarOnsets.Read(insights),
            NarrativeGroups = Insights.NarrativeGroups.Read(insights),
            ThreeGuarantees = Insights.ThreeGuarantees.Read(insights),
            GuaranteeRules = GuaranteeFile.Of(insights).Table,
            Decisions = Decisions(period),
            Review = modelId is null ? new() : new()
            {
                Yields = Insights.ReviewYields.Read(insights),
                Drift = Insights.ModelDrifts.Read(insights),
                QueueFairness = Insights.QueueFairnesses.Read(insights),
                Aids = Insights.ReviewAids.Read(insights),
                Outliers = Insights.PeerOutliers.Read(insights),
                SecondLooks = Insights.SecondLooks.Read(insights),
            },
        };
    }

    private DecisionTables Decisions(ReportPeriod period) => new()
    {
        Breakdown = Insights.RejectionBreakdowns.Read(insights),
        Prevention = Insights.RejectionPreventions.Read(insights),
        Notes = Insights.RejectionNotes.Read(insights),
        Moves = Insights.RejectionMoves.Read(insights),
        Rejected = DecisionTables.LatestOf(Insights.RejectedClaims.Stream(insights)),
        Changes = Insights.RuleChanges.Read(insights),
        Appeals = Insights.Appeals.Read(insights),
        AgainstRules = AgainstRule.Of(Insights.RuleDisagreements.Stream(insights), period),
        Fairness = Insights.Fairness.Read(insights),
        LikePairs = Insights.LikeClaims.Read(insights),
        Consistency = Insights.Consistencies.Read(insights),
        Amounts = Insights.Amounts.Read(insights),
        StageUnits = Insights.StageUnits.Read(insights),
        StageEnds = Insights.StageEnds.Read(insights),
        ReportMonths = Insights.ReportMonths.Read(insights),
        Lags = Insights.ReportingLags.Read(insights),
        Nowcasts = Insights.ClaimNowcasts.Read(insights),
        Satisfaction = Insights.Satisfactions.Read(insights),
    };

    /// <summary>The store's currency; empty where no claim costs anything, as in complaints, so that no page speaks of money.</summary>
    private string Currency() => Insights.CostMonths.Read(insights).Any(month => month.ApprovedAmount != 0) ? store.Manifest.Currency : "";

    /// <summary>Reasons of claims and notes of model cards share one form, <c>code|number</c>, and no code.</summary>
    internal static Func<string, string> Words(Language language) => (language, NoteText.Codes.ToHashSet(StringComparer.Ordinal)) switch
    {
        (Language.Chinese, var notes) => code => notes.Contains(code.Split('|')[0]) ? NoteText.Chinese(code) : ReasonText.Chinese(code),
        (_, var notes) => code => notes.Contains(code.Split('|')[0]) ? NoteText.English(code) : ReasonText.English(code),
    };

    /// <summary>The card of the model that scored; null: nothing is scored.</summary>
    private ModelCard? Card(string? modelId) => modelId is null ? null
        : SuspicionModel.WrittenRules(scope.AsOf).Card is var written && written.ModelId == modelId ? written
        : ModelFolder.Load(models, modelId).Card;

    private ReceiptTotals Receipts()
    {
        var receipts = DeliveryLog.Of(store);
        return new ReceiptTotals(
            receipts.Sum(one => one.Read), receipts.Sum(one => one.Stored), receipts.Sum(one => one.Superseded),
            receipts.Sum(one => one.AlreadyKnown), receipts.Sum(one => one.NotClosed), receipts.Sum(one => one.Quarantined));
    }
}
