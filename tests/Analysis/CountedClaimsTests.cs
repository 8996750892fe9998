using ClaimInsights.Analysis;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Claims that count in clusters and rates: the contract, section 1, "What is known at an as-of date".</summary>
public class CountedClaimsTests
{
    private const string Vin = "LSVAA11A1P1000001";

    [Theory]
    [InlineData("counted", "vin", Vin)]
    [InlineData("no_vin", "vin", null)]
    [InlineData("unknown_vehicle", "vin", "LSVAA11A1P1999999")]
    [InlineData("withdrawn", "verdict", "withdrawn")]
    [InlineData("rejected", "verdict", "rejected")]
    [InlineData("counted", "verdict", "goodwill")]
    [InlineData("campaign", "campaign_code", "R26-01")]
    [InlineData("owner_or_external", "attribution", "owner")]
    [InlineData("owner_or_external", "attribution", "external")]
    [InlineData("counted", "attribution", "wear")]
    [InlineData("before_sale", "failed_on", "2025-01-31")]
    [InlineData("counted", "failed_on", "2025-02-01")]
    [InlineData("outside_warranty", "odometer_km", "100001")]
    [InlineData("counted", "odometer_km", "100000")]
    public void a_claim_counts_or_says_why_not(string standing, string column, string? value)
    {
        using var warehouse = Rows([Vehicle(Vin), Claim("C1", ("vin", Vin), (column, value))]);

        Assert.Equal(standing, Analyses.CountedClaims.Run(warehouse).Single().Standing);
    }

    [Theory]
    [InlineData("2026-02-01", "counted")]
    [InlineData("2026-02-02", "outside_warranty")]
    public void the_last_day_of_a_warranty_is_itself_inside(string failedOn, string standing)
    {
        using var warehouse = Rows([Vehicle(Vin, ("warranty_months", "12")), Claim("C1", ("vin", Vin), ("failed_on", failedOn))]);

        Assert.Equal(standing, Analyses.CountedClaims.Run(warehouse).Single().Standing);
    }

    [Fact]
    public void of_each_claim_the_highest_version_closed_by_the_as_of_date_counts()
    {
        using var warehouse = Rows(
        [
            Vehicle(Vin),
            Claim("C1", ("vin", Vin), ("verdict", "rejected"), ("rejection_reason", "other")),
            Claim("C1", ("vin", Vin), ("version", "2"), ("closed_on", "2026-06-30")),
            Claim("C1", ("vin", Vin), ("version", "3"), ("closed_on", "2026-07-01"), ("verdict", "withdrawn")),
        ]);

        Assert.Equal([new ClaimStanding("counted", 1, 100m)], Analyses.CountedClaims.Run(warehouse));
    }
}
