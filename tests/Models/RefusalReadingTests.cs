using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>What refusals teach, and that they teach it of other vehicles and later days only.</summary>
public class RefusalReadingTests
{
    private static readonly DateOnly Day = new(2025, 3, 1);

    [Fact]
    public void a_part_often_refused_for_water_has_a_profile_of_water_and_of_no_other_cause()
    {
        var signs = SignsOf(
        [
            .. Enumerable.Range(0, 20).Select(i => Refused($"R{i:00}", "P-1", "owner_damage", "flooded up to the seats")),
            .. Enumerable.Range(0, 60).Select(i => Paid($"P{i:00}", "P-2")),
            Paid("Z", "P-1", Day.AddDays(1)), Paid("ZZ", "P-2", Day.AddDays(1)),
        ]);

        Assert.True(signs["Z"].Water > 1 && signs["ZZ"].Water < -0.5);
        Assert.True(signs["Z"].Words > signs["P00"].Words - 1);
        Assert.Equal(0, signs["Z"].Impact);
        Assert.Equal(0, signs["P00"].Water);
    }

    [Fact]
    public void the_reason_of_a_refusal_names_a_cause_too_and_companions_are_judged_by_part()
    {
        var signs = SignsOf(
        [
            .. Enumerable.Range(0, 20).Select(i => Refused($"R{i:00}", "P-1", "accident", "")),
            .. Enumerable.Range(0, 60).Select(i => Paid($"P{i:00}", "P-2")),
            Paid("Z", "P-2", Day.AddDays(1)) with { ReplacedParts = "P-1; P-9;P-2" },
        ]);

        Assert.True(signs["Z"].CompanionImpact > 1);
        Assert.Equal(2, signs["Z"].Companions);
        Assert.Equal(0, signs["Z"].Water);
        Assert.Null(signs["P00"].CompanionImpact);
    }

    [Fact]
    public void what_else_failed_on_the_order_is_judged_by_part_and_failure()
    {
        var signs = SignsOf(
        [
            .. Enumerable.Range(0, 20).Select(i => Refused($"R{i:00}", "P-1", "owner_damage", "flooded up to the seats")),
            .. Enumerable.Range(0, 60).Select(i => Paid($"P{i:00}", "P-2")),
            Paid("Y", "P-2", Day.AddDays(1)) with { OrderCharts = "P-1\u001fnoise;P-2\u001fleak", OrderCause = "flooded up to the seats" },
            Paid("Z", "P-2", Day.AddDays(1)) with { OrderCharts = "P-1\u001fleak", OrderCause = "worn" },
        ]);

        Assert.True(signs["Z"].OrderWater > signs["Y"].OrderWater && signs["Y"].OrderWater > 0.5);
        Assert.True(signs["Y"].OrderWords > signs["Z"].OrderWords);
        Assert.Null(signs["P00"].OrderWater);
    }

    [Fact]
    public void the_vehicles_own_refusals_teach_nothing_of_it()
    {
        JudgedClaim[] past =
        [
            .. Enumerable.Range(0, 20).Select(i => Refused($"R{i:00}", "P-1", "accident", "bent by a stone") with { Vin = "V1" }),
            .. Enumerable.Range(0, 20).Select(i => Paid($"P{i:00}", "P-2") with { Vin = $"V{i}" }),
        ];
        var own = SignsOf([.. past, Paid("Z", "P-1", Day.AddDays(1)) with { Vin = "V1", Cause = "bent by a stone" }])["Z"];
        var others = SignsOf([.. past, Paid("Z", "P-1", Day.AddDays(1)) with { Vin = "V2", Cause = "bent by a stone" }])["Z"];

        Assert.Equal((0, 0), (own.Impact, own.Profile));
        Assert.True(others.Impact > 1);
    }

    [Fact]
    public void words_of_refused_claims_raise_and_those_of_paid_ones_lower()
    {
        var past = Enumerable.Range(0, 300).Select(i => (i % 2 == 0 ? Refused($"C{i:000}", "P-1", "owner_damage", "壳体内有泥沙") : Paid($"C{i:000}", "P-1", cause: "密封面老化")) with { Vin = $"V{i}" });
        var signs = SignsOf([.. past, Paid("Y", "P-1", Day.AddDays(1), "壳体内有泥沙"), Paid("Z", "P-1", Day.AddDays(1), "密封面老化")]);

        Assert.True(signs["Y"].Words > 0.3);
        Assert.True(signs["Z"].Words < -0.1);
    }

    private static Dictionary<string, RefusalSigns> SignsOf(IEnumerable<JudgedClaim> judged) =>
        ClaimPast.Of(judged, []).ToDictionary(one => one.ClaimId, one => one.Past.Refusals);

    private static JudgedClaim Refused(string id, string part, string reason, string cause) =>
        GivenJudged.Claim(id, Day, part) with { IsPaid = false, IsReviewable = false, IsAsked = false, IsRefusedAsOwners = true, RejectionReason = reason, Cause = cause };

    private static JudgedClaim Paid(string id, string part, DateOnly? day = null, string? cause = null) => GivenJudged.Claim(id, day ?? Day, part) with { Cause = cause };
}
