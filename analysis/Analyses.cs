using ClaimInsights.Analysis.Decisions;
using ClaimInsights.Analysis.Dossiers;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Analysis;

/// <summary>Every question over the store, in one list: a test fails on an SQL file that is not here, not documented, or does not run.</summary>
public static class Analyses
{
    /// <summary>Which claims count, and why the others do not.</summary>
    public static Analysis<ClaimStanding> CountedClaims { get; } = new("CountedClaims.sql");

    /// <summary>How long each stage of a claim takes, by month of closing; judge it with <see cref="StageTime.Of"/>.</summary>
    public static Analysis<StageDays> StageTimes { get; } = new("StageTimes.sql");

    /// <summary>What claims cost per vehicle, by month of closing.</summary>
    public static Analysis<CostMonth> CostMonths { get; } = new("CostMonths.sql");

    /// <summary>How claims were decided, by month of closing.</summary>
    public static Analysis<VerdictMonth> VerdictMonths { get; } = new("VerdictMonths.sql");

    /// <summary>Decided and rejected claims per dealer, province and clerk and kind of claim; judge them with <see cref="UnitFairness.Of"/>.</summary>
    public static Analysis<UnitRejectionCell> UnitRejections { get; } = new("UnitRejections.sql");

    /// <summary>Names of parts, as delivered.</summary>
    public static Analysis<PartName> PartNames { get; } = new("PartNames.sql");

    /// <summary>What a reviewer sees of the claims that may be scored.</summary>
    public static Analysis<ScoredClaim> ScoredClaims { get; } = new("ScoredClaims.sql");

    /// <summary>What a review sheet shows of the claims that may be queued.</summary>
    public static Analysis<SheetClaim> SheetClaims { get; } = new("SheetClaims.sql");

    /// <summary>How many vehicles were sold of each build month.</summary>
    public static Analysis<BuildCount> BuildCounts { get; } = new("BuildCounts.sql");

    /// <summary>What paid claims say, by month of closing, without those of listed clusters.</summary>
    public static Analysis<NarrativeClaim> NarrativeClaims { get; } = new("NarrativeClaims.sql");

    /// <summary>Counted claims by chart, month of closing and age, without those of listed clusters.</summary>
    public static Analysis<CalendarClaim> CalendarClaims { get; } = new("CalendarClaims.sql");

    /// <summary>How long vehicles were exposed.</summary>
    public static Analysis<ExposureCount> ExposureCounts { get; } = new("ExposureCounts.sql");

    /// <summary>How many claims count in each chart.</summary>
    public static Analysis<ClaimCount> ClaimCounts { get; } = new("ClaimCounts.sql");

    /// <summary>How long it takes until a failure is a closed claim.</summary>
    public static Analysis<LagDays> ReportingLags { get; } = new("ReportingLags.sql");

    /// <summary>Where each claimed part is fitted.</summary>
    public static Analysis<PartFit> PartFits { get; } = new("PartFits.sql");

    /// <summary>How long the vehicles of each build month have been in service; see <see cref="RateTriangles"/>.</summary>
    public static Analysis<TriangleVehicles> TriangleVehicles { get; } = new("TriangleVehicles.sql");

    /// <summary>Claims that count by build month and age; see <see cref="RateTriangles"/>.</summary>
    public static Analysis<TriangleClaims> TriangleClaims { get; } = new("TriangleClaims.sql");

    /// <summary>Cost, dealers and examples of each chart's build months.</summary>
    public static Analysis<ClusterFact> ClusterFacts { get; } = new("ClusterFacts.sql");

    /// <summary>Which safety class each claimed failure mode has.</summary>
    public static Analysis<SafetyClass> SafetyClasses { get; } = new("SafetyClasses.sql");

    /// <summary>Without vehicles: which problems each population claims.</summary>
    public static Analysis<PopulationCount> PopulationCounts { get; } = new("PopulationCounts.sql");

    /// <summary>Of parts without lots: how each supplier's parts fail.</summary>
    public static Analysis<SupplierCount> SupplierCounts { get; } = new("SupplierCounts.sql");

    /// <summary>Without vehicles: dealers and examples of each population's problems.</summary>
    public static Analysis<ShareFact> ShareFacts { get; } = new("ShareFacts.sql");

