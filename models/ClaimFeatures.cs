using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>
/// One current paid claim coded <i>manufacturing</i> with all that was known when it was decided: what a review would
/// start from. No outcome of the claim itself, and nothing that came after its decision, takes part.
/// </summary>
/// <param name="Claim">The claim, its label if it was reviewed, and what it says itself.</param>
/// <param name="Usage">How the vehicle was driven.</param>
/// <param name="Maintenance">How it was maintained; null: the claim's vehicle is not known.</param>
/// <param name="History">What it had been claimed for.</param>
/// <param name="Peers">What was usual among like claims.</param>
/// <param name="Companions">Parts replaced along with the causal part; null: none.</param>
/// <param name="Dealer">What the dealer's claims had been like.</param>
/// <param name="Words">What the texts speak of.</param>
/// <param name="OrderWords">What the texts of other claims on the same order speak of.</param>
/// <param name="Refusals">What refusals say of claims like it.</param>
/// <param name="ClusterRatio">Claims ÷ claims expected of the defect cluster that the claim fitted when it was decided (of an open claim that is scored: as of the day of scoring); 1: it fits none.</param>
public sealed record ClaimFeatures(
    ReviewableClaim Claim,
    ClaimUsage Usage,
    ClaimMaintenance? Maintenance,
    ClaimHistory History,
    ClaimPeers Peers,
    ClaimCompanions? Companions,
    DealerPast Dealer,
    ClaimWords Words,
    ClaimWords OrderWords,
    RefusalSigns Refusals,
    double ClusterRatio = 1)
{
    /// <summary>Claims that are handed out together.</summary>
    private const int Together = 8192;

    /// <summary>Reading less trend, as a share of the trend (at least 1,000 km); null: not known.</summary>
    public double? TrendGap => (Claim.OdometerKm - Usage.TrendKm) / Math.Max(Usage.TrendKm ?? 0, 1000);

    /// <summary>Reading less trend, in spreads of the earlier readings about it (at least 500 km and 2 % of the trend); null: not known.</summary>
    public double? TrendGapInSpreads =>
        (Claim.OdometerKm - Usage.TrendKm) / ((1.4826 * Usage.TrendSpreadKm) + 500 + (0.02 * Math.Max(Usage.TrendKm ?? 0, 0)));

    /// <summary>How far the reading lies below the second highest earlier one, kilometres; null: fewer than two.</summary>
    public int? Drop => Usage.SecondHighestKm is { } high && Claim.OdometerKm is { } km ? Math.Max(0, high - km) : null;

    /// <summary>Days since the last authorised service, else since the sale; null: the vehicle is not known.</summary>
    public int? DaysWithoutService => Maintenance?.DaysSinceService ?? Claim.DaysInService;

    /// <summary>Services due by the distance driven, less those made; negative: more than due; null: not known.</summary>
    public int? ServicesMissed =>
        Maintenance is null || Claim.OdometerKm is null
            ? null
            : (int)(Math.Max(Claim.OdometerKm.Value, Math.Clamp(Usage.TrendKm ?? 0, 0, 2_000_000)) / ClaimMaintenance.ServiceEveryKm) - Maintenance.Services;

    /// <summary>What such a repair usually claims: median of the operation, else of the part; null: too few peers.</summary>
    public double? UsualAmount =>
        Peers.OperationClaims >= ClaimPeers.FewestPeers ? Peers.OperationAmount
        : Peers.PartClaims >= ClaimPeers.FewestPeers ? Peers.PartAmount : null;

    /// <summary>Hours that such an operation usually bills; null: too few peers.</summary>
    public double? UsualHours => Peers.OperationClaims >= ClaimPeers.FewestPeers ? Peers.OperationHours : null;

    /// <summary>ln (claimed ÷ usual amount); null: not known.</summary>
    public double? AmountToPeers => Claim.ClaimedAmount > 0 && UsualAmount > 0 ? Math.Log((double)Claim.ClaimedAmount / UsualAmount.Value) : null;

    /// <summary>ln (billed ÷ usual hours); null: not known.</summary>
    public double? HoursToPeers => Claim.LabourHours > 0 && UsualHours > 0 ? Math.Log(Claim.LabourHours.Value / UsualHours.Value) : null;

    /// <summary>ln (billed ÷ usual hours) in spreads of the operation: from its median to its 95th percentile are 1.645; null: not known.</summary>
    public double? HoursInSpreads =>
        HoursToPeers is { } above && Peers.OperationHours95 >= Peers.OperationHours
            ? above / Math.Max(Math.Log(Peers.OperationHours95.Value / Peers.OperationHours!.Value) / 1.645, 0.05) : null;

    /// <summary>Causes that the customer names and the technician does not; 0–5.</summary>
    public int SaidNotFound => System.Numerics.BitOperations.PopCount((uint)(Words.Said & ~Words.Found & ~DamageCause.Trace));

    /// <summary>ln of <see cref="ClusterRatio"/>; never below 0.</summary>
    public double ClusterFit => Math.Log(Math.Max(1, ClusterRatio));

    /// <summary>
    /// The features of the claims that owner-caused damage can hide among and that are asked for (<see cref="Warehouse.AskSince"/>), a part at a time in the order
    /// of their decisions: a store has more than can be held.
    /// </summary>
    /// <param name="warehouse">The store; nothing else is asked of it until all are read.</param>
    /// <param name="fits">Which claims fitted a defect cluster when they were decided.</param>
    /// <exception cref="AnalysisException">The store cannot be asked.</exception>
    public static IEnumerable<IReadOnlyList<ClaimFeatures>> Stream(Warehouse warehouse, IReadOnlyList<ClusterFit> fits)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(fits);
        return Parts().OneAhead();

        IEnumerable<IReadOnlyList<ClaimFeatures>> Parts()
        {
            var ratios = fits.ToDictionary(fit => (fit.ClaimId, fit.Version), fit => fit.Ratio);
            // One after the other: what a question needs until its first row is free when the next is asked.
            using var claims = new Following<ReviewableClaim>(ReviewableClaim.Analysis.StreamBeside(warehouse), row => row.ClaimId);
            using var usage = new Following<ClaimUsage>(ClaimUsage.Analysis.StreamBeside(warehouse), row => row.ClaimId);
            using var maintenance = new Following<ClaimMaintenance>(ClaimMaintenance.Analysis.StreamBeside(warehouse), row => row.ClaimId);
            using var history = new Following<ClaimHistory>(ClaimHistory.Analysis.StreamBeside(warehouse), row => row.ClaimId);
            foreach (var part in ClaimPast.Of(JudgedClaim.Analysis.StreamBeside(warehouse), JudgedReview.Analysis.Run(warehouse)).Chunk(Together))
            {
                yield return Array.ConvertAll(part, one => Of(claims.OfEach(one.ClaimId), one.Past));
            }

            ClaimFeatures Of(ReviewableClaim claim, ClaimPast past) => new(
                claim,
                usage.OfEach(claim.ClaimId),
                maintenance.Of(claim.ClaimId),
                history.OfEach(claim.ClaimId),
                past.Peers,
                past.Companions,
                past.Dealer,
                past.Words,
                past.OrderWords,
                past.Refusals,
                ratios.GetValueOrDefault((claim.ClaimId, claim.Version), 1));
        }
    }

    /// <summary>The same of all claims at once, by claim id.</summary>
    /// <exception cref="AnalysisException">The store cannot be asked.</exception>
    public static IReadOnlyList<ClaimFeatures> Read(Warehouse warehouse, IReadOnlyList<ClusterFit> fits)
    {
        var all = Stream(warehouse, fits).SelectMany(part => part).ToList();
        all.Sort((one, other) => string.CompareOrdinal(one.Claim.ClaimId, other.Claim.ClaimId));
        return all;
    }

    /// <summary>Rows of claims, asked for in their own order: none is looked for in a dictionary of millions.</summary>
    private sealed class Following<TRow> : IDisposable
        where TRow : class
    {
        private readonly IEnumerator<TRow> rows;
        private readonly Func<TRow, string> claimId;
        private bool isThere;

        public Following(IEnumerable<TRow> rows, Func<TRow, string> claimId)
        {
            (this.rows, this.claimId) = (rows.GetEnumerator(), claimId);
            isThere = this.rows.MoveNext();
        }

        /// <summary>The row of the claim, where every claim has one.</summary>
        public TRow OfEach(string claim) => Of(claim) ?? throw new InvalidOperationException($"{claim}: no row of {typeof(TRow).Name}");

        /// <summary>The row of the claim; null: it has none.</summary>
        public TRow? Of(string claim)
        {
            if (!isThere || claimId(rows.Current) != claim)
            {
                return null;
            }

            var row = rows.Current;
            isThere = rows.MoveNext();
            return row;
        }

        public void Dispose() => rows.Dispose();
    }
}
