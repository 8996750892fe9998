using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Decisions;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Models;

namespace ClaimInsights.Reports;

/// <summary>Everything that a report is written from; nothing else enters it, so the same input gives the same bytes.</summary>
/// <param name="Period">Months of closing that the figures of a period are of.</param>
/// <param name="AsOf">Last day whose closings are known.</param>
/// <param name="Language">Of all texts.</param>
/// <param name="Currency">The store's currency, <c>CNY</c>; empty: the store has none.</param>
/// <param name="Basis"><c>rate</c>, or <c>share</c> in a store without vehicles.</param>
/// <param name="Alpha">False-discovery share at which clusters are listed; above 0, below 1.</param>
/// <param name="ChartsLookedAt">How many combinations of part, failure mode and population were tested; at least 0.</param>
/// <param name="Clusters">Listed clusters, the strongest first.</param>
/// <param name="BuildMonths">Build months of their charts.</param>
/// <param name="ClusterAges">Months in service of the clusters.</param>
/// <param name="RejectionCauses">By month of closing and reason.</param>
/// <param name="VerdictMonths">How claims were decided, by month of closing.</param>
/// <param name="StageTimes">By month of closing and stage.</param>
/// <param name="CostMonths">By month of closing.</param>
/// <param name="DealerRejections">One row per dealer.</param>
/// <param name="Standings">Which claims count.</param>
/// <param name="Scored">The review queue, and how all claims were scored.</param>
/// <param name="Model">The model that scored; null: nothing is scored.</param>
/// <param name="Receipts">Totals over all deliveries.</param>
/// <param name="WordReason">Words for a code of <see cref="Suspicion.Reason1"/> and for one of <see cref="ModelCard.Notes"/>, in the report's language.</param>
/// <param name="PartNames">Names of causal parts, where known; may be empty.</param>
/// <param name="FontFile">A font file to draw with; null: a font of the machine.</param>
public sealed record ReportInput(
    ReportPeriod Period,
    DateOnly AsOf,
    Language Language,
    string Currency,
    string Basis,
    double Alpha,
    long ChartsLookedAt,
    IReadOnlyList<DefectCluster> Clusters,
    IReadOnlyList<BuildMonth> BuildMonths,
    IReadOnlyList<ClusterAge> ClusterAges,
    IReadOnlyList<RejectionCause> RejectionCauses,
    IReadOnlyList<VerdictMonth> VerdictMonths,
    IReadOnlyList<StageTime> StageTimes,
    IReadOnlyList<CostMonth> CostMonths,
    IReadOnlyList<DealerRejection> DealerRejections,
    IReadOnlyList<ClaimStanding> Standings,
    ScoringSummary Scored,
    ModelCard? Model,
    ReceiptTotals Receipts,
    Func<string, string> WordReason,
    IReadOnlyDictionary<string, string> PartNames,
    string? FontFile = null)
{
    /// <summary>Clusters that stand out now: neither dealers' patterns nor those that are fading.</summary>
    public IReadOnlyList<DefectCluster> StandingOut => [.. Clusters.Where(cluster => cluster.StandsOut(Alpha))];

    /// <summary>Engineers' decisions and whether corrections work, the oldest first.</summary>
    public IReadOnlyList<ClusterAction> ClusterActions { get; init; } = [];

    /// <summary>What lies behind each cluster.</summary>
    public ClusterTables ClusterTables { get; init; } = new();

    /// <summary>R/1000 by build month and age, of every part at milestones and whole for charts with a cluster.</summary>
    public IReadOnlyList<TriangleCell> RateTriangles { get; init; } = [];

    /// <summary>Vehicles near or past a trigger of the rules on replacement and refund.</summary>
    public IReadOnlyList<ThreeGuarantee> ThreeGuarantees { get; init; } = [];

    /// <summary>The rules by which they were judged; null: not known.</summary>
    public GuaranteeTable? GuaranteeRules { get; init; }

    /// <summary>Claims of each cluster by the distance that its vehicles had come.</summary>
    public IReadOnlyList<ClusterDistance> ClusterDistances { get; init; } = [];

    /// <summary>The vehicles of each cluster's rule by build week.</summary>
    public IReadOnlyList<ClusterWeek> ClusterWeeks { get; init; } = [];

    /// <summary>Charts that stand out against their own past by month of closing, the surest first.</summary>
    public IReadOnlyList<CalendarOnset> CalendarOnsets { get; init; } = [];

    /// <summary>Claims whose narratives are alike and have become more, whatever they are coded as.</summary>
    public IReadOnlyList<NarrativeGroup> NarrativeGroups { get; init; } = [];

    /// <summary>How claims are decided: causes, fairness, amounts, promptness.</summary>
    public DecisionTables Decisions { get; init; } = new();

    /// <summary>What reviews teach: the queue's yield, the model's drift, who is called to review, verdicts for a second look.</summary>
    public ReviewTables Review { get; init; } = new();

    /// <summary>The store has no vehicles: shares of claims, nothing per vehicle.</summary>
    public bool IsShare => Basis == "share";
}
