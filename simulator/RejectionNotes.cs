namespace ClaimInsights.Simulator;

/// <summary>Reasons in the clerk's words.</summary>
internal static class RejectionNotes
{
    private static readonly Dictionary<string, string[]> English = new()
    {
        ["out_of_time"] = ["warranty period expired", "vehicle out of warranty by date", "claim after end of warranty"],
        ["out_of_mileage"] = ["mileage over the limit", "distance limit exceeded", "km beyond warranty"],
        ["unauthorised_shop"] = ["repaired at a shop without authorisation", "not an authorised dealer", "work done outside the network"],
        ["insufficient_evidence"] = ["photos missing", "old part not returned", "no test record attached", "documents incomplete"],
        ["owner_damage"] = ["damage caused by use", "external mark, not a defect", "customer caused"],
        ["lack_of_maintenance"] = ["no proof of service", "service overdue", "maintenance record missing"],
        ["wear_item"] = ["normal wear", "wear item, not covered"],
        ["accident"] = ["accident damage", "collision mark, see insurance"],
        ["duplicate"] = ["already claimed", "same repair billed twice"],
        ["wrong_code"] = ["operation code does not match", "wrong failure code", "part and operation do not agree"],
        ["no_fault_found"] = ["part tested, no fault", "no fault found on returned part"],
        ["commercial_use"] = ["used commercially", "registered as private, used for hire"],
        ["other"] = ["see correspondence", "not covered", "per regional office"],
    };

    private static readonly Dictionary<string, string[]> Chinese = new()
    {
        ["out_of_time"] = ["超过质保期", "已过保修时间", "超出三包期限"],
        ["out_of_mileage"] = ["超过质保里程", "里程超限", "公里数超出保修范围"],
        ["unauthorised_shop"] = ["非授权店维修", "在非授权网点修理", "未在授权经销商处维修"],
        ["insufficient_evidence"] = ["照片缺失", "旧件未返", "无检测记录", "资料不全"],
        ["owner_damage"] = ["使用不当造成", "外力痕迹，非质量问题", "客户原因"],
        ["lack_of_maintenance"] = ["无保养证明", "保养逾期", "缺保养记录"],
        ["wear_item"] = ["正常磨损", "易损件不在范围"],
        ["accident"] = ["事故损伤", "碰撞痕迹，走保险"],
        ["duplicate"] = ["重复索赔", "同一维修重复申报"],
        ["wrong_code"] = ["工时代码不符", "故障代码错误", "配件与工时不匹配"],
        ["no_fault_found"] = ["旧件检测无故障", "复检正常"],
        ["commercial_use"] = ["营运使用", "登记家用实际营运"],
        ["other"] = ["见往来函", "不予受理", "大区意见"],
    };

    public static string Of(string reason, bool chinese, ref Chance chance) => chance.Pick((chinese ? Chinese : English)[reason]);
}
