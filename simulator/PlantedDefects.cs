namespace ClaimInsights.Simulator;

/// <summary>Chooses which defects to plant, from what a plain chart shows to what drowns in it.</summary>
internal sealed class PlantedDefects
{
    private enum Kind { Everybody, PlainPlant, Plant, Model, Line, Batch, PlantAndSupplier, WearOut, BatchInTwoPlants, Late, CommercialOnly, ClimateAndPowertrain }

    /// <summary>In the order of planting; begins anew when more are asked for.</summary>
    private static readonly Kind[] Order =
    [
        Kind.Everybody, Kind.PlantAndSupplier, Kind.Plant, Kind.Everybody, Kind.WearOut, Kind.Model, Kind.BatchInTwoPlants,
        Kind.PlainPlant, Kind.Late, Kind.Batch, Kind.Everybody, Kind.CommercialOnly, Kind.Line, Kind.ClimateAndPowertrain,
    ];

    private const int SampleSize = 12_000;
    private const int Candidates = 160;
    private readonly SimulationOptions options;
    private readonly Chart[] charts;
    private readonly Lots lots;
    private readonly int first;
    private readonly int asOf;
    private readonly SimulatedVehicle[] sample;
    private readonly double weight;
    private readonly HashSet<int> takenParts = [];

    public PlantedDefects(SimulationOptions options, Chart[] charts, Lots lots, Production production)
    {
        this.options = options;
        this.charts = charts;
        this.lots = lots;
        first = options.FirstDay.DayNumber;
        asOf = options.AsOf.DayNumber;
        var count = Math.Min(SampleSize, options.Vehicles);
        weight = options.Vehicles / (double)count;
        sample = [.. Enumerable.Range(0, count).Select(place => production.Build((int)(place * weight)))];
    }

    /// <summary>The defects; no two on one part.</summary>
    public PlantedDefect[] Draw()
    {
        var defects = new PlantedDefect[options.DefectCount];
        for (var place = 0; place < defects.Length; place++)
        {
            defects[place] = DrawOne(place);
            takenParts.Add(defects[place].Chart.Part.Index);
        }

        return defects;
    }

    /// <summary>Failures of sound parts that the affected population would have had by the as-of date, reported ones only.</summary>
    public double ExpectedWithout(PlantedDefect defect)
    {
        var expected = 0.0;
        foreach (var vehicle in sample)
        {
            if (defect.Affects(vehicle, lots))
            {
                var days = Math.Min(asOf - 45, vehicle.CoveredUntil) - vehicle.InServiceOn;
                expected += Math.Max(0, defect.Chart.Cumulative(days) - defect.Chart.Cumulative(defect.OnsetDays))
                    * Math.Pow(vehicle.RelativeUsage, defect.Chart.UsageExponent);
            }
        }

        return expected * weight;
    }

    private PlantedDefect DrawOne(int place)
    {
        var kind = Order[place % Order.Length];
        var chance = Chance.For(options.Seed, Purpose.Defects, (ulong)place);
        var (low, high) = ExpectedRange(kind);
        PlantedDefect? best = null;
        var bestDistance = double.MaxValue;
        for (var attempt = 0; attempt < Candidates || (best is null && attempt < 100 * Candidates); attempt++)
        {
            var candidate = Propose(kind, $"D{place + 1:00}", ref chance);
            if (candidate is null)
            {
                continue;
            }

            var expected = ExpectedWithout(candidate);
            var distance = expected <= 0 ? 1e9 : Math.Max(0, Math.Max(Math.Log(low / expected), Math.Log(expected / high)));
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }

            if (distance == 0)
            {
                break;
            }
        }

