using ClaimInsights.Ingest;
using ClaimInsights.Models;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Models;

/// <summary>Neither the future nor a claim's own outcome reaches its features.</summary>
public class NoLeakTests
{
    private const string Vin = "LSVAA11A1P1000001";

    private static readonly Row[] Past =
    [
        Vehicle(Vin),
        Make(Tables.Services, [], ("vin", Vin), ("serviced_on", "2025-06-01"), ("odometer_km", "12000"), ("dealer_code", "D001")),
        Claim("B1", ("vin", Vin), ("failed_on", "2025-10-01"), ("reported_on", "2025-10-01"), ("decided_on", "2025-10-05"), ("closed_on", "2025-10-06"), ("odometer_km", "20000")),
        Claim("B2", ("failed_on", "2025-10-01"), ("reported_on", "2025-10-01"), ("decided_on", "2025-10-05"), ("closed_on", "2025-10-06"), ("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("attribution", "owner"), ("replaced_parts", "P-7")),
        Ours(),
    ];

    public static TheoryData<string> Futures => [.. Later.Keys];

    private static readonly Dictionary<string, Row> Later = new()
    {
        ["a service after the failure"] = Make(Tables.Services, [], ("vin", Vin), ("serviced_on", "2026-03-01"), ("odometer_km", "99000"), ("dealer_code", "D001")),
        ["a claim of the vehicle judged the same day"] = After("2026-03-05", ("vin", Vin), ("odometer_km", "99000")),
        ["a claim of the vehicle that failed before and was judged after"] = After("2026-04-01", ("vin", Vin), ("failed_on", "2026-01-01"), ("reported_on", "2026-01-01"), ("odometer_km", "99000")),
        ["a claim of the dealer, refused"] = After("2026-03-06", ("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("attribution", "owner")),
        ["a peer of the operation"] = After("2026-03-05", ("labour_operation", "OP1"), ("claimed_amount", "9999"), ("labour_hours", "99")),
        ["a claim with the same parts"] = After("2026-03-06", ("replaced_parts", "P-7;P-8")),
        ["a claim on the same order, reported later"] = After("2026-04-01", ("repair_order_no", "RO-1"), ("reported_on", "2026-03-20"), ("causal_part", "P-7"), ("complaint", "drove through a flood")),
        ["a verdict on the claim itself"] = Verdict("C1", "2026-05-01"),
        ["a verdict on an earlier claim, given later"] = Verdict("B1", "2026-03-05"),
    };

    [Theory, MemberData(nameof(Futures))]
    public void what_comes_later_changes_nothing(string future) => Assert.Equal(Values(Past), Values([.. Past, Later[future]]));

    [Theory]
    [InlineData("verdict", "partly_paid")]
    [InlineData("verdict", "goodwill")]
    [InlineData("approved_amount", "1.00")]
    [InlineData("rejection_reason", "other")]
    [InlineData("rejection_note", "flood damage, impact")]
    [InlineData("appraisal", "owner_caused")]
    [InlineData("appeal", "overturned")]
    [InlineData("remedy", "refund")]
    [InlineData("paid_on", "2026-03-06")]
    [InlineData("followed_up_on", "2026-04-06")]
    [InlineData("part_analysed_on", "2026-03-06")]
    [InlineData("satisfaction", "1")]
    public void the_claims_own_outcome_changes_nothing(string column, string value)
    {
        Assert.Contains(column, FeatureTable.Blocked);
        Assert.Equal(Values(Past), Values([.. Past[..^1], Ours((column, value))]));
    }

    [Theory]
    [InlineData("verdict", "paid")]
    [InlineData("attribution", "manufacturing")]
    [InlineData("rejection_reason", "accident")]
    [InlineData("rejection_note", "flood damage, impact")]
    public void the_outcome_of_another_claim_on_the_order_changes_nothing(string column, string value)
    {
        Row Other(params (string, string?)[] change) => Claim("Z1",
            [("repair_order_no", "RO-1"), ("causal_part", "P-7"), ("verdict", "rejected"), ("rejection_reason", "owner_damage"), ("attribution", "owner"), .. change]);

        Assert.Equal(Values([.. Past, Other()]), Values([.. Past, Other((column, value))]));
    }

    [Fact]
    public void no_feature_is_named_like_an_outcome() =>
        Assert.Empty(FeatureTable.All.Select(feature => feature.Name).Intersect(FeatureTable.Blocked));

    private static Row Ours(params (string, string?)[] change) => Claim("C1",
        [("vin", Vin), ("odometer_km", "30000"), ("labour_operation", "OP1"), ("labour_hours", "2"), ("standard_hours", "1"), ("replaced_parts", "P-7"), ("repair_order_no", "RO-1"), .. change]);

    private static Row After(string day, params (string, string?)[] change) => Claim("Z1", [("decided_on", day), ("closed_on", day), .. change]);

    private static Row Verdict(string claimId, string day) => Make(Tables.Verdicts, [], ("claim_id", claimId), ("version", "1"),
        ("finding", "owner_caused"), ("reviewer", "R1"), ("decided_at", day), ("selection", "random"), ("probability", "0.1"));

    private static IReadOnlyList<(string Name, double? Value)> Values(Row[] rows)
    {
        using var warehouse = Rows(rows);
        var row = ClaimFeatures.Read(warehouse, []).Single(one => one.Claim.ClaimId == "C1");
        return [.. FeatureTable.All.Select(feature => (feature.Name, feature.Value(row))), ("rules_score", Rules.Score(row))];
    }
}
