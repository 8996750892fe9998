namespace ClaimInsights.Analysis.Backtests;

/// <summary>What to replay.</summary>
/// <param name="From">First month, its first day.</param>
/// <param name="To">Last month, its first day; not before <paramref name="From"/>.</param>
/// <param name="Keys">Columns of <see cref="KeyedClaim.Keys"/>: an alert for each combination that a new cluster covers; none: for each cluster.</param>
/// <param name="Alpha">False-discovery rate at which clusters are listed.</param>
/// <param name="WithoutText">See <see cref="Scope.WithoutText"/>.</param>
public sealed record BacktestRequest(DateOnly From, DateOnly To, IReadOnlyList<string> Keys, double Alpha = 0.05, string? WithoutText = null)
{
    /// <summary>The scope of the month end on or after that day.</summary>
    internal Scope At(DateOnly month) => new(month.AddMonths(1).AddDays(-1), Alpha, WithoutText: WithoutText);
}
