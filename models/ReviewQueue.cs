namespace ClaimInsights.Models;

/// <summary>Which claims are reviewed next: most by expected recovery, a share drawn at random, each with its known chance.</summary>
internal static class ReviewQueue
{
    /// <summary>Fills the queue.</summary>
    /// <param name="rows">Scored claims, not queued yet.</param>
    /// <param name="capacity">Claims that can be reviewed; at least 0.</param>
    /// <param name="randomShare">Share of the capacity drawn at random; 0–1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <returns>The rows, in their order, with queue and selection probability.</returns>
    public static IReadOnlyList<Suspicion> Fill(IReadOnlyList<Suspicion> rows, int capacity, double randomShare, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (randomShare is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(randomShare), randomShare, "expected a share from 0 to 1");
        }

        var places = Math.Min(capacity, rows.Count);
        var drawn = (int)Math.Round(places * randomShare, MidpointRounding.AwayFromZero);
        var byRecovery = rows.OrderByDescending(row => row.ExpectedRecovery).ThenBy(row => row.Rank)
            .Take(places - drawn).Select(row => row.ClaimId).ToHashSet(StringComparer.Ordinal);
        var others = rows.Where(row => !byRecovery.Contains(row.ClaimId)).ToList();
        var byLot = others.OrderBy(row => Lottery.Ticket(seed, row.ClaimId, row.Version)).ThenBy(row => row.ClaimId, StringComparer.Ordinal)
            .Take(drawn).Select(row => row.ClaimId).ToHashSet(StringComparer.Ordinal);
        var chance = others.Count == 0 ? 0 : (double)drawn / others.Count;
        return
        [
            .. rows.Select(row => byRecovery.Contains(row.ClaimId)
                ? row with { Queue = "model", SelectionProbability = 1 }
                : row with { Queue = byLot.Contains(row.ClaimId) ? "random" : "none", SelectionProbability = chance }),
        ];
    }
}
