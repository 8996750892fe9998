namespace ClaimInsights.Ingest;

/// <summary>The Chinese values of coded columns that are known without a mapping, in one list; docs/ingestion.md is made from it.</summary>
internal static class ChineseValues
{
    private static readonly (string Column, (string Code, string[] Values)[] Codes)[] Lists =
    [
        ("verdict",
        [
            ("paid", ["已赔付", "赔付", "全额赔付", "同意赔付"]),
            ("partly_paid", ["部分赔付"]),
            ("rejected", ["拒赔", "已拒赔", "驳回"]),
            ("goodwill", ["善意赔付", "善意索赔", "商誉赔付"]),
            ("withdrawn", ["撤回", "已撤回", "撤销", "已撤销"]),
        ]),
        ("attribution",
        [
            ("manufacturing", ["制造缺陷", "制造原因", "质量问题", "厂家责任"]),
            ("owner", ["车主原因", "用户原因", "客户原因", "使用不当"]),
            ("external", ["外部原因", "外力"]),
            ("wear", ["磨损", "正常磨损", "自然磨损"]),
            ("unknown", ["未知", "不明", "原因不明"]),
        ]),
        ("appraisal",
        [
            ("confirmed_defect", ["确认缺陷", "缺陷确认", "制造缺陷", "质量缺陷"]),
            ("owner_caused", ["车主原因", "用户原因", "使用不当", "人为损坏"]),
            ("external", ["外部原因"]),
            ("no_fault_found", ["未发现故障", "无故障", "未见异常"]),
            ("none", ["无", "未鉴定"]),
        ]),
        ("rejection_reason",
        [
            ("out_of_time", ["超期", "超出保修期", "超过保修期", "超出质保期", "超出三包期"]),
            ("out_of_mileage", ["超里程", "超出里程", "超过里程"]),
            ("unauthorised_shop", ["非授权维修", "非授权网点", "非授权店维修"]),
            ("insufficient_evidence", ["证据不足", "资料不全", "材料不全"]),
            ("owner_damage", ["车主原因", "人为损坏", "使用不当", "改装", "私自改装"]),
            ("lack_of_maintenance", ["未按时保养", "未保养", "缺少保养", "保养不当"]),
            ("wear_item", ["易损件", "磨损件", "正常磨损"]),
            ("accident", ["事故", "事故车", "碰撞"]),
            ("duplicate", ["重复索赔", "重复"]),
            ("wrong_code", ["代码错误", "编码错误"]),
            ("no_fault_found", ["未发现故障", "无故障", "未见异常"]),
            ("commercial_use", ["营运", "营运用途", "商业用途"]),
            ("other", ["其他", "其它"]),
        ]),
        ("appeal",
        [
            ("none", ["无", "未申诉"]),
            ("upheld", ["维持", "维持原决定"]),
            ("overturned", ["改判", "推翻"]),
        ]),
        ("remedy",
        [
            ("none", ["无"]),
            ("repair", ["维修", "修理"]),
            ("replace_part", ["更换零件", "更换配件", "换件"]),
            ("replace_assembly", ["更换总成", "换总成"]),
            ("replace_vehicle", ["换车", "更换车辆", "整车更换"]),
            ("refund", ["退款", "退车", "退车退款"]),
            ("extended_warranty", ["延保", "延长保修", "延长质保"]),
        ]),
        ("use",
        [
            ("private", ["非营运", "家用", "私家", "私人"]),
            ("commercial", ["营运", "商用"]),
        ]),
        ("part_class",
        [
            ("safety", ["安全件"]),
            ("assembly", ["总成"]),
            ("main", ["主要零件", "主要零部件"]),
            ("wear", ["易损件"]),
            ("other", ["其他", "其它"]),
        ]),
        ("safety_class",
        [
            ("steering_failure", ["转向失效", "转向系统失效"]),
            ("brake_failure", ["制动失效", "制动系统失效"]),
            ("body_cracking", ["车身开裂"]),
            ("fuel_leak", ["燃油泄漏"]),
            ("battery_fire", ["电池起火", "动力电池起火"]),
            ("other_serious", ["其他严重故障"]),
            ("none", ["无"]),
        ]),
        ("finding",
        [
            ("owner_caused", ["车主原因", "用户原因"]),
            ("justified", ["属实", "合理"]),
            ("overbilled", ["多报", "虚高"]),
            ("miscoded", ["代码错误", "编码错误"]),
            ("unclear", ["不明", "无法判断"]),
        ]),
        ("selection",
        [
            ("model", ["模型"]),
            ("random", ["随机"]),
            ("rule", ["规则"]),
        ]),
        ("decision",
        [
            ("watch", ["观察"]),
            ("open_8d", ["启动8D", "立项8D"]),
            ("dismissed", ["排除"]),
            ("campaign", ["召回", "服务活动"]),
            ("corrected", ["已纠正", "已整改"]),
        ]),
    ];

    private static readonly (string Code, string[] Values)[] Flags = [("true", ["是", "有"]), ("false", ["否", "无", "没有"])];

    /// <summary>Per column, each code with its values; booleans are under every column of that type.</summary>
    public static IEnumerable<(string Column, string Code, string[] Values)> All => Lists
        .SelectMany(list => list.Codes.Select(code => (list.Column, code.Code, code.Values)))
        .Concat(Flags.Select(flag => ("(true or false)", flag.Code, flag.Values)));

    /// <summary>From a column's known values to its codes; empty for columns that hold neither codes nor booleans.</summary>
    public static IReadOnlyDictionary<string, string> Of(Column column)
    {
        var codes = column.Type == ColumnType.Bool ? Flags
            : column.Type == ColumnType.Code ? Lists.FirstOrDefault(list => list.Column == column.Name).Codes ?? []
            : [];
        return codes.SelectMany(code => code.Values.Select(value => (value, code.Code)))
            .ToDictionary(pair => pair.value, pair => pair.Code, StringComparer.Ordinal);
    }
}
