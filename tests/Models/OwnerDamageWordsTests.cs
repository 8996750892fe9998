using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>Words of owner-caused damage, and the denials that switch them off.</summary>
public class OwnerDamageWordsTests
{
    [Theory]
    [InlineData("Vehicle drove through deep water", DamageCause.Water)]
    [InlineData("车辆涉水，内部有水线", DamageCause.Water)]
    [InlineData("Impact damage visible, bracket bent", DamageCause.Impact)]
    [InlineData("被石块击中", DamageCause.Impact)]
    [InlineData("aftermarket exhaust fitted", DamageCause.Modification)]
    [InlineData("线束破线加装", DamageCause.Modification)]
    [InlineData("Wrong fluid filled", DamageCause.Fluid)]
    [InlineData("机油加错", DamageCause.Fluid)]
    [InlineData("Service overdue, sludge in the oil", DamageCause.Neglect)]
    [InlineData("车主未按时保养", DamageCause.Neglect)]
    [InlineData("contact mark near the mounting", DamageCause.ImpactTrace)]
    [InlineData("底部有划痕", DamageCause.ImpactTrace)]
    [InlineData("Some water in the housing", DamageCause.WaterTrace)]
    [InlineData("客户自行补加过液体", DamageCause.FluidTrace)]
    [InlineData("磨损与里程不符", DamageCause.OdometerTrace)]
    [InlineData("Road with loose stones", DamageCause.ImpactTrace)]
    [InlineData("flooded after a collision", DamageCause.Water | DamageCause.Impact)]
    public void a_word_names_its_cause(string text, DamageCause cause) => Assert.Equal(cause, OwnerDamageWords.In(text));

    [Theory]
    [InlineData("no water found")]
    [InlineData("No sign of impact")]
    [InlineData("without any trace of water, silt or impact")]
    [InlineData("Impact was ruled out")]
    [InlineData("not modified")]
    [InlineData("未见进水")]
    [InlineData("未发现撞击、进水或改装")]
    [InlineData("已排除碰撞")]
    [InlineData("无改装")]
    [InlineData("没有进水痕迹")]
    [InlineData("碰撞已排除")]
    public void a_denied_word_does_not_count(string text) => Assert.Equal(DamageCause.None, OwnerDamageWords.In(text));

    [Theory]
    [InlineData("no water found, but the bracket is bent", DamageCause.Impact)]
    [InlineData("No fault in the harness. Flooded up to the seats", DamageCause.Water)]
    [InlineData("未见进水，有撞击损伤", DamageCause.Impact)]
    [InlineData("no service for two years", DamageCause.Neglect)]
    public void a_denial_ends_with_its_clause(string text, DamageCause cause) => Assert.Equal(cause, OwnerDamageWords.In(text));

    [Theory]
    [InlineData("no water found")]
    [InlineData("未见进水")]
    [InlineData("Impact was ruled out")]
    [InlineData("Service record complete")]
    [InlineData("保养按时")]
    [InlineData("里程与保养记录一致")]
    public void a_technician_who_looked_and_found_nothing_clears(string text) => Assert.True(OwnerDamageWords.Clears(text));

    [Theory]
    [InlineData(null)]
    [InlineData("Bracket bent by a stone")]
    [InlineData("保养记录不完整")]
    [InlineData("No service record")]
    [InlineData("Water pump leaking")]
    public void other_words_do_not_clear(string? text) => Assert.False(OwnerDamageWords.Clears(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Water pump leaking, hose renewed")]
    [InlineData("水泵卡滞")]
    public void ordinary_words_say_nothing(string? text) => Assert.Equal(DamageCause.None, OwnerDamageWords.In(text));
}
