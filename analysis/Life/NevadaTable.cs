using System.Globalization;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Life;

/// <summary>Units sold in one month, and how many of them came back first in each month.</summary>
/// <param name="Month">First day of the month of sale.</param>
/// <param name="Sold">Units; at least their returns.</param>
/// <param name="Returns">By months since the sale: index 0 is the month of sale; at least 0.</param>
public sealed record NevadaRow(DateOnly Month, long Sold, IReadOnlyList<long> Returns);

/// <summary>
/// Sales by month, returns by month: the Nevada chart format of life data programs. The ages at failure are known to the month. A return in the month of
/// sale is taken as one in the month after (half a month's use at most, and a zero age fits no distribution).
/// </summary>
/// <param name="Last">First day of the newest month of returns.</param>
/// <param name="Rows">By month of sale.</param>
public sealed record NevadaTable(DateOnly Last, IReadOnlyList<NevadaRow> Rows)
{
    /// <summary>
    /// How long units without a return have been watched, by month of sale: months and share. From the store they are watched to the end of their warranty; a
    /// table read from a file says nothing of it, and they count to its newest month.
    /// </summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<(int Months, double Share)>> Watched { get; init; } = new Dictionary<DateOnly, IReadOnlyList<(int Months, double Share)>>();

    /// <summary>A chart of the store: vehicles by month of sale, each with its first counted claim by month of closing.</summary>
    /// <param name="warehouse">The store at the as-of date.</param>
    /// <param name="part">The part.</param>
    /// <param name="mode">The failure mode.</param>
    /// <param name="rule">Which vehicles, in the grammar of rules; empty: all with the part.</param>
    /// <exception cref="AnalysisException">No such chart, or no rule of its vehicles.</exception>
    public static NevadaTable Of(Warehouse warehouse, string part, string mode, string rule)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var data = ScanData.Read(warehouse);
        var chart = data.Chart(part, mode);
        var population = Population(data, chart, rule);
        var fleet = data.Fleet;
        var sold = new long[fleet.Months];
        var watched = new SortedDictionary<int, SortedDictionary<int, double>>();
        for (var cell = 0; cell < fleet.Cells; cell++)
        {
            if (chart.IsFitted[fleet.Stratum[cell]] && population.Holds(fleet.Stratum[cell], fleet.Day[cell]))
            {
                sold[fleet.Sale[cell]] += (long)fleet.Vehicles[cell];
                var months = Math.Min(fleet.Last[cell], fleet.Months - 1) - fleet.Sale[cell];
                var own = watched.TryGetValue(fleet.Sale[cell], out var known) ? known : watched[fleet.Sale[cell]] = [];
                own[months] = own.GetValueOrDefault(months) + fleet.Vehicles[cell];
            }
        }

        var returns = Enumerable.Range(0, fleet.Months).Select(sale => new long[fleet.Months - sale]).ToArray();
        foreach (var first in ScanData.KnownAt(chart, fleet.Months - 1).Where(population.Holds).GroupBy(claim => claim.Vehicle).Select(vehicle => vehicle.MinBy(claim => claim.Month)))
        {
            returns[first.Sale][first.Month - first.Sale]++;
        }

