using System.Globalization;

namespace ClaimInsights.Models;

/// <summary>The wording of every reason, with its numbers in it. A fact about the claim, never a verdict.</summary>
public static class ReasonText
{
    private static readonly Dictionary<string, (string English, string Chinese)> Sentences = new(StringComparer.Ordinal)
    {
        ["odometer_below_trend"] = ("the odometer shows {0} km; the vehicle's own earlier readings lead to {1} km", "里程表显示 {0} km；按该车以往读数推算应为 {1} km"),
        ["odometer_ran_back"] = ("the odometer shows {0} km; {1} earlier readings were higher, the second highest {2} km", "里程表显示 {0} km；此前有 {1} 次读数更高，第二高为 {2} km"),
        ["trend_past_limit"] = ("the vehicle's own earlier readings lead to {0} km; the warranty ends at {1} km", "按该车以往读数推算里程为 {0} km；质保里程为 {1} km"),
        ["near_km_limit"] = ("{0} km before the warranty ends at {1} km", "距质保里程上限 {1} km 仅剩 {0} km"),
        ["near_time_limit"] = ("failed {0} days before the warranty ends", "故障发生时距质保到期还有 {0} 天"),
        ["heavy_use"] = ("driven {0} km a day; half of the model's claims come at less than {1} km a day", "日均行驶 {0} km；同车型索赔的中位数为 {1} km"),
        ["long_without_service"] = ("{0} days without a service at the longest", "最长 {0} 天没有保养记录"),
        ["far_without_service"] = ("{0} km without a service at the farthest", "最长 {0} km 没有保养记录"),
        ["no_service_lately"] = ("{0} days since the last authorised service", "距上次授权保养 {0} 天"),
        ["services_missed"] = ("{0} services on record where {1} were due by distance", "按里程应保养 {1} 次，记录只有 {0} 次"),
        ["serviced_outside"] = ("{0} of {1} services outside the authorised network", "{1} 次保养中有 {0} 次不在授权网点"),
        ["maintenance_record_missing"] = ("no maintenance record was given", "未提供保养记录"),
        ["old_part_missing"] = ("the old part was not returned", "旧件未返还"),
        ["fault_codes_missing"] = ("fault codes were not read", "未读取故障码"),
        ["outside_repair"] = ("repaired outside the authorised network", "在非授权网点维修"),
        ["few_photos"] = ("{0} photos were given", "提供照片 {0} 张"),
        ["late_report"] = ("reported {0} days after the failure", "故障发生 {0} 天后才报案"),
        ["rare_companions"] = ("parts that seldom fail together: the rarest pair in {0} of {1} earlier claims of the part", "同时更换的零件很少一起损坏：此前该件 {1} 次索赔中仅 {0} 次同时出现"),
        ["many_parts"] = ("{0} further parts replaced", "另外更换了 {0} 种零件"),
        ["several_claims"] = ("{0} claims on one repair order", "同一维修工单有 {0} 笔索赔"),
        ["amount_above_peers"] = ("{0} claimed; half of the like repairs claim under {1}", "索赔 {0}；同类维修的中位数为 {1}"),
        ["hours_above_peers"] = ("billed {0} h; half of the same operation take under {1} h", "申报工时 {0} h；同一作业的中位数为 {1} h"),
        ["hours_above_standard"] = ("billed {0} h; {1} h are allowed for the operation", "申报工时 {0} h；该作业标准工时为 {1} h"),
        ["owner_profile"] = ("such failures of this part were refused as the owner's {0} times and paid {1} times", "该件同类故障此前有 {0} 次按用户责任拒赔，{1} 次赔付"),
        ["words_water"] = ("the texts speak of water", "文字描述提到水"),
        ["words_impact"] = ("the texts speak of an impact", "文字描述提到撞击"),
        ["words_modification"] = ("the texts speak of a modification", "文字描述提到改装"),
        ["words_fluid"] = ("the texts speak of a wrong or dirty fluid", "文字描述提到油液错误或不洁"),
        ["words_neglect"] = ("the texts speak of neglected maintenance", "文字描述提到保养缺失"),
        ["words_trace"] = ("the texts speak of a trace from outside: scratches, gravel, a little water, a doubtful reading", "文字描述提到外来痕迹：划痕、碎石、少量水或可疑里程"),
        ["said_not_found"] = ("the customer names {0} causes that the technician does not", "客户提到 {0} 种原因，技师未提及"),
        ["refused_before"] = ("{0} earlier claims of the vehicle were refused as the owner's", "该车此前有 {0} 笔索赔按用户责任拒赔"),
        ["claimed_lately"] = ("{0} other claims of the vehicle within 180 days before", "此前 180 天内该车另有 {0} 笔索赔"),
        ["dealer_refused"] = ("{0} % of the dealer's earlier claims were refused as the owner's; {1} % of everyone's", "该经销商以往索赔有 {0}% 按用户责任拒赔；总体为 {1}%"),
        ["dealer_found"] = ("{0} of {1} reviewed claims of the dealer were found owner-caused", "该经销商 {1} 笔已复核索赔中有 {0} 笔认定为用户责任"),
        ["dealer_unreturned"] = ("{0} % of the dealer's earlier claims came without the old part; {1} % of everyone's", "该经销商以往索赔有 {0}% 未返还旧件；总体为 {1}%"),
        ["dealer_part"] = ("the part is {0} % of the dealer's earlier claims; {1} % of everyone's", "该件占该经销商以往索赔的 {0}%；总体为 {1}%"),
    };

    /// <summary>Codes that are worded.</summary>
    public static IEnumerable<string> Codes => Sentences.Keys;

    /// <summary>A reason as it is stored: <c>code|number|number</c>, numbers rounded to what is read.</summary>
    public static string Stored(string code, IEnumerable<double> numbers) =>
        string.Join('|', numbers.Select(Rounded).Prepend(code));

    /// <summary>The sentence of a stored reason in English.</summary>
    /// <exception cref="ModelException">The reason is not one of this version.</exception>
    public static string English(string reason) => Worded(reason, sentence => sentence.English);

    /// <summary>The sentence of a stored reason in Chinese.</summary>
    /// <exception cref="ModelException">The reason is not one of this version.</exception>
    public static string Chinese(string reason) => Worded(reason, sentence => sentence.Chinese);

    private static string Worded(string reason, Func<(string English, string Chinese), string> language)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var parts = reason.Split('|');
        if (!Sentences.TryGetValue(parts[0], out var sentence))
        {
            throw new ModelException($"suspicions: the reason '{reason}' is not known to this version; score again: claiminsights score");
        }

        try
        {
            return string.Format(CultureInfo.InvariantCulture, language(sentence), [.. parts.Skip(1).Select(Grouped)]);
        }
        catch (FormatException problem)
        {
            throw new ModelException($"suspicions: the reason '{reason}' has not the numbers of its sentence; score again: claiminsights score", problem);
        }
    }

    private static string Rounded(double number) =>
        Math.Abs(number) >= 100 ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("0.#", CultureInfo.InvariantCulture);

    private static object Grouped(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture).ToString("#,0.#", CultureInfo.InvariantCulture);
}
