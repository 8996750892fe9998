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
    /// is read, and few are held.
    /// </summary>
    /// <param name="judged">Claims in the order of their decisions; claims of a day by id.</param>
    /// <param name="reviews">Reviews by day.</param>
    /// <returns>Those asked for, in the same order.</returns>
    public static IEnumerable<(string ClaimId, ClaimPast Past)> Of(IEnumerable<JudgedClaim> judged, IReadOnlyList<JudgedReview> reviews)
    {
        var (refusals, peers, dealers) = (new RefusalReading(), new PeerReading(), new DealerReading(reviews));
        return Adjacent.Groups(judged, claim => claim.JudgedOn).OneAhead().Select(day => Read(day.Key, day.Rows)).OneAhead().SelectMany(pasts => pasts);

        List<(string ClaimId, ClaimPast Past)> Read(DateOnly day, List<JudgedClaim> claims)
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
            return [.. asked.Select((claim, i) => (claim.ClaimId, known[i] with { Refusals = signs[i] }))];
        }
    }
}
