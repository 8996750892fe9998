namespace ClaimInsights.Analysis;

/// <summary>How long one stage of a claim took, for the claims closed in one month that have both of its days.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Stage"><c>reported</c> (since failed), <c>inspected</c>, <c>decided</c>, <c>paid</c>, <c>closed</c>, <c>followed_up</c>: days since the stage before it; <c>total</c>: from the report to the closing.</param>
/// <param name="Claims">Claims with both days; at least 1.</param>
/// <param name="MedianDays">Median, days; at least 0.</param>
/// <param name="NinthDecileDays">Nine of ten took no longer, days; at least <paramref name="MedianDays"/>.</param>
public sealed record StageTime(DateOnly Month, string Stage, long Claims, double MedianDays, double NinthDecileDays);
