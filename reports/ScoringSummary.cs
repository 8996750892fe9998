using ClaimInsights.Analysis;
using ClaimInsights.Models;

namespace ClaimInsights.Reports;

/// <summary>How many claims were scored how high.</summary>
/// <param name="From">Lowest score; 0–1.</param>
/// <param name="To">Where the next bin begins; of the last bin the highest score, which is in it.</param>
/// <param name="Claims">At least 0.</param>
/// <param name="Queued">Those of them in the review queue.</param>
public sealed record ScoreBin(double From, double To, long Claims, long Queued);

/// <summary>What scoring came to: the review queue claim by claim, all scored claims as counts, since they may be too many to hold.</summary>
/// <param name="Queue">The claims of the queue, by rank.</param>
/// <param name="Bins">All scored claims, in bins of one width; empty where none was scored.</param>
public sealed record ScoringSummary(IReadOnlyList<QueuedClaim> Queue, IReadOnlyList<ScoreBin> Bins)
{
    /// <summary>Nothing is scored.</summary>
    public static readonly ScoringSummary None = new([], []);

    private const int BinCount = 20;

    /// <summary>Narrower bins than this much of the whole range would show nothing but chance.</summary>
    private const double NarrowestRange = 0.02;

    /// <summary>Claims scored.</summary>
    public long Claims => Bins.Sum(bin => bin.Claims);

    /// <summary>Counts scores and picks out the queue, reading each row once.</summary>
    /// <param name="byRank">Every scored claim, the highest score first.</param>
    /// <param name="claims">What is known of them; of a queued claim that is not among them nothing is shown.</param>
    public static ScoringSummary Of(IEnumerable<Suspicion> byRank, IEnumerable<ScoredClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(byRank);
        ArgumentNullException.ThrowIfNull(claims);
        var queue = new List<Suspicion>();
        var (all, queued) = (new long[BinCount], new long[BinCount]);
        var width = 0.0;
        foreach (var one in byRank)
        {
            width = width == 0 ? Math.Max(one.Score, NarrowestRange) / BinCount : width;
            var bin = Math.Min(BinCount - 1, (int)(one.Score / width));
            all[bin]++;
            if (one.IsQueued)
            {
                queued[bin]++;
                queue.Add(one);
            }
        }

        return width == 0 ? None : new(Joined(queue, claims), [.. all.Select((count, bin) => new ScoreBin(bin * width, (bin + 1) * width, count, queued[bin]))]);
    }

    private static List<QueuedClaim> Joined(List<Suspicion> queue, IEnumerable<ScoredClaim> claims)
    {
        var asked = queue.ToDictionary(one => one.ClaimId, StringComparer.Ordinal);
        return
        [
            .. claims.Where(claim => asked.ContainsKey(claim.ClaimId)).Select(claim => new QueuedClaim(asked[claim.ClaimId], claim))
                .OrderBy(one => one.Suspicion.Rank).ThenBy(one => one.Claim.ClaimId, StringComparer.Ordinal),
        ];
    }
}
