namespace ClaimInsights.Analysis;

/// <summary>Why claims were not paid: one row per month of closing and reason. An insight table: the parameters are its columns.</summary>
/// <param name="Period">Month of closing, <c>yyyy-MM</c>.</param>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="RejectedClaims">Claims rejected for it; 0 where only an appeal was closed.</param>
/// <param name="DecidedClaims">Claims paid, partly paid, goodwill or rejected in the period; at least <paramref name="RejectedClaims"/>.</param>
/// <param name="Share">Rejected ÷ decided; 0–1.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper 95 % Wilson limit.</param>
/// <param name="PreviousShare">The share in the month before; null in the first.</param>
/// <param name="MixEffect">Part of the change that came with other claims (Kitagawa); with <paramref name="RuleEffect"/> it adds up to the change; null in the first month.</param>
/// <param name="RuleEffect">Part of the change that came with other treatment of like claims; null in the first month.</param>
/// <param name="Appeals">Rejections appealed against.</param>
/// <param name="Overturned">Appeals that overturned the decision.</param>
/// <param name="ClaimedAmount">Claimed amounts of the rejected claims.</param>
public sealed record RejectionCause(
    string Period,
    string Reason,
    long RejectedClaims,
    long DecidedClaims,
    double Share,
    double ShareLow,
    double ShareHigh,
    double? PreviousShare,
    double? MixEffect,
    double? RuleEffect,
    long Appeals,
    long Overturned,
    decimal ClaimedAmount);