    /// <summary>Which claims belong to a listed cluster; see <see cref="Warehouse.List"/>.</summary>
    public static Analysis<ClusterMember> ClusterMembers { get; } = new("ClusterMembers.sql");

    /// <summary>The claims of each listed cluster.</summary>
    public static Analysis<ClusterClaim> ClusterClaims { get; } = new("ClusterClaims.sql");

    /// <summary>When the claims were closed that name the suppliers of parts of which one is listed by shares.</summary>
    public static Analysis<SupplierMonth> SupplierMonths { get; } = new("SupplierMonths.sql");

    /// <summary>How long vehicles of each model and powertrain have been driven in each class of distance.</summary>
    public static Analysis<FittedDistance> FittedDistances { get; } = new("FittedDistances.sql");

    /// <summary>At which distance the claims of each listed cluster and of its chart happened.</summary>
    public static Analysis<DistanceClaims> DistanceClaims { get; } = new("DistanceClaims.sql");

    /// <summary>Which vehicles lie in the window and rule of each listed cluster; see <see cref="ClusterVehicle.In"/>.</summary>
    public static Analysis<ClusterVehicle> ClusterVehicles { get; } = new("ClusterVehicles.sql");

    /// <summary>What appraisals found on the claims of listed clusters; judge it with <see cref="ClusterAppraisal.Of"/>.</summary>
    public static Analysis<AppraisalCount> AppraisalCounts { get; } = new("AppraisalCounts.sql");

    /// <summary>Which further parts were replaced on the claims of listed clusters; judge it with <see cref="ClusterPart.Of"/>.</summary>
    public static Analysis<ReplacedPartCount> ReplacedPartCounts { get; } = new("ReplacedPartCounts.sql");

    /// <summary>What engineers have decided on clusters; see <see cref="ClusterActions"/>.</summary>
    public static Analysis<ClusterDecision> ClusterDecisions { get; } = new("ClusterDecisions.sql");

    /// <summary>Which kinds of vehicles were sold: strata alike in every attribute.</summary>
    public static Analysis<VehicleStratum> VehicleStrata { get; } = new("VehicleStrata.sql");

    /// <summary>How many vehicles of each stratum were built and sold when.</summary>
    public static Analysis<VehicleCell> VehicleCells { get; } = new("VehicleCells.sql");

    /// <summary>Until when claims of sold vehicles may still be closed; see <see cref="FleetOutlook"/>.</summary>
    public static Analysis<VehicleEnd> VehicleEnds { get; } = new("VehicleEnds.sql");

    /// <summary>Which claim versions count, and while which months each was the current one.</summary>
    public static Analysis<ScannedClaim> ScannedClaims { get; } = new("ScannedClaims.sql");

    /// <summary>Which parts are claimed how.</summary>
    public static Analysis<ScannedChart> ScannedCharts { get; } = new("ScannedCharts.sql");

    /// <summary>Whose claims count.</summary>
    public static Analysis<ScannedDealer> ScannedDealers { get; } = new("ScannedDealers.sql");

    /// <summary>What claims are called that fitted a cluster when they were decided; see <see cref="Warehouse.Fit"/>.</summary>
    public static Analysis<ClusterFit> ClusterFits { get; } = new("ClusterFits.sql");

    /// <summary>Which supplier's parts of which batch were fitted where.</summary>
    public static Analysis<FittedLot> FittedLots { get; } = new("FittedLots.sql");

    /// <summary>Why claims were not paid.</summary>
    public static Analysis<RejectionCount> RejectionCounts { get; } = new("RejectionCounts.sql");

    /// <summary>Claims with what alerts on them are told apart by; for backtests.</summary>
    public static Analysis<KeyedClaim> KeyedClaims { get; } = new("KeyedClaims.sql");

    /// <summary>What claims of the listed clusters' parts say; see <see cref="Warehouse.List"/>.</summary>
    public static Analysis<ClusterNarrative> ClusterNarratives { get; } = new("ClusterNarratives.sql");

    /// <summary>Which claims came, and how like ones were treated, by month; see <see cref="RejectionCauses"/>.</summary>
    public static Analysis<RejectionCell> RejectionCells { get; } = new("RejectionCells.sql");

    /// <summary>Decided claims of the last two complete quarters and months; see <see cref="RejectionMoves"/>.</summary>
    public static Analysis<MoveCell> MoveCells { get; } = new("MoveCells.sql");

