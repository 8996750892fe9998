namespace ClaimInsights.Models;

/// <summary>A claim that may be queued.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">Its version.</param>
/// <param name="DealerCode">The dealer.</param>
/// <param name="ExpectedRecovery">What a review of it may bring back.</param>
internal readonly record struct QueueCandidate(string ClaimId, int Version, string DealerCode, decimal ExpectedRecovery);

/// <summary>A claim's place in the queue.</summary>
/// <param name="Queue"><c>model</c>, <c>random</c> or <c>none</c>.</param>
/// <param name="SelectionProbability">Overall chance with which it was selected; 0–1.</param>
internal readonly record struct QueuePlace(string Queue, double SelectionProbability);

/// <summary>
/// Which claims are reviewed next: most by expected recovery, spread over dealers, and a share drawn at random, each with its known chance.
/// A dealer's tenth claim teaches less than another dealer's first: each further one of the same dealer counts less.
/// </summary>
internal static class ReviewQueue
{
    /// <summary>Fills the queue.</summary>
    /// <param name="rows">Scored claims by rank.</param>
    /// <param name="capacity">Claims that can be reviewed; at least 0.</param>
    /// <param name="randomShare">Share of the capacity drawn at random; 0–1.</param>
    /// <param name="dealerDiscount">By how much each further claim of a dealer counts less than the one before; 0: by recovery alone; 0–1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <returns>The place of each.</returns>
    public static IReadOnlyList<QueuePlace> Fill(IReadOnlyList<QueueCandidate> rows, int capacity, double randomShare, double dealerDiscount, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        RequireShare(randomShare, nameof(randomShare));
        RequireShare(dealerDiscount, nameof(dealerDiscount));
        var places = Math.Min(capacity, rows.Count);
        var drawn = (int)Math.Round(places * randomShare, MidpointRounding.AwayFromZero);
        var byRecovery = ByRecovery(rows, places - drawn, dealerDiscount);
        var others = Enumerable.Range(0, rows.Count).Where(i => !byRecovery.Contains(i)).ToList();
        var byLot = others.AsParallel().AsOrdered().Select(i => (Row: i, Ticket: Lottery.Ticket(seed, rows[i].ClaimId, rows[i].Version))).AsSequential()
            .OrderBy(one => one.Ticket).ThenBy(one => rows[one.Row].ClaimId, StringComparer.Ordinal).Take(drawn).Select(one => one.Row).ToHashSet();
        var chance = others.Count == 0 ? 0 : (double)drawn / others.Count;
        return [.. Enumerable.Range(0, rows.Count).Select(i => byRecovery.Contains(i) ? new QueuePlace("model", 1) : new QueuePlace(byLot.Contains(i) ? "random" : "none", chance))];
    }

    /// <summary>One after the other the row whose recovery, discounted by its dealer's rows taken before, is largest; of equals the higher rank.</summary>
    private static HashSet<int> ByRecovery(IReadOnlyList<QueueCandidate> rows, int places, double discount)
    {
        var taken = new HashSet<int>();
        var ofDealer = new Dictionary<string, int>(StringComparer.Ordinal);
        // What a row counts only falls as others are taken: the first whose value is still right is the largest.
        var waiting = new PriorityQueue<(int Row, int Before), (double, long)>(rows.Select((_, i) => ((i, 0), Order(i, 0))));
        while (taken.Count < places && waiting.TryDequeue(out var next, out _))
        {
            var before = ofDealer.GetValueOrDefault(rows[next.Row].DealerCode);
            if (before == next.Before)
            {
                taken.Add(next.Row);
                ofDealer[rows[next.Row].DealerCode] = before + 1;
            }
            else
            {
                waiting.Enqueue((next.Row, before), Order(next.Row, before));
            }
        }

        return taken;

        (double, long) Order(int row, int before) => (-(double)rows[row].ExpectedRecovery * Math.Pow(1 - discount, before), row);
    }

    private static void RequireShare(double share, string name)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "expected a share from 0 to 1");
        }
    }
}
