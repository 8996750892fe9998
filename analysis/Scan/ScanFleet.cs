namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// The vehicles of a store as cells (stratum × build day × month of sale × last month), in order of build days, with what
/// the scan needs to know of each. Months and days count from the first; weeks without a vehicle are no weeks.
/// </summary>
internal sealed class ScanFleet
{
    /// <summary>An attribute with more values than this names vehicles rather than kinds of vehicles.</summary>
    private const int MostValues = 60;

    private readonly IReadOnlyDictionary<string, string?[]> attributes;
    private readonly bool[] built;

    public ScanFleet(IReadOnlyList<VehicleStratum> strata, IReadOnlyList<VehicleCell> cells, DateOnly asOf)
    {
        Strata = strata;
        FirstMonth = cells.Count == 0 ? MonthOf(asOf) : cells.Min(cell => cell.SaleMonth);
        Months = Math.Max(1, MonthOf(asOf) - FirstMonth + 1);
        FirstDay = cells.Count == 0 ? asOf : cells[0].BuiltOn;
        Days = cells.Count == 0 ? 1 : cells[^1].BuiltOn.DayNumber - FirstDay.DayNumber + 1;
        Stratum = [.. cells.Select(cell => cell.Stratum)];
        Day = [.. cells.Select(cell => cell.BuiltOn.DayNumber - FirstDay.DayNumber)];
        Sale = [.. cells.Select(cell => cell.SaleMonth - FirstMonth)];
        Last = [.. cells.Select(cell => cell.LastMonth - FirstMonth)];
        Far = [.. cells.Select(cell => cell.FarMonth is { } far ? far - FirstMonth : int.MaxValue)];
        Vehicles = [.. cells.Select(cell => (double)cell.Vehicles)];
        WeekOfDay = new int[Days];
        attributes = Facet.Attributed(strata);
        built = Built();
        (Weeks, FirstDayOfWeek) = CountWeeks();
        Facets = Facet.All(attributes, strata.Count, MostValues);
        (FirstRule, RulesOf) = Rules(Facets, strata.Count);
        (PlaceOf, ClimateOfPlace) = Places(strata);
        (UseOf, Uses) = Indexed(strata, stratum => stratum.UsageClass ?? "");
        (PlantOf, Plants) = Indexed(strata, stratum => stratum.Plant ?? "");
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

    /// <summary>Of each stratum its combination in every facet, as such an index; the number of all where a value is not known.</summary>
    public int[] RulesOf { get; }

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

    public static int MonthOf(DateOnly day) => (12 * day.Year) + day.Month - 1;

    /// <summary>Last day of a month of the scan.</summary>
    public DateOnly EndOf(int month) => new DateOnly((FirstMonth + month) / 12, ((FirstMonth + month) % 12) + 1, 1).AddMonths(1).AddDays(-1);

    /// <summary>Value of an attribute of each stratum; null: vehicles have no such attribute.</summary>
    public IReadOnlyList<string?>? ValuesOf(string attribute) => attributes.GetValueOrDefault(attribute);

    /// <summary>Names of attributes, as rules write them.</summary>
    public IEnumerable<string> AttributeNames => attributes.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether any vehicle was built on a day.</summary>
    public bool IsBuilt(int day) => built[day];

    private static (int[] First, int[] Of) Rules(IReadOnlyList<Facet> facets, int strata)
    {
        var first = new int[facets.Count + 1];
        for (var facet = 0; facet < facets.Count; facet++)
        {
            first[facet + 1] = first[facet] + facets[facet].Values.Count;
        }

        var of = new int[strata * facets.Count];
        for (var stratum = 0; stratum < strata; stratum++)
        {
            for (var facet = 0; facet < facets.Count; facet++)
            {
                of[(stratum * facets.Count) + facet] = facets[facet].Of[stratum] is var combination && combination >= 0 ? first[facet] + combination : first[^1];
            }
        }

        return (first, of);
    }

    private bool[] Built()
    {
        var days = new bool[Days];
        foreach (var day in Day)
        {
            days[day] = true;
        }

        return days;
    }

    private (int Weeks, int[] FirstDays) CountWeeks()
    {
        var firsts = new List<int>();
        var week = -1;
        for (var from = 0; from < Days; from += 7)
        {
            var to = Math.Min(Days, from + 7);
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
        var (climateOf, _) = Indexed(strata, stratum => stratum.Climate ?? "");
        var (of, places) = Indexed(strata, stratum => $"{stratum.Province}\n{stratum.Climate}");
        var climates = new int[places.Count];
        for (var i = 0; i < of.Length; i++)
        {
            climates[of[i]] = climateOf[i];
        }

        return (of, climates);
    }

    private static (int[] Of, IReadOnlyList<string> Values) Indexed(IReadOnlyList<VehicleStratum> strata, Func<VehicleStratum, string> value)
    {
        var values = strata.Select(value).Distinct().Order(StringComparer.Ordinal).ToList();
        var index = values.Select((one, i) => (one, i)).ToDictionary(one => one.one, one => one.i, StringComparer.Ordinal);
        return ([.. strata.Select(stratum => index[value(stratum)])], values);
    }
}