    /// <summary>What became of rejections; judge it with <see cref="Appeal"/>.</summary>
    public static Analysis<AppealFlow> AppealFlows { get; } = new("AppealFlows.sql");

    /// <summary>Decided claims by part, model, dealer and province, and why they were not paid in full; judge them with <see cref="RejectionBreakdown.Of"/>.</summary>
    public static Analysis<BreakdownCell> BreakdownCells { get; } = new("BreakdownCells.sql");

    /// <summary>Claims rejected because the warranty was over; see <see cref="RejectionPrevention"/>.</summary>
    public static Analysis<PastLimit> PastLimits { get; } = new("PastLimits.sql");

    /// <summary>What evidence came with claims, by why they were rejected; see <see cref="RejectionPrevention"/>.</summary>
    public static Analysis<EvidenceCount> EvidenceCounts { get; } = new("EvidenceCounts.sql");

    /// <summary>In which words claims were rejected; judge them with <see cref="RejectionNote.Of"/>.</summary>
    public static Analysis<RejectionNoteCount> RejectionNoteCounts { get; } = new("RejectionNoteCounts.sql");

    /// <summary>How long stages take at each dealer and in each province; judge it with <see cref="StageUnit.Of"/>.</summary>
    public static Analysis<StageUnitDays> StageUnitDays { get; } = new("StageUnitDays.sql");

    /// <summary>Which claims pass the stages that they come to; judge it with <see cref="StageEnd.Of"/>.</summary>
    public static Analysis<StageEndDays> StageEndDays { get; } = new("StageEndDays.sql");

    /// <summary>How long claims of each month of report take to be closed; judge it with <see cref="ReportMonth.Of"/>.</summary>
    public static Analysis<ReportMonthDays> ReportMonthDays { get; } = new("ReportMonthDays.sql");

    /// <summary>What customers answered; judge it with <see cref="Satisfaction.Of"/>.</summary>
    public static Analysis<SatisfactionCount> SatisfactionCounts { get; } = new("SatisfactionCounts.sql");

    /// <summary>Which claims stand behind the moves of the last periods.</summary>
    public static Analysis<RejectedClaim> RejectedClaims { get; } = new("RejectedClaims.sql");

    /// <summary>Near-identical claims that were decided differently.</summary>
    public static Analysis<LikePair> LikePairs { get; } = new("LikePairs.sql");

    /// <summary>Pairs of near-identical claims by part; judge them with <see cref="Consistency.Of"/>.</summary>
    public static Analysis<LikePairCount> LikePairCounts { get; } = new("LikePairCounts.sql");

    /// <summary>Claims that bill what others do not, by dealer; judge them with <see cref="AmountFinding.Of"/>.</summary>
    public static Analysis<AmountCount> AmountCounts { get; } = new("AmountCounts.sql");

    /// <summary>What the three-guarantees rules call each part.</summary>
    public static Analysis<PartClass> PartClasses { get; } = new("PartClasses.sql");

    /// <summary>Where vehicles are at home that the three-guarantees rules may be for.</summary>
    public static Analysis<GuaranteedProvince> GuaranteedProvinces { get; } = new("GuaranteedProvinces.sql");

    /// <summary>Repairs of vehicles near a trigger of the three-guarantees rules; see <see cref="Warehouse.Watch"/>.</summary>
    public static Analysis<RepairEvent> RepairEvents { get; } = new("RepairEvents.sql");

    /// <summary>Every version of the claims of a dossier's vehicle; see <see cref="Warehouse.Ask"/>.</summary>
    public static Analysis<DossierClaim> DossierClaims { get; } = new("DossierClaims.sql");

    /// <summary>The vehicle of a dossier.</summary>
    public static Analysis<DossierVehicle> DossierVehicles { get; } = new("DossierVehicles.sql");

    /// <summary>Services of a dossier's vehicle.</summary>
    public static Analysis<DossierService> DossierServices { get; } = new("DossierServices.sql");

    /// <summary>How claims like that of a dossier were decided.</summary>
    public static Analysis<LikeClaim> LikeClaims { get; } = new("LikeClaims.sql");

    /// <summary>Decisions that may disagree with the warranty's rules; judge them with <see cref="RuleReplay"/>.</summary>
    public static Analysis<ReplayCase> ReplayCases { get; } = new("ReplayCases.sql");
}
