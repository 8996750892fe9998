using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Tests.Analysis;

/// <summary>A change of treatment is dated and named; a change of the claims that come is not.</summary>
public class RuleChangeTests
{
    [Fact]
    public void a_reason_that_like_claims_meet_more_often_is_named_with_its_month()
    {
        var cells = Enumerable.Range(1, 12).SelectMany(month => new[]
        {
            Cell(month, "thin", "", month < 8 ? 90 : 70), Cell(month, "thin", "insufficient_evidence", month < 8 ? 10 : 30),
            Cell(month, "full", "", 195), Cell(month, "full", "other", 5),
        }).ToList();

        var changes = RuleChange.Of(cells);

        var first = changes[0];
        Assert.Equal(("insufficient_evidence", new DateOnly(2025, 8, 1), 6, 5, true), (first.Reason, first.From, first.MonthsBefore, first.MonthsAfter, first.IsNamed));

        // A third of the claims are thin: .2 more of them rejected is a fifteenth of all.
        Assert.Equal(0.2 / 3, first.RuleEffect, 9);
        Assert.Equal(0, first.MixEffect, 9);

        // R: w <- 1/3; s <- (60+150)/1100; sqrt(w^2*s*(1-s)*(1/600+1/500))  # 0.0079327986
        Assert.Equal(0.0079327986, (first.RuleHigh - first.RuleLow) / 2 / 1.959963985, 6);
        Assert.DoesNotContain(changes.Skip(1), change => change.IsNamed);
    }

    [Fact]
    public void more_thin_claims_alone_are_no_change_of_rule()
    {
        var cells = Enumerable.Range(1, 12).SelectMany(month => new[]
        {
            Cell(month, "thin", "", month < 8 ? 90 : 180), Cell(month, "thin", "insufficient_evidence", month < 8 ? 10 : 20), Cell(month, "full", "", 200),
        }).ToList();

        var change = RuleChange.Of(cells).Single();

        Assert.False(change.IsNamed);
        Assert.Equal(0, change.RuleEffect, 9);
    }

    private static RejectionCell Cell(int month, string kind, string reason, long claims) => new(new DateOnly(2025, month, 1), kind, reason, claims);
}
