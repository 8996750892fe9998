using ClaimInsights.Analysis;
using ClaimInsights.Tests.Statistics;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Parts replaced together on a cluster's claims, beside the rest of its chart.</summary>
public class ClusterPartTests
{
    [Fact]
    public void each_claim_names_a_further_part_once_and_the_causal_part_is_none()
    {
        using var warehouse = Rows([
            Vehicle("LSVAA11A1P1000001"), Vehicle("LSVAA11A1P1000002", ("built_on", "2025-02-01"), ("in_service_on", "2025-03-01")),
            Claim("C1", ("vin", "LSVAA11A1P1000001"), ("replaced_parts", "SEAL;HOSE; SEAL")), Claim("C2", ("vin", "LSVAA11A1P1000001"), ("replaced_parts", "SEAL;P-100")),
            Claim("C3", ("vin", "LSVAA11A1P1000001")), Claim("C4", ("vin", "LSVAA11A1P1000002"), ("replaced_parts", "SEAL;PUMP")),
            Claim("C5", ("vin", "LSVAA11A1P1000002"), ("replaced_parts", "SEAL"), ("failure_mode", "noise")),
        ]);
        warehouse.List([new DefectCluster(
            "C1", "P-100", "leak", "", new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31), 1, 3, 1, 3, 1, 9, 0, 0, "rate", null, null, null, null, 0, false, 0, null, null, null, null, null, "")]);

        Assert.Equal(
            [new ReplacedPartCount("C1", "HOSE", 1, 3, 0, 1), new ReplacedPartCount("C1", "SEAL", 2, 3, 1, 1)], Analyses.ReplacedPartCounts.Run(warehouse));
    }

    [Fact]
    public void the_lift_is_drawn_towards_one_and_one_claim_is_no_pattern()
    {
        var row = Assert.Single(ClusterPart.Of([new("C1", "SEAL", 9, 12, 2, 40), new("C1", "HOSE", 1, 12, 0, 40)]));

        // R 4.2.2: E <- 12*2.5/41; (2+9)/(2+E); qgamma(c(.025, .975), 2+9, 2+E)
        Near.Equal(0.731707317073, row.Expected, 1e-8);
        Near.Equal(4.026785714286, row.Lift, 1e-8);
        Near.Equal(2.010156920149, row.LiftLow, 1e-8);
        Near.Equal(6.732183908239, row.LiftHigh, 1e-8);
    }
}
