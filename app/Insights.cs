using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Decisions;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Models;

namespace ClaimInsights.App;

/// <summary>Every insight table of the product, in one list; <c>export</c> writes them all.</summary>
internal static class Insights
{
    public static readonly Insight<DefectCluster> DefectClusters = new("defect_clusters");
    public static readonly Insight<BuildMonth> BuildMonths = new("build_months");
    public static readonly Insight<ClusterAge> ClusterAges = new("cluster_ages");
    public static readonly Insight<ClusterWeek> ClusterWeeks = new("cluster_weeks");
    public static readonly Insight<ClusterRepeat> ClusterRepeats = new("cluster_repeats");
    public static readonly Insight<ClusterForecast> ClusterForecasts = new("cluster_forecasts");
    public static readonly Insight<ClusterAction> ClusterActions = new("cluster_actions");
    public static readonly Insight<ClusterVehicle> ClusterVehicles = new("cluster_vehicles");
    public static readonly Insight<ClusterDistance> ClusterDistances = new("cluster_distances");
    public static readonly Insight<ClusterAppraisal> ClusterAppraisals = new("cluster_appraisals");
    public static readonly Insight<ClusterClaim> ClusterClaims = new("cluster_claims");
    public static readonly Insight<ClusterFit> ClusterFits = new("cluster_fits");
    public static readonly Insight<ClusterPart> ClusterParts = new("cluster_parts");
    public static readonly Insight<CalendarOnset> CalendarOnsets = new("calendar_onsets");
    public static readonly Insight<NarrativeGroup> NarrativeGroups = new("narrative_groups");
    public static readonly Insight<TriangleCell> RateTriangles = new("rate_triangles");
    public static readonly Insight<LagSummary> ReportingLags = new("reporting_lags");
    public static readonly Insight<ClaimNowcast> ClaimNowcasts = new("claim_nowcasts");
    public static readonly Insight<RejectionCause> RejectionCauses = new("rejection_causes");
    public static readonly Insight<VerdictMonth> VerdictMonths = new("verdict_months");
    public static readonly Insight<StageTime> StageTimes = new("stage_times");
    public static readonly Insight<CostMonth> CostMonths = new("cost_months");
    public static readonly Insight<DealerRejection> DealerRejections = new("dealer_rejections");
    public static readonly Insight<ClaimStanding> ClaimStandings = new("claim_standings");
    public static readonly Insight<ThreeGuarantee> ThreeGuarantees = new("three_guarantees");
    public static readonly Insight<RuleDisagreement> RuleDisagreements = new("rule_disagreements");
    public static readonly Insight<RejectionMove> RejectionMoves = new("rejection_moves");
    public static readonly Insight<RejectedClaim> RejectedClaims = new("rejected_claims");
    public static readonly Insight<Appeal> Appeals = new("appeals");
    public static readonly Insight<UnitFairness> Fairness = new("fairness");
    public static readonly Insight<LikePair> LikeClaims = new("like_claims");
    public static readonly Insight<Consistency> Consistencies = new("consistency");
    public static readonly Insight<AmountFinding> Amounts = new("amounts");
    public static readonly Insight<RejectionBreakdown> RejectionBreakdowns = new("rejection_breakdown");
    public static readonly Insight<RejectionPrevention> RejectionPreventions = new("rejection_prevention");
    public static readonly Insight<RejectionNote> RejectionNotes = new("rejection_notes");
    public static readonly Insight<RuleChange> RuleChanges = new("rule_changes");
    public static readonly Insight<StageUnit> StageUnits = new("stage_units");
    public static readonly Insight<StageEnd> StageEnds = new("stage_ends");
    public static readonly Insight<ReportMonth> ReportMonths = new("report_months");
    public static readonly Insight<Satisfaction> Satisfactions = new("satisfaction");
    public static readonly Insight<Suspicion> Suspicions = new("suspicions");
    public static readonly Insight<ReviewAid> ReviewAids = new("review_aids");
    public static readonly Insight<ClusterReview> ClusterReviews = new("cluster_reviews");
    public static readonly Insight<PeerOutlier> PeerOutliers = new("peer_outliers");
    public static readonly Insight<SecondLook> SecondLooks = new("second_looks");
    public static readonly Insight<ModelDrift> ModelDrifts = new("model_drift");
    public static readonly Insight<ReviewYield> ReviewYields = new("review_yields");
    public static readonly Insight<QueueFairness> QueueFairnesses = new("queue_fairness");

    /// <summary>Tables that scoring writes: scores of one state of the store are no scores of another.</summary>
    public static IReadOnlyList<string> OfScoring { get; } =
    [
        Suspicions.Name, ReviewAids.Name, ClusterReviews.Name, PeerOutliers.Name, SecondLooks.Name, ModelDrifts.Name, ReviewYields.Name, QueueFairnesses.Name,
    ];

    /// <summary>The tables in a folder, whose rows are read while they are written; those of scoring only once claims are scored.</summary>
    /// <exception cref="AnalysisException">A table is missing or of another version.</exception>
    public static IReadOnlyList<InsightTable> In(string folder)
    {
        List<InsightTable> tables =
        [
            Read(DefectClusters), Read(BuildMonths), Read(ClusterAges), Read(ClusterWeeks), Read(ClusterRepeats), Read(ClusterForecasts), Read(ClusterActions), Read(ClusterVehicles), Read(ClusterDistances), Read(ClusterAppraisals), Read(ClusterParts), Read(ClusterClaims), Read(ClusterFits), Read(CalendarOnsets), Read(NarrativeGroups), Read(RateTriangles), Read(ReportingLags), Read(ClaimNowcasts), Read(RejectionCauses), Read(VerdictMonths),
            Read(StageTimes), Read(CostMonths), Read(DealerRejections), Read(ClaimStandings), Read(ThreeGuarantees),
            Read(RuleDisagreements), Read(RejectionMoves), Read(RejectedClaims), Read(Appeals), Read(Fairness),
            Read(LikeClaims), Read(Consistencies), Read(Amounts), Read(RejectionBreakdowns), Read(RejectionPreventions), Read(RejectionNotes), Read(RuleChanges),
            Read(StageUnits), Read(StageEnds), Read(ReportMonths), Read(Satisfactions),
        ];
        if (IsThere(folder, Suspicions.Name))
        {
            tables.AddRange([Read(Suspicions), Read(ReviewAids), Read(ClusterReviews), Read(PeerOutliers), Read(SecondLooks), Read(ModelDrifts), Read(ReviewYields), Read(QueueFairnesses)]);
        }

        return tables;

        InsightTable Read<TRow>(Insight<TRow> insight) => insight.Table(insight.Stream(folder));
    }

    public static bool IsThere(string folder, string name) => File.Exists(FileOf(folder, name));

    public static void Forget(string folder, string name) => File.Delete(FileOf(folder, name));

    private static string FileOf(string folder, string name) => Path.Combine(folder, name + ".parquet");
}
