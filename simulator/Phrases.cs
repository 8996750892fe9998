namespace ClaimInsights.Simulator;

/// <summary>The sentences of narratives in one language; {0} is the part.</summary>
/// <param name="Symptoms">What the customer says, by failure mode.</param>
/// <param name="Findings">What the technician found, by failure mode.</param>
/// <param name="Remarks">What else is written down, by topic (the causes of owners' damage, in their order).</param>
/// <param name="Denials">The same topics denied.</param>
/// <param name="Explicit">The same topics, said plainly.</param>
/// <param name="Circumstances">Harmless circumstances.</param>
/// <param name="Corrections">What was done.</param>
/// <param name="Joint">What stands between two sentences.</param>
internal sealed record Phrases(
    IReadOnlyDictionary<string, string[]> Symptoms,
    IReadOnlyDictionary<string, string[]> Findings,
    string[][] Remarks,
    string[][] Denials,
    string[][] Explicit,
    string[] Circumstances,
    string[] Corrections,
    string Joint)
{
    public static Phrases English { get; } = new(
        new Dictionary<string, string[]>
        {
            ["LEAK"] = ["Customer reports drips under the vehicle near the {0}.", "Fluid level low, stain at the {0}", "Customer noticed moisture around the {0} after parking overnight."],
            ["CRAK"] = ["Customer heard a bang, {0} looks damaged.", "Visible crack at the {0}", "Customer found the {0} split during washing."],
            ["NOIS"] = ["Rattle from the {0} over rough roads.", "Customer complains of a humming noise near the {0}", "Squeak when cold, seems to come from the {0}."],
            ["SEIZ"] = ["{0} stuck, does not move freely.", "Customer says the {0} jams from time to time", "{0} blocked since this morning."],
            ["WEAR"] = ["Performance getting worse for weeks, {0} suspected.", "{0} worn early according to the customer", "Customer asks for a check of the {0}, feels loose and rough."],
            ["SHRT"] = ["Fuse blows again and again, {0} circuit.", "Warning lamps on, burnt smell near the {0}", "Electrical fault at the {0}, vehicle did not start."],
            ["OPEN"] = ["{0} works only sometimes.", "Warning message for the {0}, comes and goes", "Customer reports that the {0} failed on a bumpy road."],
            ["CORR"] = ["Rust seen at the {0}.", "{0} connector looks green", "Customer found corrosion at the {0}."],
            ["SOFT"] = ["{0} freezes and restarts.", "Error message of the {0} after start", "Customer says functions of the {0} disappear."],
            ["DRIF"] = ["Wrong values from the {0}.", "Indicator for the {0} lights up sporadically", "Customer reports implausible readings of the {0}."],
            ["LOOS"] = ["{0} feels loose.", "Clunk when turning or braking, {0} has play", "Customer reports play in the {0}."],
            ["NOPW"] = ["{0} does not work.", "{0} dead, no function at all", "Customer reports that the {0} stopped working on the way home."],
            ["DEFM"] = ["{0} out of shape.", "Customer notices that the {0} does not fit any more", "{0} bent or warped."],
            ["OVHT"] = ["Overheating warning, {0}.", "Customer reports heat and smell from the {0}", "Temperature of the {0} too high on long drives."],
            ["VIBR"] = ["Vibration at 80 to 100 km/h, {0} suspected.", "Steering wheel shakes, {0}", "Customer feels a pulsation from the {0}."],
        },
        new Dictionary<string, string[]>
        {
            ["LEAK"] = ["{0} leaking at the seal", "Seal face of the {0} damaged, loss of fluid", "Seepage at the {0} confirmed under pressure"],
            ["CRAK"] = ["{0} cracked", "Fracture starts at an edge of the {0}", "Hairline crack in the {0}"],
            ["NOIS"] = ["Noise reproduced on the test drive, {0} has internal play", "{0} noisy, bearing rough", "Contact marks inside the {0}"],
            ["SEIZ"] = ["{0} seized", "{0} binds over half of its travel", "Scoring on the moving parts of the {0}"],
            ["WEAR"] = ["{0} beyond the wear limit", "Uneven wear of the {0}", "{0} worn, measured below the limit"],
            ["SHRT"] = ["Short circuit to ground at the {0}", "Insulation of the {0} damaged", "Internal short in the {0}"],
            ["OPEN"] = ["Open circuit at the {0}", "Terminal of the {0} backed out", "Solder joint in the {0} broken"],
            ["CORR"] = ["Corrosion at the {0}", "Contacts of the {0} oxidised", "Surface protection of the {0} missing, rust below"],
            ["SOFT"] = ["{0} software out of date", "{0} internal error stored", "{0} does not answer on the bus"],
            ["DRIF"] = ["{0} signal outside the tolerance", "{0} drifts with temperature", "{0} value implausible compared with the second channel"],
            ["LOOS"] = ["Play in the {0} over the limit", "Fastening of the {0} loose", "Joint of the {0} has play"],
            ["NOPW"] = ["{0} without function", "{0} defective internally", "No current drawn by the {0}"],
            ["DEFM"] = ["{0} deformed", "{0} out of tolerance", "Shape of the {0} outside the drawing"],
            ["OVHT"] = ["Discoloration of the {0} by heat", "{0} overheated", "Thermal protection of the {0} triggered"],
            ["VIBR"] = ["Runout of the {0} too large", "Imbalance of the {0}", "{0} runout measured, over the limit"],
        },
        [
            ["Road with loose stones.", "Slight scratches on the underside.", "Contact mark near the mounting."],
            ["Traces of moisture in the connector.", "Vehicle was washed the day before.", "Some water in the housing."],
            ["Dash camera wired in by the customer.", "Tow bar present.", "Larger wheels fitted."],
            ["Last service some time ago.", "Filter dirty.", "Oil dark."],
            ["Fluid topped up by the customer.", "Coolant colour differs.", "Fluid slightly cloudy."],
            ["Seat and pedals show use.", "Vehicle used for long trips.", "Instrument cluster lit up with the door open."],
        ],
        [
            ["No trace of stones or contact.", "No impact marks found."],
            ["No water found.", "Connector dry, no moisture."],
            ["No accessories fitted.", "Vehicle in original condition."],
            ["Services done on time.", "Service record complete."],
            ["Fluid as specified.", "Fluids checked, no contamination."],
            ["Mileage plausible.", "Odometer agrees with the service record."],
        ],
        [
            ["Impact damage visible, bracket bent.", "Struck by a stone, dent next to it."],
            ["Water line inside, mud under the carpet.", "Water entered, vehicle drove through deep water."],
            ["Aftermarket parts spliced into the harness.", "Engine tuned, not original software."],
            ["Service overdue, sludge in the oil.", "Oil change missed more than once."],
            ["Wrong fluid filled.", "Coolant mixed with another type, emulsion."],
            ["Odometer does not agree with the record.", "Wear does not fit the mileage shown."],
        ],
        ["Happened on the motorway.", "Cold start.", "Fault present at check-in.", "Customer waits.", "Second visit for this.", "Fault stored in memory.", "Occurs mostly in the morning."],
        ["{0} replaced, test drive without findings.", "Replaced {0} and checked function", "{0} renewed, fault memory cleared.", "Repaired {0}, no further complaints", "New {0} fitted; learned in and checked."],
        " ");

    public static Phrases Chinese { get; } = new(
        new Dictionary<string, string[]>
        {
            ["LEAK"] = ["客户反映停车后{0}附近有滴漏。", "{0}处有渗漏痕迹", "客户发现{0}周围潮湿，液位下降。"],
            ["CRAK"] = ["客户听到异响，检查{0}有裂纹。", "{0}外观开裂", "洗车时发现{0}裂开。"],
            ["NOIS"] = ["过颠簸路面{0}异响。", "客户抱怨{0}处有嗡嗡声", "冷车时{0}吱吱响。"],
            ["SEIZ"] = ["{0}卡滞，动作不顺畅。", "客户反映{0}有时卡住", "今早起{0}无法动作。"],
            ["WEAR"] = ["性能逐渐变差，怀疑{0}磨损。", "{0}磨损过快", "客户要求检查{0}，感觉松旷。"],
            ["SHRT"] = ["保险丝反复烧断，{0}线路。", "仪表报警，{0}附近有焦味", "{0}电气故障，车辆无法启动。"],
            ["OPEN"] = ["{0}时好时坏。", "{0}报警，偶发", "颠簸后{0}失效。"],
            ["CORR"] = ["{0}生锈。", "{0}插头发绿", "客户发现{0}腐蚀。"],
            ["SOFT"] = ["{0}死机重启。", "启动后{0}报错", "客户反映{0}部分功能消失。"],
            ["DRIF"] = ["{0}数值不准。", "{0}故障灯偶尔点亮", "客户反映{0}显示异常。"],
            ["LOOS"] = ["{0}松动。", "转向或制动时{0}有咯噔声", "客户反映{0}有间隙。"],
            ["NOPW"] = ["{0}不工作。", "{0}完全没有反应", "回家路上{0}突然失效。"],
            ["DEFM"] = ["{0}变形。", "客户发现{0}装配不良", "{0}弯曲或翘起。"],
            ["OVHT"] = ["{0}过热报警。", "客户反映{0}发热有异味", "长途行驶{0}温度过高。"],
            ["VIBR"] = ["80到100公里时速抖动，怀疑{0}。", "方向盘抖，{0}", "客户感觉{0}有脉动。"],
        },
        new Dictionary<string, string[]>
        {
            ["LEAK"] = ["{0}密封处渗漏", "{0}密封面损坏，液体流失", "加压确认{0}渗漏"],
            ["CRAK"] = ["{0}开裂", "{0}边缘起裂", "{0}有细微裂纹"],
            ["NOIS"] = ["试车异响再现，{0}内部间隙大", "{0}轴承发响", "{0}内部有接触痕迹"],
            ["SEIZ"] = ["{0}卡死", "{0}半行程发卡", "{0}运动件拉伤"],
            ["WEAR"] = ["{0}超过磨损极限", "{0}磨损不均", "{0}测量低于极限"],
            ["SHRT"] = ["{0}对地短路", "{0}绝缘破损", "{0}内部短路"],
            ["OPEN"] = ["{0}断路", "{0}端子退针", "{0}焊点开裂"],
            ["CORR"] = ["{0}腐蚀", "{0}触点氧化", "{0}表面防护缺失，内部生锈"],
            ["SOFT"] = ["{0}软件版本过低", "{0}存储内部故障", "{0}总线无应答"],
            ["DRIF"] = ["{0}信号超差", "{0}随温度漂移", "{0}与另一通道数值不符"],
            ["LOOS"] = ["{0}间隙超限", "{0}固定松动", "{0}接头有间隙"],
            ["NOPW"] = ["{0}无功能", "{0}内部损坏", "{0}无电流"],
            ["DEFM"] = ["{0}变形", "{0}尺寸超差", "{0}形状与图纸不符"],
            ["OVHT"] = ["{0}受热变色", "{0}过热", "{0}热保护触发"],
            ["VIBR"] = ["{0}跳动过大", "{0}不平衡", "测量{0}跳动超限"],
        },
        [
            ["路面有碎石。", "底部有轻微划痕。", "安装点附近有接触痕迹。"],
            ["插头内有潮气痕迹。", "前一天洗过车。", "壳体内有少量水。"],
            ["客户自接行车记录仪。", "装有拖车钩。", "装有大尺寸轮毂。"],
            ["上次保养较早。", "滤芯较脏。", "机油发黑。"],
            ["客户自行补加过液体。", "冷却液颜色不同。", "油液略浑浊。"],
            ["座椅踏板使用痕迹明显。", "车辆常跑长途。", "开门时仪表点亮。"],
        ],
        [
            ["无碎石及磕碰痕迹。", "未见撞击痕迹。"],
            ["未见进水。", "插头干燥，无潮气。"],
            ["未见加装。", "车辆原厂状态。"],
            ["保养按时。", "保养记录完整。"],
            ["油液符合规定。", "检查油液，无污染。"],
            ["里程合理。", "里程与保养记录一致。"],
        ],
        [
            ["有撞击损伤，支架弯曲。", "被石块击中，旁边有凹坑。"],
            ["内部有水线，地毯下有泥沙。", "车辆涉水，进水。"],
            ["线束破线加装。", "发动机刷过程序，非原厂。"],
            ["保养逾期，机油有油泥。", "多次未更换机油。"],
            ["加错油液。", "冷却液混加，乳化。"],
            ["里程与记录不符。", "磨损与里程不符。"],
        ],
        ["高速上发生。", "冷车启动时。", "进店时故障存在。", "客户在店等候。", "为此第二次进店。", "有故障码存储。", "多在早晨出现。"],
        ["更换{0}，试车正常。", "更换{0}并检查功能", "更换新{0}，清除故障码。", "修复{0}，未再出现", "安装新{0}；匹配后检查正常。"],
        "");
}
