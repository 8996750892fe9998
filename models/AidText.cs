namespace ClaimInsights.Models;

/// <summary>The codes of a <see cref="ReviewAid"/> in words, English and Chinese: causes of damage, and evidence that is missing.</summary>
public static class AidText
{
    private static readonly Dictionary<string, (string English, string Chinese)> Words = new(StringComparer.Ordinal)
    {
        ["water"] = ("water", "进水"),
        ["impact"] = ("impact", "撞击"),
        ["modification"] = ("modification", "改装"),
        ["fluid"] = ("wrong fluid", "油液不符"),
        ["neglect"] = ("neglected maintenance", "缺乏保养"),
        ["rolled_back"] = ("odometer set back", "里程表回调"),
        ["photos"] = ("photos", "照片"),
        ["old_part"] = ("the old part", "旧件"),
        ["fault_codes"] = ("fault codes", "故障码"),
        ["maintenance_record"] = ("a maintenance record", "保养记录"),
    };

    /// <summary>Every code that has words.</summary>
    public static IEnumerable<string> Codes => Words.Keys;

    /// <summary>The code in English; a code without words as it is.</summary>
    public static string English(string code) => Words.TryGetValue(code, out var words) ? words.English : code;

    /// <summary>The code in Chinese; a code without words as it is.</summary>
    public static string Chinese(string code) => Words.TryGetValue(code, out var words) ? words.Chinese : code;
}
