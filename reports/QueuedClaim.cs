using ClaimInsights.Analysis;
using ClaimInsights.Models;

namespace ClaimInsights.Reports;

/// <summary>A claim of the review queue with what a reviewer wants to see of it.</summary>
/// <param name="Suspicion">Its score, rank and reasons.</param>
/// <param name="Claim">Dealer, part, failure mode, amount and day of closing.</param>
public sealed record QueuedClaim(Suspicion Suspicion, ScoredClaim Claim);
