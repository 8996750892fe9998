namespace ClaimInsights.Analysis;

/// <summary>How the claims closed in one month were decided.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Complete">The as-of date lies at or after the month's end.</param>
/// <param name="Paid">Paid in full.</param>
/// <param name="PartlyPaid">Paid in part.</param>
/// <param name="Goodwill">Paid without obligation.</param>
/// <param name="Rejected">Not paid.</param>
/// <param name="Withdrawn">Withdrawn; outside every share.</param>
/// <param name="Appeals">Claims whose decision was appealed against.</param>
/// <param name="Overturned">Appeals that overturned the decision; at most <paramref name="Appeals"/>.</param>
public sealed record VerdictMonth(
    DateOnly Month, bool Complete, long Paid, long PartlyPaid, long Goodwill, long Rejected, long Withdrawn, long Appeals, long Overturned)
{
    /// <summary>Paid, partly paid, goodwill or rejected.</summary>
    public long Decided => Paid + PartlyPaid + Goodwill + Rejected;
}