        return best ?? throw new InvalidOperationException("no part is left to plant a defect in");
    }

    /// <summary>How many failures the population should have had anyway: what makes an excess visible.</summary>
    private static (double Low, double High) ExpectedRange(Kind kind) => kind switch
    {
        Kind.Everybody => (7, 16),
        Kind.PlainPlant => (5, 12),
        Kind.Plant or Kind.Model => (3, 6),
        Kind.Line or Kind.Batch => (2.2, 4.5),
        Kind.PlantAndSupplier or Kind.CommercialOnly or Kind.WearOut or Kind.ClimateAndPowertrain => (3.2, 6),
        _ => (1.8, 3.6),
    };

    private PlantedDefect? Propose(Kind kind, string id, ref Chance chance)
    {
        var chart = charts[chance.Below(charts.Length)];
        var ages = kind == Kind.WearOut ? chart.Shape >= 1.3 : chart.Shape < 1.5;
        if (!ages || takenParts.Contains(chart.Part.Index) || chart.Part.Class == "wear")
        {
            return null;
        }

        var (earliest, latest, shortest, longest) = Window(kind);
        var length = chance.Between(shortest, longest);
        var from = first + (int)(chance.Between(earliest, latest) * (asOf - first));
        var to = Math.Min(from + length - 1, asOf);
        var plant = chance.Below(Catalogue.Plants.Length);
        var ratio = Math.Round(RatioOf(kind, ref chance), 1);
        var defect = new PlantedDefect(id, DifficultyOf(kind), chart, from, to, ratio) { OnsetDays = OnsetOf(kind) };
        var lot = chance.Pick(lots.Of(chart.Part.Index, plant));
        return kind switch
        {
            Kind.Everybody => chart.Part.Powertrains.Length is 0 or >= 3 ? defect : null,
            Kind.PlainPlant => defect with { Plant = 0 },
            Kind.Plant or Kind.WearOut => defect with { Plant = plant },
            Kind.Model => defect with { Model = chance.Below(Catalogue.Models.Length) },
            Kind.Line => defect with { Line = chance.Pick(Catalogue.Lines(Catalogue.Plants[plant])) },
            Kind.Batch or Kind.BatchInTwoPlants => OfBatch(defect, kind, lot),
            Kind.PlantAndSupplier => OfSupplier(defect, plant, ref chance),
            Kind.Late => defect with { Plant = plant },
            Kind.CommercialOnly => defect with { Commercial = true },
            _ => defect with { Climate = chance.Pick(Chart.Climates), Powertrain = chance.Pick(Production.Powertrains) },
        };
    }

    private PlantedDefect? OfBatch(PlantedDefect defect, Kind kind, Lot lot)
    {
        Lot[] same = [.. Enumerable.Range(0, Catalogue.Plants.Length)
            .SelectMany(plant => lots.Of(defect.Chart.Part.Index, plant))
            .Where(other => other.Supplier == lot.Supplier && other.Batch == lot.Batch)];
        var plants = same.Select(other => other.Plant).Distinct().Count();
        var (earliest, latest, _, _) = Window(kind);
        var place = (lot.From - first) / (double)(asOf - first);
        return plants != (kind == Kind.Batch ? 1 : 2) || place < earliest || place > latest
            ? null
            : defect with { Supplier = lot.Supplier, Batch = lot.Batch, From = same.Min(other => other.From), To = same.Max(other => other.To) };
    }

    private PlantedDefect? OfSupplier(PlantedDefect defect, int plant, ref Chance chance)
    {
        string[] suppliers = [.. lots.Of(defect.Chart.Part.Index, plant)
            .Where(lot => lot.To >= defect.From && lot.From <= defect.To).Select(lot => lot.Supplier).Distinct()];
        return suppliers.Length < 2 ? null : defect with { Plant = plant, Supplier = chance.Pick(suppliers) };
    }

    // Where in production (shares of it) the window begins, and how many days it lasts.
    private static (double Earliest, double Latest, int Shortest, int Longest) Window(Kind kind) => kind switch
    {
        Kind.Everybody or Kind.PlainPlant => (.12, .6, 38, 56),
        Kind.Plant or Kind.Model => (.1, .65, 28, 56),
        Kind.Line => (.1, .65, 35, 70),
        Kind.PlantAndSupplier => (.1, .6, 90, 150),
        Kind.WearOut => (.02, .3, 60, 120),
        Kind.Late => (.76, .83, 50, 80),
        Kind.CommercialOnly => (.1, .6, 100, 180),
        Kind.ClimateAndPowertrain => (.1, .6, 120, 200),
        _ => (.1, .65, 28, 56),
    };

    private static double RatioOf(Kind kind, ref Chance chance) => kind switch
    {
        Kind.Everybody => chance.Between(5.5, 8.5),
        Kind.PlainPlant => chance.Between(9.0, 11.5),
        Kind.Plant or Kind.Model or Kind.Line or Kind.Batch => chance.Between(5.0, 7.5),
        Kind.PlantAndSupplier or Kind.CommercialOnly => chance.Between(3.5, 5),
        Kind.WearOut => chance.Between(4.0, 6),
        Kind.ClimateAndPowertrain => chance.Between(4.0, 6),
        Kind.Late => chance.Between(7.0, 9.5),
        _ => chance.Between(5.5, 8),
    };

    private int OnsetOf(Kind kind) => kind == Kind.WearOut ? Math.Min(420, (asOf - first) * 2 / 5) : 0;

    private static string DifficultyOf(Kind kind) => kind switch
    {
        Kind.Everybody or Kind.PlainPlant => "plain",
        Kind.Plant or Kind.Model or Kind.Line or Kind.Batch => "medium",
        _ => "hard",
    };
}
