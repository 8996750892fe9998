namespace ClaimInsights.Models;

/// <summary>Rules of the claim itself: evidence, damage, bill and words.</summary>
public static partial class Rules
{
    private static IEnumerable<Rule> Evidence() =>
    [
        Missing("maintenance_record_missing", 0.4, "maintenance_record", row => row.Claim.MaintenanceRecord == false, "no maintenance record was given", "未提供保养记录"),
        Missing("old_part_missing", 0.5, "old_part_returned", row => row.Claim.OldPartReturned == false, "the old part was not returned", "旧件未返还"),
        Missing("fault_codes_missing", 0.2, "fault_codes_read", row => row.Claim.FaultCodesRead == false, "fault codes were not read", "未读取故障码"),
        Missing("outside_repair", 0.3, "authorised", row => row.Claim.Authorised == false, "repaired outside the authorised network", "在非授权网点维修"),
        new("few_photos", RuleCause.Evidence, 0.4, -3, 0, ["photos"],
            row => -row.Claim.Photos,
            row => row.Claim.Photos is { } photos ? [photos] : null,
            "photos given: {0}", "提供照片 {0} 张"),
        new("late_report", RuleCause.Evidence, 0.4, 14, 60, ["days_to_report"],
            row => row.Claim.DaysToReport,
            row => row.Claim.DaysToReport > 0 ? [row.Claim.DaysToReport.Value] : null,
            "reported {0} days after the failure", "故障发生 {0} 天后才报案"),
    ];

    private static IEnumerable<Rule> Damage() =>
    [
        new("rare_companions", RuleCause.Impact, 1, Math.Log(50), Math.Log(300), ["rarest_companion"],
            row => row.Companions is { PartClaims: >= 100 } together ? -Math.Log(together.RarestShare) : null,
            row => row.Companions is { PartClaims: > 0 } together ? [together.Together, together.PartClaims] : null,
            "parts that seldom fail together: the rarest pair in {0} of {1} earlier claims of the part", "同时更换的零件很少一起损坏：此前该件 {1} 次索赔中仅 {0} 次同时出现"),
        new("several_parts", RuleCause.Impact, 0.8, 0, 1, ["companions", "replaced_parts", "claims_on_order"],
            row => row.Refusals.Companions,
            row => row.Refusals.Companions > 0 ? [row.Refusals.Companions] : null,
            "further parts that failed on the same visit: {0}", "同次进店另有 {0} 种零件损坏"),
        new("several_parts_wet", RuleCause.Water, 0.8, 0, 1, ["companions", "replaced_parts", "claims_on_order"],
            row => row.Refusals.Companions,
            row => row.Refusals.Companions > 0 ? [row.Refusals.Companions] : null,
            "further parts that failed on the same visit, as after a flood: {0}", "同次进店另有 {0} 种零件损坏，与浸水相似"),
        new("amount_above_peers", RuleCause.Bill, 0.4, Math.Log(1.5), Math.Log(3), ["amount_to_peers", "claimed_amount"],
            row => row.AmountToPeers,
            row => row.AmountToPeers > 0 ? [(double)row.Claim.ClaimedAmount, row.UsualAmount!.Value] : null,
            "{0} claimed; half of the like repairs claim under {1}", "索赔 {0}；同类维修的中位数为 {1}"),
        new("hours_above_peers", RuleCause.Bill, 0.25, -2, 3, ["hours_in_spreads", "hours_to_peers", "hours_to_standard"],
            row => row.HoursInSpreads,
            // Below the 95 % the sentence would be true and no reason to the eye.
            row => row.Claim.LabourHours > row.Peers.OperationHours95 && row.HoursInSpreads > 0 ? [row.Claim.LabourHours.Value, row.Peers.OperationHours95.Value] : null,
            "billed {0} h; 95 % of the same operation take under {1} h", "申报工时 {0} h；同一作业 95% 低于 {1} h")
        { IsGraded = true },
    ];

