using System.Collections.Concurrent;

namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// The vehicles of a store as cells (stratum × build day × month of sale × last month), in order of build weeks, then strata, then build days, with what
/// the scan needs to know of each. Months and days count from the first; weeks without a vehicle are no weeks.
/// </summary>
internal sealed class ScanFleet
{
    /// <summary>An attribute with more values than this names vehicles rather than kinds of vehicles.</summary>
    private const int MostValues = 60;

    private const int DaysOfWeek = 7;

    private readonly IReadOnlyDictionary<string, string?[]> attributes;
    private readonly bool[] built;
    private readonly int[] firstCellOfWeek;
    private readonly ConcurrentDictionary<int, bool[]> kinds = [];

    /// <param name="strata">Strata by their numbers.</param>
    /// <param name="cells">Cells by build weeks, strata and build days: a stratum's vehicles of a week side by side. Read once, one at a time.</param>
    /// <param name="asOf">The as-of date.</param>
    public ScanFleet(IReadOnlyList<VehicleStratum> strata, IEnumerable<VehicleCell> cells, DateOnly asOf)
    {
        Strata = strata;
        var (stratum, day, sale, last, far, vehicles) = (new List<int>(), new List<int>(), new List<int>(), new List<int>(), new List<int>(), new List<double>());
        foreach (var cell in cells)
        {
            stratum.Add(cell.Stratum);
            day.Add(cell.BuiltOn.DayNumber);
            sale.Add(cell.SaleMonth);
            last.Add(cell.LastMonth);
            far.Add(cell.FarMonth ?? int.MaxValue);
            vehicles.Add(cell.Vehicles);
        }

        (Stratum, Day, Sale, Last, Far, Vehicles) = ([.. stratum], [.. day], [.. sale], [.. last], [.. far], [.. vehicles]);
        var firstDay = Day.Length == 0 ? asOf.DayNumber : Day.Min();
        FirstDay = DateOnly.FromDayNumber(firstDay);
        FirstMonth = Sale.Length == 0 ? MonthOf(asOf) : Sale.Min();
        Months = Math.Max(1, MonthOf(asOf) - FirstMonth + 1);
        Days = Day.Length == 0 ? 1 : Day.Max() - firstDay + 1;
        for (var cell = 0; cell < Day.Length; cell++)
        {
            Day[cell] -= firstDay;
            Sale[cell] -= FirstMonth;
            Last[cell] -= FirstMonth;
            Far[cell] = Far[cell] == int.MaxValue ? int.MaxValue : Far[cell] - FirstMonth;
        }

        WeekOfDay = new int[Days];
        attributes = Facet.Attributed(strata);
        built = Built();
        (Weeks, FirstDayOfWeek) = CountWeeks();
        firstCellOfWeek = FirstCells();
        Facets = Facet.All(attributes, strata.Count, MostValues);
        FirstRule = Firsts(Facets);
        RuleLevels = RuleLevel.Of(Facets, FirstRule, attributes, strata.Count);
        (PlaceOf, ClimateOfPlace) = Places(strata);
        (Uses, UseOf) = Indexed(strata, stratum => stratum.UsageClass ?? "");
        (Plants, PlantOf) = Indexed(strata, stratum => stratum.Plant ?? "");
        PlaceCount = ClimateOfPlace.Length;
        Climates = ClimateOfPlace.Length == 0 ? 0 : ClimateOfPlace.Max() + 1;
    }

    public IReadOnlyList<VehicleStratum> Strata { get; }

    /// <summary>Month 0, as 12 × year + month − 1.</summary>
    public int FirstMonth { get; }

    public int Months { get; }

    public DateOnly FirstDay { get; }

    public int Days { get; }

    public int[] Stratum { get; }

    public int[] Day { get; }

    public int[] Sale { get; }

    public int[] Last { get; }

    /// <summary>Month of each cell from which on closings are of high mileage; the largest number there is: none.</summary>
    public int[] Far { get; }

