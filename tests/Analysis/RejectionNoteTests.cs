using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What clerks write is read as a code, or said not to be.</summary>
public class RejectionNoteTests
{
    [Theory]
    [InlineData("Warranty expired 3 days before failure", "out_of_time")]
    [InlineData("该车已过质保期12天", "out_of_time")]
    [InlineData("公里数超出保修范围", "out_of_mileage")]
    [InlineData("62,000 km, mileage exceeded", "out_of_mileage")]
    [InlineData("客户在路边店更换过机油泵", "unauthorised_shop")]
    [InlineData("旧件未返厂", "insufficient_evidence")]
    [InlineData("no photos, please resubmit", "insufficient_evidence")]
    [InlineData("发动机进水，属使用不当", "owner_damage")]
    [InlineData("Collision mark on bumper", "accident")]
    [InlineData("外力痕迹，非质量问题", "owner_damage")]
    [InlineData("Part tested: no fault found", "no_fault_found")]
    [InlineData("非事故车，易损件不在范围", "wear_item")]
    [InlineData("not an accident; wear and tear", "wear_item")]
    [InlineData("未见改装，保养逾期", "lack_of_maintenance")]
    [InlineData("duplicate of claim 4711", "duplicate")]
    [InlineData("网约车，按营运处理", "commercial_use")]
    [InlineData("故障码错误", "wrong_code")]
    [InlineData("see correspondence", null)]
    [InlineData("不予受理", null)]
    [InlineData("painting of the snffle", null)]
    public void a_note_is_read_as_its_longest_undenied_phrase(string note, string? code) => Assert.Equal(code, NoteCoding.CodeOf(note));

    [Fact]
    public void every_code_of_the_words_is_one_of_the_contract() => Assert.Subset(
        ClaimInsights.Ingest.Tables.Claims.Find("rejection_reason")!.Codes.ToHashSet(), NoteCoding.Codes.ToHashSet());

    [Fact]
    public void stated_and_read_reasons_are_laid_side_by_side()
    {
        var rows = RejectionNote.Of(
        [
            new("out of warranty", "out_of_time", 6), new("mileage over the limit", "out_of_time", 2), new("see file", "out_of_time", 1), new("", "out_of_time", 1),
            new("crash", "accident", 4),
        ]);

        Assert.Equal(
            ["accident accident 4 True", "out_of_time out_of_time 6 True", "out_of_time out_of_mileage 2 False", "out_of_time no_note 1 ", "out_of_time not_coded 1 "],
            rows.Select(row => $"{row.StatedReason} {row.NoteReason} {row.Claims} {row.Agrees}"));
        Assert.Equal(0.6, rows[1].Share);
    }
}
