using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// Who rejects more, or fewer, claims than others reject of the same mix of claims. One row per dealer, province or clerk with at least five
/// decided claims in the months that are scored; in each kind those outside above come first, then by the lower limit of the ratio.
/// An insight table: the parameters are its columns.
/// </summary>
/// <param name="Kind"><c>dealer</c>, <c>province</c> (the dealer's, else the vehicle's) or <c>clerk</c> (who decided).</param>
/// <param name="Unit">Its code or name.</param>
/// <param name="Decided">Claims paid, partly paid, goodwill or rejected; at least 5.</param>
/// <param name="Rejected">Of them rejected.</param>
/// <param name="Expected">Rejections that the others' decisions expect of its mix of part, months in service, attribution and kind of shop.</param>
/// <param name="Ratio">Rejected ÷ expected, drawn towards what is usual for its kind (Gamma–Poisson); 1 is usual.</param>
/// <param name="RatioLow">Lower 95 % limit of the ratio.</param>
/// <param name="RatioHigh">Upper 95 % limit.</param>
/// <param name="Share">Share rejected that it would have with everybody's mix; 0–1.</param>
/// <param name="LimitLow">Lower funnel limit of that share, 99.8 %, widened where its kind differs by more than chance.</param>
/// <param name="LimitHigh">Upper funnel limit.</param>
/// <param name="IsOutside">The share lies outside the limits, and the ratio's interval leaves 1 out: among many units chance alone puts some outside a funnel.</param>
public sealed record UnitFairness(
    string Kind,
    string Unit,
    long Decided,
    long Rejected,
    double Expected,
    double Ratio,
    double RatioLow,
    double RatioHigh,
    double Share,
    double LimitLow,
    double LimitHigh,
    bool IsOutside)
{
    private static readonly string[] Kinds = ["dealer", "province", "clerk"];

    /// <summary>Standardises, shrinks and ranks the units of each kind; a kind of fewer than two units, or without any rejection, has no rows.</summary>
    /// <param name="cells">Groups of like claims of every unit.</param>
    public static IReadOnlyList<UnitFairness> Of(IReadOnlyList<UnitRejectionCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return [.. Kinds.SelectMany(kind => OfKind(kind, UnitRejection.Standardise([.. cells.Where(cell => cell.Kind == kind)])))];
    }

    private static IEnumerable<UnitFairness> OfKind(string kind, IReadOnlyList<UnitRejection> units)
    {
        if (RejectionFunnel.Of(units) is not { } funnel || funnel.Units.All(unit => unit.Row.Rejected == 0))
        {
            return [];
        }

        var usual = GammaPoissonShrinkage.Fit(funnel.Units.Select(unit => (unit.Row.Rejected, unit.Row.Expected)));
        return funnel.Units.Select(unit => Row(kind, unit, usual.Shrink(unit.Row.Rejected, unit.Row.Expected)))
            .OrderByDescending(row => row.IsOutside && row.Share > row.LimitHigh)
            .ThenByDescending(row => row.RatioLow).ThenBy(row => row.Unit, StringComparer.Ordinal);
    }

    private static UnitFairness Row(string kind, UnitStanding unit, RatioInterval ratio) => new(
        kind, unit.Row.Unit, unit.Row.Decided, unit.Row.Rejected, unit.Row.Expected, ratio.Ratio, ratio.Low, ratio.High,
        unit.Share, unit.Limits.Low, unit.Limits.High, unit.IsOutside && (ratio.Low > 1 || ratio.High < 1));
}
