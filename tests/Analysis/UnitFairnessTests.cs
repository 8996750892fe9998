using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Who rejects more claims than others do of the same mix: on written rows, and of a simulated fleet with a planted dealer.</summary>
public class UnitFairnessTests
{
    [Fact]
    public void claims_are_counted_by_dealer_province_and_clerk()
    {
        using var warehouse = Rows(
        [
            Make(Tables.Dealers, [], ("dealer_code", "D001"), ("province", "Hubei")),
            Vehicle("LSVAA11A1P1000001", ("province", "Hunan")),
            Claim("C1", ("decided_by", "K01")),
            Claim("C2", ("vin", "LSVAA11A1P1000001"), ("dealer_code", "D002"), ("verdict", "rejected"), ("rejection_reason", "other")),
            Claim("C3", ("dealer_code", "D002"), ("verdict", "withdrawn")),
        ]);

        Assert.Equal(
            [("clerk", "K01", 1L, 0L), ("dealer", "D001", 1, 0), ("dealer", "D002", 1, 1), ("province", "Hubei", 1, 0), ("province", "Hunan", 1, 1)],
            Analyses.UnitRejections.Run(warehouse).Select(cell => (cell.Kind, cell.Unit, cell.Decided, cell.Rejected)));
    }

    [Fact]
    public void a_strict_clerk_comes_first_and_outside_and_one_with_hard_claims_does_not()
    {
        var cells = Enumerable.Range(0, 20).SelectMany(i => new[] { Cell($"K{i:00}", "manufacturing", 200, 18 + (i % 5)), Cell($"K{i:00}", "owner", 20, 18) })
            .Append(Cell("HARD", "owner", 200, 180)).Append(Cell("STRICT", "manufacturing", 200, 60));

        var rows = UnitFairness.Of([.. cells]);

        Assert.Equal("STRICT", rows[0].Unit);
        Assert.Equal(["STRICT"], rows.Where(row => row.IsOutside).Select(row => row.Unit));
        Assert.InRange(rows.Single(row => row.Unit == "HARD").Ratio, 0.8, 1.2);
        Assert.All(rows, row => Assert.InRange(row.Ratio, row.RatioLow, row.RatioHigh));
    }

    [Fact]
    public void few_units_or_no_rejection_give_no_rows()
    {
        Assert.Empty(UnitFairness.Of([]));
        Assert.Empty(UnitFairness.Of([Cell("K1", "manufacturing", 50, 0), Cell("K2", "manufacturing", 50, 0)]));
        Assert.Empty(UnitFairness.Of([Cell("K1", "manufacturing", 50, 5)]));
    }

    private static UnitRejectionCell Cell(string clerk, string attribution, long decided, long rejected) =>
        new("clerk", clerk, "P1", "0-11", attribution, true, decided, rejected);
}
