using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Reports;

/// <summary>What became of the rejections for one reason over several quarters.</summary>
internal sealed record ReasonFlow(string Reason, IReadOnlyList<Appeal> Quarters)
{
    public long Rejected => Quarters.Sum(row => row.Rejected);

    public long Resubmitted => Quarters.Sum(row => row.Resubmitted);

    public long ResubmittedPaid => Quarters.Sum(row => row.ResubmittedPaid);

    public long Appealed => Quarters.Sum(row => row.Appealed);

    public long Overturned => Quarters.Sum(row => row.Overturned);

    public decimal PaidAmount => Quarters.Sum(row => row.PaidAmount);

    /// <summary>Mean days until those that were paid after all were paid; null: none was.</summary>
    public double? MeanDays => Quarters.Where(row => row.MeanDaysLost is not null).ToList() is { Count: > 0 } paid
        ? paid.Sum(row => row.MeanDaysLost!.Value * row.PaidAfterAll) / paid.Sum(row => row.PaidAfterAll)
        : null;
}