    public double[] Vehicles { get; }

    /// <summary>Index of the week of a build day; of days between two weeks with vehicles, the earlier.</summary>
    public int[] WeekOfDay { get; }

    public int Weeks { get; }

    /// <summary>First build day, as an index, of each week; one past the last day at the end.</summary>
    public int[] FirstDayOfWeek { get; }

    /// <summary>What can be asked of a vehicle: nothing, one attribute, two attributes.</summary>
    public IReadOnlyList<Facet> Facets { get; }

    /// <summary>Index of each facet's first combination among those of all facets, one after the other; their number at the end.</summary>
    public int[] FirstRule { get; }

    /// <summary>How strata are summed up to rules, step by step.</summary>
    public IReadOnlyList<RuleLevel> RuleLevels { get; }

    /// <summary>Province and climate of a stratum as one index.</summary>
    public int[] PlaceOf { get; }

    public int[] ClimateOfPlace { get; }

    public int PlaceCount { get; }

    public int Climates { get; }

    public int[] UseOf { get; }

    public IReadOnlyList<string> Uses { get; }

    public int[] PlantOf { get; }

    public IReadOnlyList<string> Plants { get; }

    public int Cells => Stratum.Length;

    /// <summary>A claim of the store as charts hold it.</summary>
    public ChartClaim Claim(ScannedClaim claim) => new(
        claim.Stratum, (ushort)(claim.BuiltOn.DayNumber - FirstDay.DayNumber), Short(claim.SaleMonth), Short(claim.ClosedMonth), claim.Dealer, Short(claim.FarMonth))
    {
        Claim = claim.Claim,
        Vehicle = claim.Vehicle,
        CurrentFrom = Short(claim.CurrentFrom),
        CurrentUntil = Short(claim.CurrentUntil),
        Judged = Short(claim.JudgedMonth),
    };

    public static int MonthOf(DateOnly day) => (12 * day.Year) + day.Month - 1;

    /// <summary>Last day of a month of the scan.</summary>
    public DateOnly EndOf(int month) => new DateOnly((FirstMonth + month) / 12, ((FirstMonth + month) % 12) + 1, 1).AddMonths(1).AddDays(-1);

    /// <summary>Which strata have a combination of values of a facet; asked for often.</summary>
    public bool[] KindsOf(int facet, int combination) =>
        kinds.GetOrAdd(FirstRule[facet] + combination, _ => Array.ConvertAll(Facets[facet].Of, own => own == combination));

    /// <summary>Value of an attribute of each stratum; null: vehicles have no such attribute.</summary>
    public IReadOnlyList<string?>? ValuesOf(string attribute) => attributes.GetValueOrDefault(attribute);

    /// <summary>Names of attributes, as rules write them.</summary>
    public IEnumerable<string> AttributeNames => attributes.Keys.Order(StringComparer.Ordinal);

    /// <summary>Weeks in which vehicles were built by the end of a month; at least 1.</summary>
    public int WeeksBy(int month) => WeekOfDay[Math.Clamp(EndOf(month).DayNumber - FirstDay.DayNumber, 0, Days - 1)] + 1;

    /// <summary>Places in a table of months of sale × last months × places × uses; see <see cref="HazardOf"/>.</summary>
    public int Hazards => Months * Months * PlaceCount * Uses.Count;

    /// <summary>
    /// Where in such a table a cell's hazard up to the end of a month is, and where that of the time before high mileage, which is taken off (−1: none);
    /// null: the cell is not exposed by then.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="month">Of the scan.</param>
    /// <param name="isFar">Only at high mileage.</param>
    public (int All, int Before)? HazardOf(int cell, int month, bool isFar)
    {
        var (sale, last) = (Sale[cell], Math.Min(Last[cell], month));
        if (sale > month || (isFar && Far[cell] > last))
        {
            return null;
        }

        var (kinds, stratum) = (PlaceCount * Uses.Count, Stratum[cell]);
        var kind = (PlaceOf[stratum] * Uses.Count) + UseOf[stratum];
        return ((((sale * Months) + last) * kinds) + kind, isFar && Far[cell] > sale ? (((sale * Months) + Far[cell] - 1) * kinds) + kind : -1);
    }