        DateOnly Month(int month) => new((fleet.FirstMonth + month) / 12, ((fleet.FirstMonth + month) % 12) + 1, 1);
        return new(Month(fleet.Months - 1), [.. sold.Select((count, sale) => new NevadaRow(Month(sale), count, returns[sale])).Where(row => row.Sold > 0)])
        {
            Watched = watched.ToDictionary(one => Month(one.Key), one => (IReadOnlyList<(int, double)>)[.. one.Value.Select(months => (months.Key, months.Value / sold[one.Key]))]),
        };
    }

    /// <summary>Ages at failure as exact: the months from the sale to the return.</summary>
    public IEnumerable<LifeObservation> Exact() => Cells().Select(cell => double.IsFinite(cell.UpTo) ? new LifeObservation(cell.UpTo, true, cell.Units) : new LifeObservation(cell.After, false, cell.Units));

    /// <summary>Ages at failure as they are known: within a month.</summary>
    public IEnumerable<LifeInterval> Intervals() => Cells();

    /// <summary>Returns expected in the next months of what has not come back.</summary>
    /// <param name="fit">Life of the units, in months.</param>
    /// <param name="months">How many months on; at least 1; a warranty that ends in between is not known here.</param>
    public double Expect(WeibullFit fit, int months)
    {
        ArgumentNullException.ThrowIfNull(fit);
        // Units whose warranty has ended come back no more.
        return Rows.Sum(row => (Watched.GetValueOrDefault(row.Month) ?? [(CalendarMonths.Between(row.Month, Last), 1)]).Where(one => one.Months == CalendarMonths.Between(row.Month, Last))
            .Sum(one => (row.Sold - row.Returns.Sum()) * one.Share * fit.FailsWithin(one.Months, months)));
    }

    private IEnumerable<LifeInterval> Cells()
    {
        foreach (var row in Rows)
        {
            for (var age = 0; age < row.Returns.Count; age++)
            {
                if (row.Returns[age] > 0)
                {
                    yield return new(Math.Max(age, 1) - 1, Math.Max(age, 1), row.Returns[age]);
                }
            }

            double sound = row.Sold - row.Returns.Sum();
            foreach (var (months, share) in Watched.GetValueOrDefault(row.Month) ?? [(CalendarMonths.Between(row.Month, Last), 1)])
            {
                if (sound * share > 0 && months > 0)
                {
                    yield return new(months, double.PositiveInfinity, sound * share);
                }
            }
        }
    }

    private static Population Population(ScanData data, ScanChart chart, string rule)
    {
        try
        {
            return Scan.Population.Of(data.Fleet, chart.Lots, rule, null, null);
        }
        catch (FormatException problem)
        {
            throw new AnalysisException($"--rule {problem.Message}; expected such as plant=A & powertrain=BEV", problem);
        }
    }

    /// <summary>Writes the table as CSV: <c>sold_in,sold</c> and a column a month of return; months before the sale are empty.</summary>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var first = Rows.Count == 0 ? Last : Rows.Min(row => row.Month);
        var months = CalendarMonths.From(first, Last);
        output.Write("sold_in,sold," + string.Join(',', months.Select(Name)) + "\n");
        foreach (var row in Rows.OrderBy(row => row.Month))
        {
            var cells = months.Select(month => CalendarMonths.Between(row.Month, month) is var age && age < 0 ? "" : (age < row.Returns.Count ? row.Returns[age] : 0).ToString(CultureInfo.InvariantCulture));
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{Name(row.Month)},{row.Sold},{string.Join(',', cells)}\n"));
        }
    }

    private static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Reads such a table.</summary>
    /// <param name="path">A CSV file: header <c>sold_in,sold,yyyy-MM,…</c>, a row a month of sale.</param>
    /// <exception cref="AnalysisException">It is not there, or no such table: with line and what was expected.</exception>
    public static NevadaTable Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new AnalysisException($"{path}: there is no such file; expected a table of sales and returns by month (life --out FILE writes one)");
        }

        var lines = File.ReadAllLines(path).Select((line, i) => (Cells: line.Split(','), Number: i + 1)).Where(line => line.Cells.Any(cell => cell.Trim().Length > 0)).ToList();
        var header = lines.Count == 0 ? [] : lines[0].Cells;
        AnalysisException Wrong(int line, string found, string expected) => new($"{path} line {line}: {found}; expected {expected}");
        DateOnly Month(int line, string cell) => DateOnly.TryParseExact(cell.Trim().Trim('"') + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month : throw Wrong(line, $"'{cell.Trim()}' is no month", "a month such as 2025-03");
        long Count(int line, string cell) => cell.Trim().Trim('"') is var text && text.Length == 0 ? 0
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Wrong(line, $"'{text}' is no count", "a whole number of at least 0");
        if (header.Length < 3)
        {
            throw Wrong(1, $"{header.Length} columns", "the header sold_in,sold and a column for each month of return, such as 2025-03");
        }

        DateOnly[] months = [.. header.Skip(2).Select(cell => Month(lines[0].Number, cell))];
        for (var i = 1; i < months.Length; i++)
        {
            if (months[i] != months[i - 1].AddMonths(1))
            {
                throw Wrong(1, $"{Name(months[i])} after {Name(months[i - 1])}", "months without a gap, in order");
            }
        }

        var rows = new List<NevadaRow>();
        foreach (var (cells, number) in lines.Skip(1))
        {
            if (cells.Length > header.Length)
            {
                throw Wrong(number, $"{cells.Length} cells", $"{header.Length} as in the header");
            }

            var (month, sold) = (Month(number, cells[0]), Count(number, cells.ElementAtOrDefault(1) ?? ""));
            var returns = new long[Math.Max(0, CalendarMonths.Between(month, months[^1]) + 1)];
            for (var i = 0; i < months.Length && i + 2 < cells.Length; i++)
            {
                var count = Count(number, cells[i + 2]);
                if (count > 0 && CalendarMonths.Between(month, months[i]) < 0)
                {
                    throw Wrong(number, $"{count} returns in {Name(months[i])} of units sold in {Name(month)}", "returns from the month of sale on");
                }

                if (count > 0)
                {
                    returns[CalendarMonths.Between(month, months[i])] = count;
                }
            }

            if (returns.Sum() > sold)
            {
                throw Wrong(number, $"{returns.Sum()} returns of {sold} units", "at most as many returns as units sold (first returns only)");
            }

            rows.Add(new(month, sold, returns));
        }

        return new(months[^1], rows);
    }
}
