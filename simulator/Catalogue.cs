namespace ClaimInsights.Simulator;

/// <summary>A model: where it is built and with what.</summary>
/// <param name="Name">The model.</param>
/// <param name="Weight">Share of production.</param>
/// <param name="Plants">Plants that build it, the first most.</param>
/// <param name="Powertrains">Powertrains it is sold with.</param>
/// <param name="Commercial">Share in commercial use.</param>
internal sealed record Model(string Name, double Weight, string[] Plants, string[] Powertrains, double Commercial);

/// <summary>A province with its climate.</summary>
internal sealed record Province(string Name, double Weight, string Climate, string[] Cities);

/// <summary>The maker's fixed world: models, plants, provinces.</summary>
internal static class Catalogue
{
    public static readonly Model[] Models =
    [
        new("Lanting", 22, ["A", "B"], ["1.5T", "PHEV"], .06),
        new("Qingfeng", 18, ["A", "C"], ["1.5T", "2.0T", "PHEV"], .05),
        new("Haiyan", 15, ["B", "D"], ["BEV"], .14),
        new("Yunshan", 13, ["C", "A"], ["2.0T", "PHEV"], .04),
        new("Xingchen", 12, ["B", "C"], ["BEV", "PHEV"], .10),
        new("Changhe", 9, ["D", "A"], ["1.5T", "2.0T"], .38),
        new("Beidou", 6, ["C", "D"], ["2.0T"], .12),
        new("Jinlin", 5, ["D", "B"], ["BEV"], .45),
    ];

    public static readonly string[] Plants = ["A", "B", "C", "D"];

    public static readonly string[] Trims = ["standard", "comfort", "premium"];

    /// <summary>The lines of a plant; a line's name names its plant.</summary>
    public static string[] Lines(string plant) => plant switch
    {
        "A" => ["A1", "A2", "A3"],
        "B" => ["B1", "B2"],
        "C" => ["C1", "C2"],
        _ => ["D1", "D2"],
    };

    public static readonly Province[] Provinces =
    [
        new("Guangdong", 17, "hot_humid", ["Guangzhou", "Shenzhen", "Foshan"]),
        new("Jiangsu", 13, "temperate", ["Nanjing", "Suzhou", "Wuxi"]),
        new("Shandong", 12, "temperate", ["Jinan", "Qingdao", "Yantai"]),
        new("Zhejiang", 12, "coastal", ["Hangzhou", "Ningbo", "Wenzhou"]),
        new("Henan", 10, "temperate", ["Zhengzhou", "Luoyang"]),
        new("Sichuan", 10, "hot_humid", ["Chengdu", "Mianyang"]),
        new("Hubei", 8, "temperate", ["Wuhan", "Yichang"]),
        new("Fujian", 7, "coastal", ["Fuzhou", "Xiamen"]),
        new("Heilongjiang", 6, "cold", ["Harbin", "Daqing"]),
        new("Xinjiang", 5, "cold", ["Urumqi", "Korla"]),
    ];

    /// <summary>How well vehicles sell in each month, relative to the best.</summary>
    public static readonly double[] SalesSeason = [1.35, .55, .9, .85, .95, 1, .8, .85, 1.25, 1.3, 1.15, 1.4];
}
