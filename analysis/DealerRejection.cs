using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Analysis;

/// <summary>A dealer's rejected claims beside those expected of the same mix of claims at the other dealers.</summary>
/// <param name="DealerCode">Who repaired and billed.</param>
/// <param name="Decided">Claims paid, partly paid, goodwill or rejected; at least 1.</param>
/// <param name="Rejected">Of them rejected.</param>
/// <param name="Expected">Rejections expected of this mix of part, months in service, attribution and kind of shop; 0 to <paramref name="Decided"/>.</param>
public sealed record DealerRejection(string DealerCode, long Decided, long Rejected, double Expected)
{
    /// <summary>The dealer among the units that are compared.</summary>
    public UnitRejection Unit => new(DealerCode, Decided, Rejected, Expected);

    /// <summary>Standardises the dealers among the cells.</summary>
    /// <param name="cells">Groups of like claims of every kind of unit.</param>
    /// <returns>One row per dealer, in order of code.</returns>
    public static IReadOnlyList<DealerRejection> Standardise(IEnumerable<UnitRejectionCell> cells) =>
        [.. UnitRejection.Standardise([.. cells.Where(cell => cell.Kind == "dealer")]).Select(unit => new DealerRejection(unit.Unit, unit.Decided, unit.Rejected, unit.Expected))];
}
