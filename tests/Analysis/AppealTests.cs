using ClaimInsights.Analysis.Fairness;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>What became of rejections, on written rows.</summary>
public class AppealTests
{
    [Fact]
    public void a_resubmission_that_is_paid_and_an_appeal_are_followed_to_their_end()
    {
        using var warehouse = Rows(
        [
            Rejected("R1"), Claim("N1", ("prior_claim_id", "R1"), ("closed_on", "2026-03-30"), ("claimed_amount", "90.00"), ("approved_amount", "80.00")),
            Rejected("R2"), Rejected("N2", ("prior_claim_id", "R2"), ("closed_on", "2026-04-05"), ("rejection_reason", "duplicate")),
            Rejected("A1"), Claim("A1", ("version", "2"), ("closed_on", "2026-04-09"), ("appeal", "overturned")),
            Rejected("A2", ("appeal", "upheld")), Rejected("R3"), Claim("P1"),
        ]);

        var rows = Appeal.In(warehouse);

        var first = rows[0];
        Assert.Equal([(new DateOnly(2026, 1, 1), "insufficient_evidence"), (new DateOnly(2026, 4, 1), "duplicate")], rows.Select(row => (row.Quarter, row.Reason)));
        Assert.Equal((5L, 2L, 0.4, 1L, 0.5), (first.Rejected, first.Resubmitted, first.ResubmittedShare, first.ResubmittedPaid, first.PaidShare));
        Assert.Equal((2L, 1L, 1L, 0.5), (first.Appealed, first.Overturned, first.Upheld, first.OverturnedShare));
        // R: prop.test(1, 2, correct = FALSE)$conf.int
        Assert.Equal(0.09453121, first.OverturnedLow!.Value, 6);
        Assert.Equal(0.90546879, first.OverturnedHigh!.Value, 6);
        // 20 days of the resubmission, 30 of the appeal.
        Assert.Equal((2L, 25.0, 500m, 180m), (first.PaidAfterAll, first.MeanDaysLost, first.ClaimedAmount, first.PaidAmount));
        Assert.Null(rows[1].OverturnedShare);
        Assert.Null(rows[1].MeanDaysLost);
    }

    [Fact]
    public void a_resubmission_after_the_as_of_date_is_not_known_yet()
    {
        using var warehouse = Rows([Rejected("R1"), Claim("N1", ("prior_claim_id", "R1"), ("closed_on", "2026-07-01"))]);

        Assert.Equal(0, Assert.Single(Appeal.In(warehouse)).Resubmitted);
    }

    private static ClaimInsights.Tests.Row Rejected(string id, params (string, string?)[] change) =>
        Claim(id, [("verdict", "rejected"), ("rejection_reason", "insufficient_evidence"), ("approved_amount", "0"), .. change]);
}
