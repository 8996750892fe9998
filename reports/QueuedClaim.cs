using ClaimInsights.Analysis;
using ClaimInsights.Models;

namespace ClaimInsights.Reports;

/// <summary>A scored claim with what a reviewer wants to see of it.</summary>
/// <param name="Suspicion">Its score, rank and reasons.</param>
/// <param name="Claim">Dealer, part, failure mode, amount and day of closing.</param>
public sealed record QueuedClaim(Suspicion Suspicion, ScoredClaim Claim)
{
    /// <summary>Puts scores and claims together, by rank; a score whose claim is not among them is left out.</summary>
    public static IReadOnlyList<QueuedClaim> Join(IEnumerable<Suspicion> suspicions, IEnumerable<ScoredClaim> claims)
    {
        var known = claims.ToDictionary(claim => claim.ClaimId, StringComparer.Ordinal);
        return
        [
            .. suspicions.Where(one => known.ContainsKey(one.ClaimId))
                .Select(one => new QueuedClaim(one, known[one.ClaimId]))
                .OrderBy(one => one.Suspicion.Rank).ThenBy(one => one.Claim.ClaimId, StringComparer.Ordinal),
        ];
    }
}
