namespace ClaimInsights.Simulator;

/// <summary>Builds the vehicles one after the other, in the order of production.</summary>
internal sealed class Production
{
    private static readonly double[] ModelWeights = [.. Catalogue.Models.Select(model => model.Weight)];
    private static readonly double[] ProvinceWeights = [.. Catalogue.Provinces.Select(province => province.Weight)];
    private readonly SimulationOptions options;
    private readonly Dealer[][] dealersByProvince;
    private readonly double[][] dealerSizes;
    private readonly List<(int Day, int Until)> days = [];

    public Production(SimulationOptions options, Dealer[] dealers)
    {
        this.options = options;
        dealersByProvince = [.. Catalogue.Provinces.Select((_, province) => dealers.Where(dealer => dealer.Province == province).ToArray())];
        dealerSizes = [.. dealersByProvince.Select(some => some.Select(dealer => dealer.Size).ToArray())];
        LayOutDays();
    }

    /// <summary>The vehicle of that place in production.</summary>
    public SimulatedVehicle Build(int index)
    {
        var chance = Chance.For(options.Seed, Purpose.Vehicle, (ulong)index);
        var builtOn = DayOf(index);
        var model = chance.Weighted(ModelWeights);
        var plantName = Catalogue.Models[model].Plants[chance.Happens(.62) ? 0 : 1];
        var plant = Array.IndexOf(Catalogue.Plants, plantName);
        var line = chance.Pick(Catalogue.Lines(plantName));
        var powertrains = Catalogue.Models[model].Powertrains;
        var powertrain = powertrains[(int)(powertrains.Length * Math.Pow(chance.Next(), 1.3))];
        var province = chance.Weighted(ProvinceWeights);
        var dealer = dealersByProvince[province][chance.Weighted(dealerSizes[province])];
        var commercial = chance.Happens(Catalogue.Models[model].Commercial);
        var modelYear = ModelYearOf(builtOn);
        var inServiceOn = SellFrom(builtOn, ref chance);
        var use = Chance.For(options.Seed, Purpose.Mileage, (ulong)index);
        var scrapped = chance.Happens(.004);
        var scrappedAfter = (int)chance.Between(60.0, 900);
        return new SimulatedVehicle
        {
            Index = index,
            Vin = Vins.Make(model, Array.IndexOf(Powertrains, powertrain), plantName, modelYear, index),
            Model = model,
            ModelYear = modelYear,
            BuiltOn = builtOn,
            InServiceOn = inServiceOn,
            Plant = plant,
            Line = line,
            Powertrain = powertrain,
            Commercial = commercial,
            Province = province,
            Climate = Array.IndexOf(Chart.Climates, Catalogue.Provinces[province].Climate),
            Trim = Catalogue.Trims[chance.Weighted([.4, .38, .22])],
            Dealer = dealer,
            OutOfServiceOn = scrapped ? inServiceOn + scrappedAfter : int.MaxValue,
            InvoiceLead = chance.Weighted([.5, .2, .15, .15]),
            DailyKm = commercial ? use.LogNormal(112, .38) : use.LogNormal(34, .5),
            Drift = use.Normal() * .2 / 365,
            Frailty = Math.Clamp(use.LogNormal(.97, .25), .4, 2.2),
            Careless = use.Happens(.2),
            Elsewhere = use.Happens(.15),
            Lemon = use.Happens(.006),
            UseChangesAfter = use.Happens(.14) ? (int)use.Between(60.0, 900) : 5000,
            ChangedUse = Math.Clamp(use.LogNormal(.6, .8), .08, 3),
        };
    }

    /// <summary>Powertrains in the order in which VINs number them.</summary>
    public static readonly string[] Powertrains = ["1.5T", "2.0T", "PHEV", "BEV"];

    /// <summary>Places in production of the vehicles built from a day to a day, both included: first, and one past the last.</summary>
    public (int First, int End) BuiltBetween(int from, int to) => (Until(from - 1), Until(to));

    private int Until(int day)
    {
        var place = days.FindLastIndex(candidate => candidate.Day <= day);
        return place < 0 ? 0 : days[place].Until;
    }

    private static int ModelYearOf(int builtOn)
    {
        var date = DateOnly.FromDayNumber(builtOn);
        return date.Month >= 8 ? date.Year + 1 : date.Year;
    }

    private static int SellFrom(int builtOn, ref Chance chance)
    {
        var soldOn = builtOn;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            soldOn = builtOn + 8 + (int)chance.LogNormal(34, .65);
            if (chance.Happens(Catalogue.SalesSeason[Day.MonthOfYear(soldOn)] / 1.4))
            {
                break;
            }
        }

        return soldOn;
    }

    // Mondays to Saturdays, slower around the spring festival and in high summer.
    private void LayOutDays()
    {
        var first = options.FirstDay.DayNumber;
        var last = options.AsOf.DayNumber;
        var weights = new List<(int Day, double Weight)>();
        for (var day = first; day <= last; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            if (date.DayOfWeek != DayOfWeek.Sunday)
            {
                weights.Add((day, date.Month switch { 2 => .7, 7 or 8 => .9, 11 or 12 => 1.1, _ => 1 }));
            }
        }

        var total = weights.Sum(day => day.Weight);
        var sum = 0.0;
        foreach (var (day, weight) in weights)
        {
            sum += weight;
            days.Add((day, (int)Math.Round(options.Vehicles * sum / total)));
        }
    }

    private int DayOf(int index)
    {
        var (low, high) = (0, days.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle].Until <= index)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return days[low].Day;
    }
}
