using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>What was known of other claims when a claim was judged, and what its own texts speak of.</summary>
/// <param name="Peers">What was usual among like claims.</param>
/// <param name="Companions">Parts replaced along; null: none.</param>
/// <param name="Dealer">What the dealer's claims had been like.</param>
/// <param name="Words">What the texts speak of.</param>
/// <param name="OrderWords">What the texts of other claims on the order speak of.</param>
/// <param name="Refusals">What refusals say of claims like it.</param>
internal sealed record ClaimPast(ClaimPeers Peers, ClaimCompanions? Companions, DealerPast Dealer, ClaimWords Words, ClaimWords OrderWords, RefusalSigns Refusals)
{
    /// <summary>
    /// Walks through the decisions day by day: what is said of a claim rests on earlier days alone. While one day is worked through the next
    /// is read, and no more than two are held.
    /// </summary>
    /// <param name="judged">Claims in the order of their decisions; claims of a day by id.</param>
    /// <param name="reviews">Reviews by day.</param>
    /// <returns>By claim id, those asked for.</returns>
    public static IReadOnlyDictionary<string, ClaimPast> Of(IEnumerable<JudgedClaim> judged, IReadOnlyList<JudgedReview> reviews)
    {
        var pasts = new Dictionary<string, ClaimPast>(StringComparer.Ordinal);
        var (refusals, peers, dealers) = (new RefusalReading(), new PeerReading(), new DealerReading(reviews));
        var working = Task.CompletedTask;
        foreach (var (day, claims) in Adjacent.Groups(judged, claim => claim.JudgedOn))
        {
            working.GetAwaiter().GetResult();
            working = Task.Run(() => Read(day, claims));
        }

        working.GetAwaiter().GetResult();
        return pasts;

        void Read(DateOnly day, List<JudgedClaim> claims)
        {
            var reading = Task.Run(() => refusals.Read(claims));
            dealers.ReviewsBefore(day);
            var asked = claims.FindAll(claim => claim.IsAsked);
            var known = asked.ConvertAll(claim => new ClaimPast(
                peers.Of(claim), peers.CompanionsOf(claim), dealers.Of(claim), ClaimWords.Of(claim.Complaint, claim.Cause, claim.Correction),
                ClaimWords.Of(claim.OrderComplaint, claim.OrderCause, claim.OrderCorrection), RefusalSigns.None));
            claims.ForEach(peers.Learn);
            claims.ForEach(dealers.Learn);
            var signs = reading.GetAwaiter().GetResult();
            for (var i = 0; i < asked.Count; i++)
            {
                pasts[asked[i].ClaimId] = known[i] with { Refusals = signs[i] };
            }
        }
    }
}
