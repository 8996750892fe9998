using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>The queue out of more claims than are held.</summary>
public class ReviewQueueTests
{
    private const int Claims = 60_000, Capacity = 60, First = 25;
    private const double Share = 0.25, Discount = 0.2;

    [Fact]
    public void of_many_claims_offered_in_parts_the_same_are_queued_as_of_all_looked_at_together()
    {
        var claims = Many();
        var queue = new ReviewQueue(Capacity, Share, Discount, seed: 3, First);
        foreach (var part in claims.Chunk(700))
        {
            queue.Offer(part);
        }

        var (held, chance) = queue.Fill();

        var byRecovery = Greedy(claims, 45);
        var byLot = claims.Where(one => !byRecovery.Contains(one)).OrderBy(one => one.Ticket).Take(15).ToList();
        Assert.Equal(Claims, queue.Offered);
        Assert.Equal(Ids(byRecovery), Ids(held.Where(one => one.Row.Queue == "model")));
        Assert.Equal(Ids(byLot), Ids(held.Where(one => one.Row.Queue == "random")));
        Assert.Equal(15.0 / (Claims - 45), chance);
        Assert.Equal(claims.Order(RatedClaim.ByRank).Take(First).Select(one => one.Row.ClaimId), held.Take(First).Select(one => one.Row.ClaimId));
        Assert.Equal(held.Select(one => one.Row.ClaimId), held.Order(RatedClaim.ByRank).Select(one => one.Row.ClaimId));
    }

    private static IEnumerable<string> Ids(IEnumerable<RatedClaim> claims) => claims.Select(one => one.Row.ClaimId).Order(StringComparer.Ordinal);

    /// <summary>One after the other the claim that counts most, by the definition.</summary>
    private static HashSet<RatedClaim> Greedy(IReadOnlyList<RatedClaim> claims, int places)
    {
        var taken = new HashSet<RatedClaim>(ReferenceEqualityComparer.Instance);
        var ofDealer = new Dictionary<string, int>(StringComparer.Ordinal);
        double Counts(RatedClaim one) => (double)one.Row.ExpectedRecovery * Math.Pow(1 - Discount, ofDealer.GetValueOrDefault(one.Features.Claim.DealerCode));
        while (taken.Count < places)
        {
            var best = claims.Where(one => !taken.Contains(one)).MaxBy(Counts)!;
            taken.Add(best);
            ofDealer[best.Features.Claim.DealerCode] = ofDealer.GetValueOrDefault(best.Features.Claim.DealerCode) + 1;
        }

        return taken;
    }

    private static List<RatedClaim> Many()
    {
        var random = new Random(11);
        var ordinary = GivenFeatures.Ordinary("A");
        ClaimFeatures[] dealers = [.. Enumerable.Range(0, 9).Select(i => ordinary with { Claim = ordinary.Claim with { DealerCode = $"D{i}" } })];
        return
        [
            .. Enumerable.Range(0, Claims).Select(i => new RatedClaim(
                new Suspicion($"C{i:00000}", 1, random.NextDouble(), 0, (decimal)Math.Round(random.NextDouble() * 1e6, 2), null, null, null, null, null, null, null, "none", 0, "rules"),
                dealers[random.Next(dealers.Length)], random.NextDouble())),
        ];
    }
}
