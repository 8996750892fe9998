using System.Globalization;

namespace ClaimInsights.Simulator;

/// <summary>Which batch was fitted where and when: the build days of each plant, cut into lots for each part.</summary>
internal sealed class Lots
{
    private readonly Lot[][][] byPartAndPlant;

    public Lots(int seed, int firstDay, int lastDay)
    {
        byPartAndPlant = [.. Part.All.Select(part => Catalogue.Plants.Select(plant => Cut(seed, part, plant, firstDay, lastDay)).ToArray())];
    }

    /// <summary>Every lot, by part, plant and build day.</summary>
    public IEnumerable<Lot> All => byPartAndPlant.SelectMany(plants => plants.SelectMany(lots => lots));

    /// <summary>The lots of a part in a plant, in the order of build days.</summary>
    public IReadOnlyList<Lot> Of(int part, int plant) => byPartAndPlant[part][plant];

    /// <summary>The lot from which a vehicle built that day got its part.</summary>
    public Lot At(int part, int plant, int builtOn)
    {
        var lots = byPartAndPlant[part][plant];
        var (low, high) = (0, lots.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lots[middle].To < builtOn)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return lots[low];
    }

    private static Lot[] Cut(int seed, Part part, string plant, int firstDay, int lastDay)
    {
        var shared = Chance.For(seed, Purpose.Lots, (ulong)part.Index);
        var suppliers = new string[1 + shared.Weighted([.3, .45, .25])];
        var start = shared.Below(60);
        for (var index = 0; index < suppliers.Length; index++)
        {
            suppliers[index] = string.Create(CultureInfo.InvariantCulture, $"V{2000 + (((start + (index * 17)) % 60) * 13):0000}");
        }

        var chance = Chance.For(seed, Purpose.Lots, (ulong)part.Index, (ulong)(1 + plant[0]));
        var usual = chance.Below(suppliers.Length);
        var lots = new List<Lot>();
        for (var from = firstDay - 7; from <= lastDay;)
        {
            var to = Math.Min(lastDay, from + (7 * chance.Between(2, 7)) - 1);
            var supplier = chance.Happens(.6) ? usual : chance.Below(suppliers.Length);
            lots.Add(new Lot(part, plant, suppliers[supplier], BatchAt(seed, part, supplier, from), Math.Max(from, firstDay), to));
            from = to + 1;
        }

        lots.RemoveAll(lot => lot.To < lot.From);
        return [.. lots];
    }

    // A supplier's batch lasts four weeks, whichever plant draws from it.
    private static string BatchAt(int seed, Part part, int supplier, int day)
    {
        var period = (day + (part.Index * 5) + (supplier * 11)) / 28;
        var chance = Chance.For(seed, Purpose.Lots, (ulong)period, (ulong)((part.Index * 8) + supplier));
        var made = DateOnly.FromDayNumber((period * 28) - (part.Index * 5) - (supplier * 11) - chance.Between(7, 20));
        const string letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
        return string.Create(CultureInfo.InvariantCulture, $"{made.Year % 100:00}{made.DayOfYear:000}{letters[chance.Below(23)]}{letters[chance.Below(23)]}");
    }
}
