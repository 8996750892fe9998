namespace ClaimInsights.Analysis.Fairness;

/// <summary>What became of the rejections closed in one quarter for one reason; <see cref="Appeal"/> is what is made of it.</summary>
/// <param name="Quarter">First day of the quarter of closing.</param>
/// <param name="Reason">Reason of rejection.</param>
/// <param name="Rejected">Rejections; at least 1.</param>
/// <param name="Resubmitted">Of them resubmitted as another claim.</param>
/// <param name="ResubmittedPaid">Of these paid.</param>
/// <param name="Appealed">Rejections appealed against, with an answer.</param>
/// <param name="Overturned">Of these overturned.</param>
/// <param name="PaidAfterAll">Rejections paid after an appeal or a correction, or as another claim.</param>
/// <param name="DaysToPayment">Sum of days from the closing of the rejection to the closing that paid.</param>
/// <param name="ClaimedAmount">Claimed amounts of the rejections.</param>
/// <param name="PaidAmount">Approved amounts of those paid after all.</param>
public sealed record AppealFlow(
    DateOnly Quarter,
    string Reason,
    long Rejected,
    long Resubmitted,
    long ResubmittedPaid,
    long Appealed,
    long Overturned,
    long PaidAfterAll,
    long DaysToPayment,
    decimal ClaimedAmount,
    decimal PaidAmount);
