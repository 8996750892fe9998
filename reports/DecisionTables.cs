using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Reports;

/// <summary>The insight tables on how claims are decided; empty where nothing is known.</summary>
public sealed record DecisionTables
{
    /// <summary>Claims that a row names, at most.</summary>
    public const int MostNamed = 5;

    /// <summary>Claims not paid, by part, model, dealer, province and reason.</summary>
    public IReadOnlyList<RejectionBreakdown> Breakdown { get; init; } = [];

    /// <summary>What would have prevented rejections.</summary>
    public IReadOnlyList<RejectionPrevention> Prevention { get; init; } = [];

    /// <summary>What notes say beside the stated reason.</summary>
    public IReadOnlyList<RejectionNote> Notes { get; init; } = [];

    /// <summary>What moved the share of rejected claims.</summary>
    public IReadOnlyList<RejectionMove> Moves { get; init; } = [];

    /// <summary>Claims behind the moves: the latest of each reason, see <see cref="LatestOf"/>.</summary>
    public IReadOnlyList<RejectedClaim> Rejected { get; init; } = [];

    /// <summary>Since when like claims are treated otherwise, the surest first.</summary>
    public IReadOnlyList<RuleChange> Changes { get; init; } = [];

    /// <summary>Rejections by quarter and reason, and what became of them.</summary>
    public IReadOnlyList<Appeal> Appeals { get; init; } = [];

    /// <summary>Claims of the period decided otherwise than the rules say, summed up.</summary>
    public IReadOnlyList<AgainstRule> AgainstRules { get; init; } = [];

    /// <summary>Dealers, provinces and clerks beside others with like claims.</summary>
    public IReadOnlyList<UnitFairness> Fairness { get; init; } = [];

    /// <summary>Near-identical claims decided differently, the largest amounts first.</summary>
    public IReadOnlyList<LikePair> LikePairs { get; init; } = [];

    /// <summary>Share of near-identical claims decided alike, of all and by part.</summary>
    public IReadOnlyList<Consistency> Consistency { get; init; } = [];

    /// <summary>Hours, parts and invoices beside their peers.</summary>
    public IReadOnlyList<AmountFinding> Amounts { get; init; } = [];

    /// <summary>Dealers and provinces beside others in each stage, slow ones first.</summary>
    public IReadOnlyList<StageUnit> StageUnits { get; init; } = [];

    /// <summary>Claims that pass a stage, and in time.</summary>
    public IReadOnlyList<StageEnd> StageEnds { get; init; } = [];

    /// <summary>How promptly the claims of a month of report are closed.</summary>
    public IReadOnlyList<ReportMonth> ReportMonths { get; init; } = [];

    /// <summary>From failure to closing: of all dealers, and by province where they differ.</summary>
    public IReadOnlyList<LagSummary> Lags { get; init; } = [];

    /// <summary>Recent months of failure and what they will come to, of all dealers and by province where they differ.</summary>
    public IReadOnlyList<ClaimNowcast> Nowcasts { get; init; } = [];

    /// <summary>Answers by outcome and days.</summary>
    public IReadOnlyList<Satisfaction> Satisfaction { get; init; } = [];

    /// <summary>Of each reason the claims that a page may name; each row is read once.</summary>
    /// <param name="rejected">The latest first.</param>
    public static IReadOnlyList<RejectedClaim> LatestOf(IEnumerable<RejectedClaim> rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        var latest = new List<RejectedClaim>();
        foreach (var claim in rejected)
        {
            var before = named.GetValueOrDefault(claim.Reason);
            if (before < MostNamed)
            {
                named[claim.Reason] = before + 1;
                latest.Add(claim);
            }
        }

        return latest;
    }
}
