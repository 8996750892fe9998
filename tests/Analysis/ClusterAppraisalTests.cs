using ClaimInsights.Analysis;
using ClaimInsights.Tests.Statistics;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What appraisals found on a cluster's claims, beside the rest of its chart.</summary>
public class ClusterAppraisalTests
{
    [Fact]
    public void findings_of_the_cluster_stand_beside_those_of_the_other_claims_of_its_part_and_failure_mode()
    {
        using var warehouse = Rows([
            Vehicle("LSVAA11A1P1000001"), Vehicle("LSVAA11A1P1000002", ("built_on", "2025-02-01"), ("in_service_on", "2025-03-01")),
            Claim("C1", ("vin", "LSVAA11A1P1000001"), ("appraisal", "confirmed_defect")), Claim("C2", ("vin", "LSVAA11A1P1000001"), ("appraisal", "confirmed_defect")),
            Claim("C3", ("vin", "LSVAA11A1P1000001"), ("appraisal", "no_fault_found")), Claim("C4", ("vin", "LSVAA11A1P1000001"), ("appraisal", "none")), Claim("C5", ("vin", "LSVAA11A1P1000001")),
            Claim("C6", ("vin", "LSVAA11A1P1000002"), ("appraisal", "no_fault_found")), Claim("C7", ("vin", "LSVAA11A1P1000002"), ("appraisal", "no_fault_found"), ("failure_mode", "noise")),
        ]);
        warehouse.List([new DefectCluster(
            "C1", "P-100", "leak", "", new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31), 1, 5, 1, 5, 1, 9, 0, 0, "rate", null, null, null, null, 0, false, 0, null, null, null, null, null, "")]);

        var rows = ClusterAppraisal.Of(Analyses.AppraisalCounts.Run(warehouse));

        Assert.Equal([("confirmed_defect", 2L, 3L, 2L, 0L, 1L), ("no_fault_found", 1L, 3L, 2L, 1L, 1L)], rows.Select(one => (one.Appraisal, one.Claims, one.Appraised, one.Unappraised, one.RestClaims, one.RestAppraised)));
        Assert.Equal([0.0, 1.0], rows.Select(one => one.RestShare!.Value));
        // R 4.2.2: prop.test(2, 3, correct = FALSE)$conf.int
        Near.Equal(0.2076596, rows[0].ShareLow, 1e-6);
        Near.Equal(0.9385081, rows[0].ShareHigh, 1e-6);
    }

    [Fact]
    public void a_cluster_without_any_appraisal_has_no_row() =>
        Assert.Empty(ClusterAppraisal.Of([new("C1", "none", 5, 9), new("C1", "no_fault_found", 0, 2)]));
}
