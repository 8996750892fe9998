using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Reports;

/// <summary>Claims of a period that were decided otherwise than one rule says, in one direction.</summary>
/// <param name="Direction">As <see cref="RuleDisagreement.Direction"/>.</param>
/// <param name="Rule">As <see cref="RuleDisagreement.Rule"/>.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="Amount">Their amounts together, the store's currency.</param>
/// <param name="Largest">Ids of the largest, at most <see cref="DecisionTables.MostNamed"/>.</param>
public sealed record AgainstRule(string Direction, string Rule, long Claims, decimal Amount, IReadOnlyList<string> Largest)
{
    /// <summary>Sums claims up, reading each once; by direction, then the largest amount first.</summary>
    /// <param name="disagreements">Of any period.</param>
    /// <param name="period">Days of closing that count.</param>
    public static IReadOnlyList<AgainstRule> Of(IEnumerable<RuleDisagreement> disagreements, ReportPeriod period)
    {
        ArgumentNullException.ThrowIfNull(disagreements);
        ArgumentNullException.ThrowIfNull(period);
        var sums = new Dictionary<(string, string), Sum>();
        foreach (var row in disagreements.Where(row => period.Holds(row.ClosedOn)))
        {
            Kept.Of(sums, (row.Direction, row.Rule), () => new()).Add(row);
        }

        return
        [
            .. sums.Select(one => new AgainstRule(one.Key.Item1, one.Key.Item2, one.Value.Claims, one.Value.Amount, [.. one.Value.Largest.Select(claim => claim.ClaimId)]))
                .OrderBy(one => one.Direction, StringComparer.Ordinal).ThenByDescending(one => one.Amount).ThenBy(one => one.Rule, StringComparer.Ordinal),
        ];
    }

    private sealed class Sum
    {
        private static readonly IComparer<(decimal Amount, string ClaimId)> LargestFirst = Comparer<(decimal Amount, string ClaimId)>.Create((one, other) =>
            other.Amount.CompareTo(one.Amount) is not 0 and var order ? order : string.CompareOrdinal(one.ClaimId, other.ClaimId));

        public long Claims { get; private set; }

        public decimal Amount { get; private set; }

        public SortedSet<(decimal Amount, string ClaimId)> Largest { get; } = new(LargestFirst);

        public void Add(RuleDisagreement row)
        {
            Claims++;
            Amount += row.Amount;
            Largest.Add((row.Amount, row.ClaimId));
            if (Largest.Count > DecisionTables.MostNamed)
            {
                Largest.Remove(Largest.Max);
            }
        }
    }
}
