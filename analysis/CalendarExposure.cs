namespace ClaimInsights.Analysis;

/// <summary>Vehicle-months by month of the calendar and in service, of the vehicles that a part is fitted to; the same set of vehicles is added up once.</summary>
internal sealed class CalendarExposure
{
    private readonly List<((string Model, string? Powertrain) Kind, int Month, int Age, double VehicleMonths)> cells;
    private readonly IReadOnlyList<(string Model, string? Powertrain)> kinds;
    private readonly int months;
    private readonly Dictionary<string, Ages> known = new(StringComparer.Ordinal);

    /// <param name="exposures">Exposure of every vehicle sold.</param>
    /// <param name="from">First month.</param>
    /// <param name="months">How many.</param>
    public CalendarExposure(IReadOnlyList<ExposureCount> exposures, DateOnly from, int months)
    {
        this.months = months;
        cells =
        [
            .. exposures.Select(cell => (Kind: (cell.Model, cell.Powertrain), Month: CalendarMonths.Between(from, cell.CalendarMonth), cell.MonthsInService, cell.VehicleMonths))
                .Where(cell => cell.Month >= 0 && cell.Month < months)
                .GroupBy(cell => (cell.Kind, cell.Month, cell.MonthsInService))
                .Select(group => (group.Key.Kind, group.Key.Month, group.Key.MonthsInService, (double)group.Sum(cell => cell.VehicleMonths)))
                .OrderBy(cell => cell.Kind.Model, StringComparer.Ordinal).ThenBy(cell => cell.Kind.Powertrain, StringComparer.Ordinal).ThenBy(cell => cell.Month).ThenBy(cell => cell.MonthsInService),
        ];
        kinds = [.. cells.Select(cell => cell.Kind).Distinct()];
    }

    /// <summary>The vehicles that the part is fitted to.</summary>
    public Ages Of(PartFit part)
    {
        var fitted = kinds.Where(kind => part.Fits(kind.Model, kind.Powertrain)).ToHashSet();
        var name = string.Join('\n', fitted.Select(kind => $"{kind.Model}\t{kind.Powertrain}").Order(StringComparer.Ordinal));
        return known.TryGetValue(name, out var ages) ? ages : known[name] = AddUp(fitted);
    }

    private Ages AddUp(HashSet<(string Model, string? Powertrain)> fitted)
    {
        var own = cells.Where(cell => fitted.Contains(cell.Kind)).ToList();
        var table = new double[months, own.Count == 0 ? 0 : own.Max(cell => cell.Age) + 1];
        own.ForEach(cell => table[cell.Month, cell.Age] += cell.VehicleMonths);
        return new(table);
    }

    /// <param name="table">Vehicle-months by month and age.</param>
    public sealed class Ages(double[,] table)
    {
        /// <summary>Σ over ages of exposure × the age's rate over all months: what each month would have at a rate that depends on age alone.</summary>
        /// <param name="claims">Claims by age.</param>
        public double[] Expected(IReadOnlyDictionary<int, long> claims)
        {
            var expected = new double[table.GetLength(0)];
            for (var age = 0; age < table.GetLength(1); age++)
            {
                double exposure = 0;
                for (var month = 0; month < expected.Length; month++)
                {
                    exposure += table[month, age];
                }

                var rate = exposure > 0 && claims.TryGetValue(age, out var count) ? count / exposure : 0;
                for (var month = 0; month < expected.Length && rate > 0; month++)
                {
                    expected[month] += table[month, age] * rate;
                }
            }

            return expected;
        }
    }
}
