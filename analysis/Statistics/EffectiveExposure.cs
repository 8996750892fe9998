namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Vehicle-months by group and months in service, each calendar month weighted with the share of its claims that can
/// already be known: M_gj = Σ_t N_gjt · F(T − t). Made once and used for every chart of the same vehicles.
/// </summary>
public sealed class EffectiveExposure
{
    private readonly double[] cells;

    private EffectiveExposure(int groups, int months, double[] cells) => (Groups, Months, this.cells) = (groups, months, cells);

    /// <summary>Number of groups, at least 0; their indices run from 0.</summary>
    public int Groups { get; }

    /// <summary>Number of months in service, at least 0; they run from 0.</summary>
    public int Months { get; }

    /// <summary>Effective vehicle-months, at least 0; 0 in a cell that no exposure was given for.</summary>
    public double this[int group, int monthsInService] =>
        group >= 0 && group < Groups && monthsInService >= 0 && monthsInService < Months ? cells[(group * Months) + monthsInService] : 0;

    /// <summary>Adds up exposure cells; their order makes no difference to the last bit.</summary>
    /// <param name="exposure">Cells; those of the same group, age and calendar month add up.</param>
    /// <param name="completeness">F(k), 0…1, the share of claims known k months after the failure; null where every claim is known at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative index, a negative exposure, or a completeness outside 0…1.</exception>
    public static EffectiveExposure Of(IEnumerable<ExposureCell> exposure, Func<int, double>? completeness = null)
    {
        var ordered = exposure.ToArray();
        foreach (var cell in ordered)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cell.Group);
            ArgumentOutOfRangeException.ThrowIfNegative(cell.MonthsInService);
            ArgumentOutOfRangeException.ThrowIfNegative(cell.MonthsAgo);
            Require.NotNegative(cell.VehicleMonths);
        }

        Array.Sort(ordered, InOrder);
        var groups = ordered.Length == 0 ? 0 : ordered[^1].Group + 1;
        var months = ordered.Length == 0 ? 0 : ordered.Max(cell => cell.MonthsInService) + 1;
        var cells = new double[groups * months];
        foreach (var cell in ordered)
        {
            var known = completeness is null ? 1 : completeness(cell.MonthsAgo);
            Require.Unit(known, nameof(completeness));
            cells[(cell.Group * months) + cell.MonthsInService] += cell.VehicleMonths * known;
        }

        return new(groups, months, cells);
    }

    private static int InOrder(ExposureCell left, ExposureCell right) =>
        (left.Group, left.MonthsInService, left.MonthsAgo, left.VehicleMonths)
        .CompareTo((right.Group, right.MonthsInService, right.MonthsAgo, right.VehicleMonths));
}
