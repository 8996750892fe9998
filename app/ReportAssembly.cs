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
        var suspicions = Insights.IsThere(insights, Insights.Suspicions.Name) ? Insights.Suspicions.Read(insights) : [];
        return new ReportInput(
            request.Period ?? ReportPeriod.QuarterOf(scope.AsOf), scope.AsOf, request.Language, Currency(), run.Basis, run.Alpha, run.Basis == "share" ? run.Tests : run.Charts,
            Insights.DefectClusters.Read(insights), Insights.BuildMonths.Read(insights), Insights.ClusterAges.Read(insights),
            Insights.RejectionCauses.Read(insights), Insights.VerdictMonths.Read(insights), Insights.StageTimes.Read(insights),
            Insights.CostMonths.Read(insights), Insights.DealerRejections.Read(insights), Insights.ClaimStandings.Read(insights),
            QueuedClaim.Join(suspicions, Analyses.ScoredClaims.Run(warehouse)), Card(suspicions), Receipts(),
            Words(request.Language),
            Analyses.PartNames.Run(warehouse).ToDictionary(part => part.CausalPart, part => part.Name, StringComparer.Ordinal),
            request.Font)
        {
            ClusterActions = Insights.ClusterActions.Read(insights),
            ClusterTables = new()
            {
                Appraisals = Insights.ClusterAppraisals.Read(insights),
                Parts = Insights.ClusterParts.Read(insights),
                Reviews = suspicions.Count == 0 ? [] : Insights.ClusterReviews.Read(insights),
            },
            RateTriangles = Insights.RateTriangles.Read(insights),
            ClusterDistances = Insights.ClusterDistances.Read(insights),
            ClusterWeeks = Insights.ClusterWeeks.Read(insights),
            CalendarOnsets = Insights.CalendarOnsets.Read(insights),
            NarrativeGroups = Insights.NarrativeGroups.Read(insights),
            ThreeGuarantees = Insights.ThreeGuarantees.Read(insights),
            GuaranteeRules = GuaranteeFile.Of(insights).Table,
            Decisions = Decisions(),
            Review = suspicions.Count == 0 ? new() : new()
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

    private DecisionTables Decisions() => new()
    {
        Breakdown = Insights.RejectionBreakdowns.Read(insights),
        Prevention = Insights.RejectionPreventions.Read(insights),
        Notes = Insights.RejectionNotes.Read(insights),
        Moves = Insights.RejectionMoves.Read(insights),
        Rejected = Insights.RejectedClaims.Read(insights),
        Changes = Insights.RuleChanges.Read(insights),
        Appeals = Insights.Appeals.Read(insights),
        Disagreements = Insights.RuleDisagreements.Read(insights),
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
    private ModelCard? Card(IReadOnlyList<Suspicion> suspicions) => suspicions.Count == 0 ? null
        : suspicions[0].ModelId == SuspicionModel.WrittenRules(scope.AsOf).Card.ModelId ? SuspicionModel.WrittenRules(scope.AsOf).Card
        : ModelFolder.Load(models, suspicions[0].ModelId).Card;

    private ReceiptTotals Receipts()
    {
        var receipts = DeliveryLog.Of(store);
        return new ReceiptTotals(
            receipts.Sum(one => one.Read), receipts.Sum(one => one.Stored), receipts.Sum(one => one.Superseded),
            receipts.Sum(one => one.AlreadyKnown), receipts.Sum(one => one.NotClosed), receipts.Sum(one => one.Quarantined));
    }
}
