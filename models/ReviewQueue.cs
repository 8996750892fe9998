namespace ClaimInsights.Models;

/// <summary>
/// Which claims are reviewed next: most by expected recovery, spread over dealers, and a share drawn at random, each with its known chance.
/// A dealer's tenth claim teaches less than another dealer's first: each further one of the same dealer counts less. However many claims are
/// offered, those alone are held that may still come into the queue, and the first by score.
/// </summary>
internal sealed class ReviewQueue
{
    /// <summary>So many are looked through at once at least.</summary>
    private const int Room = 16_384;

    private readonly int capacity, first, seed;
    private readonly double randomShare, dealerDiscount;
    private List<RatedClaim> held = [];
    private int roomFor = Room;

    /// <param name="capacity">Claims that can be reviewed; at least 0.</param>
    /// <param name="randomShare">Share of the capacity drawn at random; 0–1.</param>
    /// <param name="dealerDiscount">By how much each further claim of a dealer counts less than the one before; 0: by recovery alone; 0–1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="first">So many of the highest scores are held as well.</param>
    public ReviewQueue(int capacity, double randomShare, double dealerDiscount, int seed, int first)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        RequireShare(randomShare, nameof(randomShare));
        RequireShare(dealerDiscount, nameof(dealerDiscount));
        (this.capacity, this.randomShare, this.dealerDiscount, this.seed, this.first) = (capacity, randomShare, dealerDiscount, seed, first);
    }

    /// <summary>Claims offered.</summary>
    public int Offered { get; private set; }

    /// <summary>A claim's ticket in the draw: the seed and the claim decide it alone.</summary>
    public double TicketOf(ClaimFeatures row) => Lottery.Ticket(seed, row.Claim.ClaimId, row.Claim.Version);

    /// <summary>Offers claims, each once; their order makes no difference.</summary>
    public void Offer(IReadOnlyCollection<RatedClaim> claims)
    {
        Offered += claims.Count;
        held.AddRange(claims);
        if (held.Count >= roomFor)
        {
            held = MayStay();
            roomFor = (2 * held.Count) + Room;
        }
    }

    /// <summary>Fills the queue with the claims offered.</summary>
    /// <returns>By rank the claims queued and the first by score, the queue and the chance of each in its row; and the chance of every other.</returns>
    public (IReadOnlyList<RatedClaim> Held, double Chance) Fill()
    {
        var ranked = held = MayStay();
        var places = Math.Min(capacity, Offered);
        var drawn = (int)Math.Round(places * randomShare, MidpointRounding.AwayFromZero);
        var byRecovery = ByRecovery(ranked, places - drawn);
        var byLot = ByLot(ranked.Where(one => !byRecovery.Contains(one)), drawn);
        var others = Offered - byRecovery.Count;
        var chance = others == 0 ? 0 : (double)drawn / others;
        RatedClaim Placed(RatedClaim one) => one with
        {
            Row = byRecovery.Contains(one) ? one.Row with { Queue = "model", SelectionProbability = 1 }
                : one.Row with { Queue = byLot.Contains(one) ? "random" : "none", SelectionProbability = chance },
        };
        return ([.. ranked.Where((one, i) => i < first || byRecovery.Contains(one) || byLot.Contains(one)).Select(Placed)], chance);
    }

    /// <summary>
    /// Of the claims held those that may still be queued, by rank. What a claim counts only falls as others of its dealer come, so that one that is not among the
    /// best now never will be; of the tickets as many of the lowest may win as there are places, and as many more as may be taken by recovery.
    /// </summary>
    private List<RatedClaim> MayStay()
    {
        var ranked = held.Order(RatedClaim.ByRank).ToList();
        var (byRecovery, byLot) = (ByRecovery(ranked, capacity), ByLot(ranked, 2L * capacity));
        return [.. ranked.Where((one, i) => i < first || byRecovery.Contains(one) || byLot.Contains(one))];
    }

    private static HashSet<RatedClaim> ByLot(IEnumerable<RatedClaim> claims, long places) =>
        claims.OrderBy(one => one.Ticket).ThenBy(one => one.Row.ClaimId, StringComparer.Ordinal).Take((int)Math.Min(int.MaxValue, places)).ToHashSet(Same);

    /// <summary>One after the other the claim whose recovery, discounted by its dealer's claims taken before, is largest; of equals the higher rank.</summary>
    private HashSet<RatedClaim> ByRecovery(List<RatedClaim> ranked, int places)
    {
        var taken = new HashSet<RatedClaim>(Same);
        var ofDealer = new Dictionary<string, int>(StringComparer.Ordinal);
        // What a claim counts only falls as others are taken: the first whose value is still right is the largest.
        var waiting = new PriorityQueue<(int Row, int Before), (double, long)>(ranked.Select((_, i) => ((i, 0), Order(i, 0))));
        while (taken.Count < places && waiting.TryDequeue(out var next, out _))
        {
            var dealer = ranked[next.Row].Features.Claim.DealerCode;
            var before = ofDealer.GetValueOrDefault(dealer);
            if (before == next.Before)
            {
                taken.Add(ranked[next.Row]);
                ofDealer[dealer] = before + 1;
            }
            else
            {
                waiting.Enqueue((next.Row, before), Order(next.Row, before));
            }
        }

        return taken;

        (double, long) Order(int row, int before) => (-(double)ranked[row].Row.ExpectedRecovery * Math.Pow(1 - dealerDiscount, before), row);
    }

    /// <summary>A claim is itself alone: its features need not be compared.</summary>
    private static IEqualityComparer<RatedClaim> Same => ReferenceEqualityComparer.Instance;

    private static void RequireShare(double share, string name)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "expected a share from 0 to 1");
        }
    }
}