    /// <summary>How intensely the vehicles of a cell that come to high mileage are driven.</summary>
    public int IntensityOf(int cell) => LifeBand.IntensityOf(Far[cell] - Sale[cell]);

    /// <summary>Build day × plants + plant of a cell.</summary>
    public int PlantDayOf(int cell) => (Day[cell] * Plants.Count) + PlantOf[Stratum[cell]];

    /// <summary>The cells of the weeks that some build days lie in, the last one not itself: others need not be looked at.</summary>
    /// <param name="fromDay">First build day, as an index.</param>
    /// <param name="toDay">Last build day.</param>
    public (int From, int To) CellsBuilt(int fromDay, int toDay) =>
        (firstCellOfWeek[WeekOfDay[Math.Clamp(fromDay, 0, Days - 1)]], firstCellOfWeek[WeekOfDay[Math.Clamp(toDay, 0, Days - 1)] + 1]);

    /// <summary>One past the last cell of a week: the first of the next, so that the first week begins where week −1 ends.</summary>
    public int EndOfWeek(int week) => firstCellOfWeek[week + 1];

    /// <summary>Whether any vehicle was built on a day.</summary>
    public bool IsBuilt(int day) => built[day];

    private static int[] Firsts(IReadOnlyList<Facet> facets)
    {
        var first = new int[facets.Count + 1];
        for (var facet = 0; facet < facets.Count; facet++)
        {
            first[facet + 1] = first[facet] + facets[facet].Values.Count;
        }

        return first;
    }

    /// <summary>A month counted from the first, within what a claim holds.</summary>
    private short Short(int? month) => month is { } known ? (short)Math.Clamp(known - FirstMonth, short.MinValue, ChartClaim.Never) : ChartClaim.Never;

    private bool[] Built()
    {
        var days = new bool[Days];
        foreach (var day in Day)
        {
            days[day] = true;
        }

        return days;
    }

    private int[] FirstCells()
    {
        var first = new int[Weeks + 1];
        foreach (var day in Day)
        {
            first[WeekOfDay[day] + 1]++;
        }

        for (var week = 0; week < Weeks; week++)
        {
            first[week + 1] += first[week];
        }

        return first;
    }

    private (int Weeks, int[] FirstDays) CountWeeks()
    {
        var firsts = new List<int>();
        var week = -1;
        for (var from = 0; from < Days; from += DaysOfWeek)
        {
            var to = Math.Min(Days, from + DaysOfWeek);
            if (built.AsSpan(from, to - from).Contains(true))
            {
                week++;
                firsts.Add(from);
            }

            WeekOfDay.AsSpan(from, to - from).Fill(Math.Max(week, 0));
        }

        firsts.Add(Days);
        return (Math.Max(1, week + 1), [.. firsts]);
    }

    private static (int[] Of, int[] ClimateOfPlace) Places(IReadOnlyList<VehicleStratum> strata)
    {
        var (_, climateOf) = Indexed(strata, stratum => stratum.Climate ?? "");
        var (places, of) = Indexed(strata, stratum => $"{stratum.Province}\n{stratum.Climate}");
        var climates = new int[places.Count];
        for (var i = 0; i < of.Length; i++)
        {
            climates[of[i]] = climateOf[i];
        }

        return (of, climates);
    }

    private static (IReadOnlyList<string> Values, int[] Of) Indexed(IReadOnlyList<VehicleStratum> strata, Func<VehicleStratum, string> value) =>
        Numbered.InOrder([.. strata.Select(value)], StringComparer.Ordinal);
}
