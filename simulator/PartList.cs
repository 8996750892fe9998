namespace ClaimInsights.Simulator;

/// <summary>The parts of the simulated maker, one a line: name, Chinese name, group, class, powertrains, price, hours, failure modes.</summary>
internal static class PartList
{
    public const string Lines =
        """
        cylinder head gasket|气缸盖垫片|engine|main|1.5T;2.0T;PHEV|420|7.5|LEAK OVHT
        timing chain|正时链条|engine|main|1.5T;2.0T;PHEV|610|6.2|NOIS WEAR
        engine oil pump|机油泵|engine|main|1.5T;2.0T;PHEV|780|4.8|SEIZ LEAK NOIS
        crankshaft oil seal|曲轴油封|engine|other|1.5T;2.0T;PHEV|95|3.6|LEAK WEAR
        variable valve actuator|可变气门执行器|engine|main|1.5T;2.0T;PHEV|520|2.8|NOPW DRIF NOIS
        engine mount|发动机悬置|engine|other|1.5T;2.0T;PHEV|310|1.6|VIBR CRAK
        turbocharger|涡轮增压器|engine|main|1.5T;2.0T;PHEV|3850|4.5|NOIS LEAK SEIZ
        intercooler hose|中冷管|engine|other|1.5T;2.0T;PHEV|180|.8|LEAK CRAK
        high pressure fuel pump|高压油泵|fuel|main|1.5T;2.0T;PHEV|1650|2.2|LEAK NOPW NOIS
        fuel injector|喷油器|fuel|main|1.5T;2.0T;PHEV|540|1.9|LEAK DRIF SEIZ
        fuel tank vent valve|油箱通风阀|fuel|other|1.5T;2.0T;PHEV|145|.9|SEIZ LEAK
        fuel level sender|燃油液位传感器|fuel|other|1.5T;2.0T;PHEV|210|1.1|DRIF OPEN
        water pump|水泵|cooling|main||560|2.4|LEAK NOIS SEIZ
        radiator|散热器|cooling|other||890|2.1|LEAK CORR
        thermostat housing|节温器总成|cooling|other|1.5T;2.0T;PHEV|260|1.5|LEAK SEIZ
        cooling fan|冷却风扇|cooling|other||640|1.3|NOIS NOPW
        coolant hose|冷却液管|cooling|other||85|.7|LEAK CRAK
        transmission control unit|变速器控制单元|gearbox|main|1.5T;2.0T;PHEV|2900|2|SOFT NOPW DRIF
        dual clutch|双离合器|gearbox|main|1.5T;2.0T|4200|6.8|VIBR WEAR NOIS
        gear selector|换挡机构|gearbox|other||720|1.4|LOOS SEIZ
        transmission oil seal|变速器油封|gearbox|other|1.5T;2.0T;PHEV|110|2.9|LEAK WEAR
        drive shaft|传动半轴|gearbox|main||980|1.8|NOIS LEAK
        differential|差速器|gearbox|main|2.0T;PHEV|3100|5.2|NOIS WEAR
        brake caliper|制动钳|brake|main||680|1.3|SEIZ LEAK NOIS
        brake disc|制动盘|brake|wear||330|1|VIBR WEAR
        brake booster|制动助力器|brake|safety||1450|2.2|NOPW LEAK
        anti-lock control unit|防抱死控制单元|brake|safety||2600|1.7|SOFT NOPW
        brake hose|制动软管|brake|safety||120|.8|LEAK CRAK
        parking brake actuator|电子驻车执行器|brake|main||790|1.2|NOPW SEIZ
        steering gear|转向机|steering|main||3300|3.4|NOIS LOOS LEAK
        electric steering motor|电动助力转向电机|steering|safety||2450|2.6|NOPW DRIF
        tie rod end|转向拉杆球头|steering|safety||160|.9|LOOS WEAR NOIS
        steering column|转向管柱|steering|safety||1280|1.9|NOIS LOOS
        front shock absorber|前减振器|suspension|other||480|1.5|LEAK NOIS
        rear shock absorber|后减振器|suspension|other||410|1.2|LEAK NOIS
        control arm bushing|控制臂衬套|suspension|other||130|1.4|NOIS CRAK WEAR
        lower ball joint|下球头|suspension|safety||190|1.1|LOOS WEAR NOIS
        stabiliser link|稳定杆连杆|suspension|other||95|.6|NOIS LOOS
        air spring|空气弹簧|suspension|main|2.0T;BEV|1900|1.6|LEAK SEIZ
        wheel bearing|轮毂轴承|wheel|other||360|1.3|NOIS LOOS
        alloy wheel|铝合金轮辋|wheel|safety||850|.5|CRAK DEFM
        tyre pressure sensor|胎压传感器|wheel|other||175|.5|NOPW DRIF
        door lock|车门锁|body|other||230|.9|SEIZ NOPW
        window regulator|玻璃升降器|body|other||270|1|NOIS SEIZ NOPW
        sunroof frame|天窗框架|body|other||1850|3.2|NOIS LEAK
        door seal|车门密封条|body|other||140|.6|LEAK NOIS LOOS
        rear axle bracket|后桥支架|body|safety||520|2.4|CRAK CORR
        tailgate strut|尾门撑杆|body|other||240|.5|NOPW LEAK
        paint of the bonnet|发动机罩漆面|body|other||600|3.5|CORR DEFM
        headlamp|前照灯|light|other||1950|1.1|NOPW LEAK
        rear lamp|后组合灯|light|other||520|.6|NOPW LEAK OPEN
        wiring harness front|前舱线束|wiring|other||1350|3.9|SHRT OPEN CORR
        wiring harness body|车身线束|wiring|other||1600|4.6|OPEN SHRT
        starter battery|蓄电池|wiring|wear||620|.4|NOPW LEAK
        alternator|发电机|wiring|main|1.5T;2.0T|1150|1.7|NOPW NOIS
        starter motor|起动机|wiring|other|1.5T;2.0T|820|1.5|NOPW NOIS
        fuse box|保险丝盒|wiring|other||410|1.2|SHRT OVHT
        engine control unit|发动机控制单元|control|main|1.5T;2.0T;PHEV|2200|1.2|SOFT NOPW
        body control module|车身控制模块|control|other||980|1|SOFT SHRT
        front radar|前雷达|control|other||1750|1.2|DRIF SOFT NOPW
        parking camera|倒车摄像头|control|other||430|.7|NOPW DRIF CORR
        oxygen sensor|氧传感器|control|other|1.5T;2.0T;PHEV|320|.7|DRIF OPEN
        wheel speed sensor|轮速传感器|control|other||150|.7|OPEN DRIF
        traction battery module|动力电池模组|battery|main|BEV;PHEV|9800|4.4|DRIF OVHT NOPW
        battery management unit|电池管理系统|battery|main|BEV;PHEV|2700|1.8|SOFT DRIF
        charging port|充电口|battery|other|BEV;PHEV|760|1.2|OVHT LOOS CORR
        on-board charger|车载充电机|battery|main|BEV;PHEV|3600|2|NOPW OVHT
        high voltage cable|高压线缆|battery|safety|BEV;PHEV|1100|2.3|SHRT CORR
        drive motor|驱动电机|drive|main|BEV;PHEV|8200|5|NOIS LEAK
        motor inverter|电机控制器|drive|main|BEV;PHEV|5400|2.7|NOPW OVHT SOFT
        reduction gear|减速器|drive|main|BEV|3300|4.1|NOIS LEAK
        air conditioning compressor|空调压缩机|hvac|other||1850|2.2|NOIS NOPW LEAK
        blower motor|鼓风机|hvac|other||340|.9|NOIS NOPW
        evaporator|蒸发器|hvac|other||720|4.3|LEAK CORR
        seat adjuster|座椅调节器|interior|other||560|1.2|NOPW NOIS
        seat belt retractor|安全带卷收器|interior|safety||380|.8|SEIZ LOOS
        airbag clock spring|气囊游丝|interior|safety||420|1|OPEN NOIS
        centre display|中控屏|infotainment|other||2650|.9|SOFT NOPW
        instrument cluster|组合仪表|infotainment|other||1750|1.1|SOFT NOPW
        telematics unit|车联网终端|infotainment|other||890|.8|SOFT OPEN
        exhaust gas sensor|排气压力传感器|exhaust|other|1.5T;2.0T;PHEV|380|.8|DRIF CORR
        particulate filter|颗粒捕集器|exhaust|main|1.5T;2.0T|2400|2.1|OVHT CRAK
        exhaust manifold|排气歧管|exhaust|main|1.5T;2.0T;PHEV|980|3.3|CRAK LEAK
        """;
}
