using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Owner complaints about real vehicles, with their dirt.</summary>
public sealed class NhtsaTests
{
    [Fact]
    public void complaints_become_claims_and_the_receipt_adds_up()
    {
        Assert.SkipWhen(Repository.RealData is null, "the real data are not there: neither CLAIMINSIGHTS_REALDATA nor ../shared/data");
        using var given = new GivenStore();

        var receipt = given.TakeFiles(
            [Path.Combine(Repository.RealData, "nhtsa-hyundai", "complaints.csv")],
            maxQuarantine: 5,
            mapping: Path.Combine(Repository.Root, "samples", "mappings", "nhtsa-complaints.mapping.json"));

        // 18,718 complaints of one to several components each make 25,231 claims; four numbers came two to four times.
        Assert.Equal("read 25231 = stored 25003 + superseded 0 + known 2 + not closed 0 + quarantined 226", receipt.Counts());
        Assert.Equal(["bad_vin:168", "conflicting_row:5", "date_before_1990:48", "date_order:5"], receipt.Problems.Select(problem => $"{problem.Key}:{problem.Value}"));
        Assert.Equal(["18546|0|21216"], given.Rows(Tables.Claims, "select count(distinct split_part(claim_id, '#', 1)), count(vin), count(vin_prefix) from live"));
        Assert.Equal(
            ["crash", "fire", "make", "model", "model_year", "number_of_deaths", "number_of_injured", "vin_prefix"], given.Store.AttributesOf(Tables.Claims));
    }
}
