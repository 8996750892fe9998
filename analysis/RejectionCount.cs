namespace ClaimInsights.Analysis;

/// <summary>Claims rejected for one reason in one month of closing; <see cref="RejectionCause"/> is what is made of it.</summary>
/// <param name="Period">Month of closing, <c>yyyy-MM</c>.</param>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="RejectedClaims">At least 0.</param>
/// <param name="DecidedClaims">Claims paid, partly paid, goodwill or rejected in the month.</param>
/// <param name="Appeals">Rejections appealed against.</param>
/// <param name="Overturned">Appeals that overturned the decision.</param>
/// <param name="ClaimedAmount">Claimed amounts.</param>
public sealed record RejectionCount(
    string Period, string Reason, long RejectedClaims, long DecidedClaims, long Appeals, long Overturned, decimal ClaimedAmount);