    private static IEnumerable<Rule> Words() =>
    [
        Spoken("words_water", RuleCause.Water, 2, DamageCause.Water, ["words_water"], "the texts speak of water", "文字描述提到水"),
        Spoken("words_impact", RuleCause.Impact, 2, DamageCause.Impact, ["words_impact"], "the texts speak of an impact", "文字描述提到撞击"),
        Spoken("words_modification", RuleCause.Modification, 2, DamageCause.Modification, ["words_modification"], "the texts speak of a modification", "文字描述提到改装"),
        Spoken("words_fluid", RuleCause.Fluid, 2, DamageCause.Fluid, ["words_fluid"], "the texts speak of a wrong or dirty fluid", "文字描述提到油液错误或不洁"),
        Spoken("words_neglect", RuleCause.Neglect, 1.6, DamageCause.Neglect, ["words_neglect"], "the texts speak of neglected maintenance", "文字描述提到保养缺失"),
        Spoken("words_trace_of_water", RuleCause.Water, 0.7, DamageCause.WaterTrace, ["words_trace_of_water"], "the texts speak of a trace of water", "文字描述提到水的痕迹"),
        Spoken("words_trace_of_impact", RuleCause.Impact, 0.7, DamageCause.ImpactTrace, ["words_trace_of_impact"], "the texts speak of scratches or contact marks", "文字描述提到划痕或接触痕迹"),
        Spoken("words_trace_of_fluid", RuleCause.Fluid, 0.7, DamageCause.FluidTrace, ["words_trace_of_fluid"], "the texts speak of a fluid topped up by the customer", "文字描述提到客户自行补加油液"),
        Spoken("words_odometer", RuleCause.RolledBack, 1.6, DamageCause.OdometerTrace, ["words_odometer"], "the texts doubt the odometer", "文字描述对里程表存疑"),
        OnOrder("order_words_water", RuleCause.Water, 1.6, DamageCause.Water, "other claims of the same visit speak of water", "同次进店的其他索赔提到水"),
        OnOrder("order_words_impact", RuleCause.Impact, 1.6, DamageCause.Impact, "other claims of the same visit speak of an impact", "同次进店的其他索赔提到撞击"),
        OnOrder("order_trace_of_water", RuleCause.Water, 0.6, DamageCause.WaterTrace, "other claims of the same visit speak of a trace of water", "同次进店的其他索赔提到水的痕迹"),
        OnOrder("order_trace_of_impact", RuleCause.Impact, 0.6, DamageCause.ImpactTrace, "other claims of the same visit speak of scratches or contact marks", "同次进店的其他索赔提到划痕或接触痕迹"),
        new("said_not_found", RuleCause.Evidence, 0.4, 0, 1, ["words_said_not_found"],
            row => row.SaidNotFound,
            row => row.SaidNotFound > 0 ? [row.SaidNotFound] : null,
            "the customer names {0} causes that the technician does not", "客户提到 {0} 种原因，技师未提及"),
        new("looked_and_clear", RuleCause.Evidence, -0.7, 0, 1, ["words_cleared"],
            row => row.Words.Cleared ? 1 : 0,
            row => row.Words.Cleared ? [] : null,
            "the technician looked for the owner's doing and found none", "技师检查后未见用户原因"),
    ];

    private static Rule Missing(string code, double weight, string feature, Func<ClaimFeatures, bool> isMissing, string english, string chinese) =>
        new(code, RuleCause.Evidence, weight, 0, 1, [feature], row => isMissing(row) ? 1 : 0, row => isMissing(row) ? [] : null, english, chinese);

    private static Rule Spoken(string code, RuleCause cause, double weight, DamageCause damage, IReadOnlyList<string> features, string english, string chinese) =>
        Mentioned(code, cause, weight, row => row.Words, damage, features, english, chinese);

    private static Rule OnOrder(string code, RuleCause cause, double weight, DamageCause damage, string english, string chinese) =>
        Mentioned(code, cause, weight, row => row.OrderWords, damage, [cause == RuleCause.Water ? "order_words_water" : "order_words_impact"], english, chinese);

    private static Rule Mentioned(
        string code, RuleCause cause, double weight, Func<ClaimFeatures, ClaimWords> words, DamageCause damage, IReadOnlyList<string> features, string english, string chinese) =>
        new(code, cause, weight, 0, 1, features, row => words(row).Mentions(damage) > 0 ? 1 : 0,
            row => words(row).Mentions(damage) > 0 ? [] : null, english, chinese);
}
