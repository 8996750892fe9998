using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>Rows on how claims are decided such as a fleet of 60,000 vehicles gives.</summary>
internal static class SampleDecisions
{
    private static readonly DateOnly Quarter = new(2026, 7, 1);

    public static DecisionTables Of(string text = "D1042") => new()
    {
        Breakdown =
        [
            .. new[] { "part", "model", "dealer", "province" }.SelectMany(dimension => Enumerable.Range(1, 9).Select(rank => new RejectionBreakdown(
                Quarter, dimension, text + rank, rank % 2 == 0 ? "insufficient_evidence" : "out_of_time", rank % 2 == 0 ? "evidence_missing" : "rule_says_no", "", 40 - rank, rank, 400, .1, .07, .13, 120_000 - (rank * 10_000), rank, .1 * rank))),
        ],
        Prevention =
        [
            new("out_of_time", "expired_warranty", "days_past_end", 120, 118, 44, 300, 30, 41, .35, .27, .44, null),
            new("insufficient_evidence", "", "no_photos", 310, 300, null, null, null, 190, .63, .58, .69, .12),
        ],
        Notes = [new("other", "not_coded", 12, .4, .2, .6, null, text), new("out_of_time", "owner_damage", 7, .02, .01, .05, false, text + " | 客户自行改装"), new("accident", "accident", 80, .9, .8, .95, true, text)],
        Moves =
        [
            new("quarter", new(2026, 4, 1), Quarter, "reason", "insufficient_evidence", 4000, 200, 4200, 420, .05, .002, .048), new("quarter", new(2026, 4, 1), Quarter, "reason", "accident", 4000, 80, 4200, 60, -.0057, -.0050, -.0007),
        ],
        Rejected = [.. Enumerable.Range(1, 5).Select(i => new RejectedClaim($"{text}-{i}", 1, new(2026, 9, 28 - i), "insufficient_evidence", "within|manufacturing|authorised|thin", text, text, "WP-2041", "leak", 900))],
        Changes = [new("insufficient_evidence", new(2026, 6, 1), 6, 4, .05, .1, .001, .049, .03, .06, 1e-9, true)],
        Appeals = [new(Quarter, "insufficient_evidence", 420, 60, .14, 44, .73, .6, .83, 80, 30, 50, .375, .28, .48, 74, 38.5, 510_000, 88_000), new(Quarter, "accident", 60, 0, 0, 0, null, null, null, 0, 0, 0, null, null, null, 0, null, 70_000, 0)],
        AgainstRules = [new("paid_against_rule", "out_of_mileage", 1, 1_250.5m, [text + "-9"]), new("rejected_though_covered", "out_of_time", 1, 3_400m, [text + "-8"])],
        Fairness = [new("dealer", text, 300, 90, 31.2, 2.7, 2.2, 3.3, .29, .04, .17, true), new("province", "四川", 900, 140, 120, 1.1, .9, 1.3, .13, .08, .15, false), new("clerk", text, 100, 30, 11, 2.4, 1.6, 3.3, .27, .03, .2, true)],
        LikePairs = [new("WP-2041", "leak", text, 12, "within|manufacturing|authorised|full", text + "-1", text + "-2", text, text, null, text, "insufficient_evidence", 800, 900)],
        Consistency = [new("", 900, 840, .933, .915, .948), new(text, 40, 30, .75, .6, .86)],
        Amounts = [new("hours_outlier", text, 200, 30, .15, .11, .21, .02, 48_000, text + "-1;" + text + "-2"), new("repeat_repair", text, 200, 2, .01, .003, .036, .02, 900, text)],
        Lags = [new("", 9000, new(2025, 10, 1), 38, 81, .36, .78, .94, 1, 44, 1e-12, .002), new(text, 700, new(2025, 10, 1), 52, 97, .21, .62, .87, .99, null, null, null)],
        Nowcasts = [.. Enumerable.Range(0, 12).Select(i => new ClaimNowcast(new DateOnly(2025, 10, 1).AddMonths(i), "", 900 - (i < 9 ? 0 : (i - 8) * 230), i < 9 ? 1 : 1 - ((i - 8) * .25), 900, i < 9 ? 900 : 850, i < 9 ? 900 : 960))],
        StageUnits =
        [
            new("inspected", "dealer", text, 300, 9, 22, 7, 200, .67, .61, .72, 60, 3.2, 2.8, 3.6, 1500, true), new("total", "dealer", text, 300, 30, 62, 45, 90, .3, .25, .35, 40, 2.1, 1.7, 2.6, 1600, true),
            new("decided", "province", "四川", 900, 7, 15, 15, 95, .11, .09, .13, 90, 1.04, .9, 1.2, 120, false),
        ],
        StageEnds = [new(new(2026, 9, 1), "paid", 1500, 1320, .88, .86, .9, 10, .7, .68, .72, true), new(new(2026, 6, 1), "followed_up", 1500, 900, .6, .57, .62, null, null, null, null, true)],
        ReportMonths = [new(new(2026, 8, 1), 800, 1000, .8, 28, 33, null), new(new(2026, 9, 1), 100, null, null, 12, null, null)],
        Satisfaction = [new("paid", 0, 14, 300, 120, 4.4, 4.2, 4.6, .9, .83, .94), new("rejected", 61, null, 20, 1, 1, null, null, 0, 0, .8)],
    };
}
