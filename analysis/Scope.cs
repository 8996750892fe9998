namespace ClaimInsights.Analysis;

/// <summary>What a run of the analyses looks at: the only parameters that SQL files see, as the one-row relation <c>scope</c>.</summary>
/// <param name="AsOf">Last day whose closings are known, itself included.</param>
/// <param name="Alpha">False-discovery rate at which clusters are listed; above 0, below 1.</param>
/// <param name="SmallestCount">Fewest claims that make a cluster; at least 1.</param>
/// <param name="SinceMonths">How many months of closings before the as-of date are scored for suspicion; at least 1.</param>
/// <param name="WithoutText">Claims whose complaint, cause or correction matches this regular expression (RE2, any case) take no part; null: all do.</param>
public sealed record Scope(DateOnly AsOf, double Alpha = 0.05, int SmallestCount = 3, int SinceMonths = 12, string? WithoutText = null)
{
    /// <summary>Months of closings that count as new where only shares can be compared.</summary>
    private const int NewMonths = 6;

    /// <summary>First closing day that is scored for suspicion, itself included.</summary>
    public DateOnly Since => AsOf.AddDays(1).AddMonths(-SinceMonths);

    /// <summary>First closing day that is new, itself included.</summary>
    public DateOnly NewSince => AsOf.AddDays(1).AddMonths(-NewMonths);
}
