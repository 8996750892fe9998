using System.Globalization;

namespace ClaimInsights.Simulator;

/// <summary>A dealer and its habits.</summary>
internal sealed record Dealer(int Index, string Code, string Name, int Province, string City, double Size)
{
    /// <summary>Factor of what it bills for parts and hours; about 1.</summary>
    public required double Cost { get; init; }

    /// <summary>Labour rate, money an hour.</summary>
    public required double Rate { get; init; }

    /// <summary>Factor of its days in each stage; about 1.</summary>
    public required double Lag { get; init; }

    /// <summary>Share of claims with a wrong failure mode.</summary>
    public required double WrongMode { get; init; }

    /// <summary>Share of claims coded unknown.</summary>
    public required double Unknown { get; init; }

    /// <summary>Mean number of photos.</summary>
    public required double Photos { get; init; }

    /// <summary>Share of old parts that it sends back.</summary>
    public required double ReturnsParts { get; init; }

    /// <summary>How much more readily it codes owners' damage as manufacturing; about 1.</summary>
    public required double Leniency { get; init; }

    /// <summary>Writes its narratives in Chinese.</summary>
    public required bool WritesChinese { get; init; }

    /// <summary>The dealers of one seed, in the order of their codes.</summary>
    public static Dealer[] Draw(int seed, int vehicles)
    {
        var count = Math.Clamp(vehicles / 400, 20, 400);
        return [.. Enumerable.Range(0, count).Select(index => DrawOne(seed, index, count))];
    }

    private static Dealer DrawOne(int seed, int index, int count)
    {
        var chance = Chance.For(seed, Purpose.Dealers, (ulong)index);
        double[] weights = [.. Catalogue.Provinces.Select(province => province.Weight)];
        var province = index < Catalogue.Provinces.Length ? index : chance.Weighted(weights);
        var city = chance.Pick(Catalogue.Provinces[province].Cities);
        var code = string.Create(CultureInfo.InvariantCulture, $"D{1000 + ((index * 7919) % 8999):0000}");
        return new Dealer(index, code, string.Create(CultureInfo.InvariantCulture, $"{city} Auto {1 + (index % 37)}"), province, city, chance.LogNormal(1, .8))
        {
            Cost = chance.LogNormal(1, .09),
            Rate = chance.Between(95, 165),
            Lag = chance.LogNormal(1, .22),
            WrongMode = chance.Between(.01, .1),
            Unknown = chance.Between(.005, .06),
            Photos = chance.Between(1.8, 4.2),
            ReturnsParts = chance.Between(.55, .9),
            Leniency = chance.Happens(.1) ? chance.Between(2.2, 3.6) : chance.Between(.6, 1.05),
            WritesChinese = chance.Happens(.72),
        };
    }
}
