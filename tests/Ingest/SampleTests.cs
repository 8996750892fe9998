using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>What lies in samples/ can be tried as it is.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void the_monthly_delivery_is_taken_in_but_for_two_rows()
    {
        var receipt = given.TakeFiles([Sample("deliveries", "monthly")], asOf: "2025-12-31", maxQuarantine: 5);

        Assert.Equal("read 67 = stored 64 + superseded 1 + known 0 + not closed 0 + quarantined 2", receipt.Counts());
        Assert.Equal(["bad_vin:1", "not_whole:1"], receipt.Problems.Select(problem => $"{problem.Key}:{problem.Value}"));
    }

    [Fact]
    public void the_dealer_export_is_taken_in_with_its_mapping()
    {
        var receipt = given.TakeFiles([Sample("deliveries", "dealer-export")], mapping: Sample("mappings", "dealer-export.mapping.json"), maxQuarantine: 0);

        Assert.Equal(3, receipt.Stored);
        Assert.Equal(
            ["SP-2025-0001|12400|paid|1250.50|Lark", "SP-2025-0002|8100|rejected|860.00|Heron", "SP-2025-0003|950|goodwill|420.00|Lark"],
            given.Rows(Tables.Claims, "select claim_id, odometer_km, verdict, claimed_amount, 车型 from live order by 1"));
    }

    private static string Sample(params string[] path) => Path.Combine([Repository.Root, "samples", .. path]);
}
