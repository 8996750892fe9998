using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Exposure of the vehicles that a part is fitted to, by build month and months in service; the same set of vehicles is
/// added up once and serves every chart of every part fitted to it.
/// </summary>
internal sealed class FittedExposure
{
    private readonly IReadOnlyList<ExposureCount> exposures;
    private readonly IReadOnlyList<BuildCount> builds;
    private readonly IReadOnlyList<(string Model, string? Powertrain)> kinds;
    private readonly Func<DateOnly, double> completeness;
    private readonly DateOnly newestMonth;
    private readonly Dictionary<string, Fleet> fleets = new(StringComparer.Ordinal);

    /// <param name="exposures">Exposure of every vehicle sold.</param>
    /// <param name="builds">Vehicles sold.</param>
    /// <param name="completeness">Share of a calendar month's claims that is known by the as-of date; 0–1.</param>
    /// <param name="asOf">The as-of date.</param>
    public FittedExposure(
        IReadOnlyList<ExposureCount> exposures, IReadOnlyList<BuildCount> builds, Func<DateOnly, double> completeness, DateOnly asOf)
    {
        (this.exposures, this.builds, this.completeness) = (exposures, builds, completeness);
        newestMonth = new DateOnly(asOf.Year, asOf.Month, 1);
        kinds = [.. builds.Select(build => (build.Model, build.Powertrain)).Distinct()];
        Months = [.. builds.Select(build => build.BuildMonth).Distinct().Order()];
        IndexOf = Months.Select((month, index) => (month, index)).ToDictionary(one => one.month, one => one.index);
    }

    /// <summary>Every build month with vehicles sold, in order: the groups of a chart.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    /// <summary>The group of a build month.</summary>
    public IReadOnlyDictionary<DateOnly, int> IndexOf { get; }

    /// <summary>The vehicles that the part is fitted to.</summary>
    public Fleet Of(PartFit part)
    {
        var fitted = kinds.Where(kind => part.Fits(kind.Model, kind.Powertrain)).ToHashSet();
        var name = string.Join('\n', fitted.Select(kind => $"{kind.Model}\t{kind.Powertrain}").Order(StringComparer.Ordinal));
        return fleets.TryGetValue(name, out var known) ? known : fleets[name] = AddUp(fitted);
    }

    private Fleet AddUp(HashSet<(string Model, string? Powertrain)> fitted)
    {
        var cells = exposures.Where(cell => fitted.Contains((cell.Model, cell.Powertrain))).Select(cell => new ExposureCell(
            IndexOf[cell.BuildMonth], cell.MonthsInService, CalendarMonths.Between(cell.CalendarMonth, newestMonth), (double)cell.VehicleMonths)).ToList();
        var vehicles = new long[Months.Count];
        foreach (var build in builds.Where(build => fitted.Contains((build.Model, build.Powertrain))))
        {
            vehicles[IndexOf[build.BuildMonth]] += build.Vehicles;
        }

        var known = Enumerable.Range(0, cells.Count == 0 ? 0 : cells.Max(cell => cell.MonthsAgo) + 1)
            .Select(ago => completeness(newestMonth.AddMonths(-ago))).ToArray();
        return new Fleet(EffectiveExposure.Of(cells, ago => known[ago]), vehicles);
    }

    /// <summary>Vehicles of one set of models and powertrains.</summary>
    /// <param name="Exposure">Vehicle-months by build month (group) and months in service, less what is not reported yet.</param>
    /// <param name="Vehicles">Vehicles sold, by build month.</param>
    public sealed record Fleet(EffectiveExposure Exposure, IReadOnlyList<long> Vehicles)
    {
        /// <summary>Vehicle-months of a build month over all ages.</summary>
        public double VehicleMonths(int group) => Enumerable.Range(0, Exposure.Months).Sum(age => Exposure[group, age]);
    }
}
