using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>Rows on what reviews teach, for a report.</summary>
internal static class SampleReviews
{
    /// <param name="more">Added to every text that comes from data.</param>
    public static ReviewTables Of(string more = "") => new()
    {
        Yields =
        [
            .. Enumerable.Range(0, 5).SelectMany(i => new[]
            {
                new ReviewYield(new DateOnly(2025, 7, 1).AddMonths(3 * i), "model", 180, 40 + i, (40 + i) / 180.0, 0.17, 0.31),
                new ReviewYield(new DateOnly(2025, 7, 1).AddMonths(3 * i), "random", 20, 1, 0.05, 0.01, 0.24),
                new ReviewYield(new DateOnly(2025, 7, 1).AddMonths(3 * i), "all", 200, 41 + i, 0.06, 0.02, 0.2),
            }),
        ],
        Drift =
        [
            new("20260930-ab" + more, "score", "score", 12_000, 3_100, 0.31, null, 0.006, "past", true),
            new("20260930-ab" + more, "level", "random_slice", 80, 9, 1.6, 0.73, 3.04, "within", true),
            new("20260930-ab" + more, "input", "water_season" + more, 12_000, 3_100, 0.8, null, 0.006, "past", true),
            new("20260930-ab" + more, "input", "photos" + more, 12_000, 3_100, 0.001, null, 0.006, "within", true),
        ],
        QueueFairness =
        [
            new("province", "Hubei" + more, 900, 40, 0.044, 0.033, 0.06, 0.0004, 120, 0.2, 0.12, 0.31, 0.02, true),
            new("use", "private" + more, 13_000, 160, 0.012, 0.01, 0.014, 0.6, 0, null, null, null, null, false),
        ],
        Aids =
        [
            new("CLM-26-40000" + more, "impact", .8, "W8" + more, "W9" + more, "photos;old_part", .12), new("CLM-26-40001" + more, "water", .6, null, null, "", .3),
        ],
        Outliers =
        [
            new("D1042" + more, "2041R" + more, "WP-2041" + more, 9, 2.4, 1.1, 920, 310, 3.4, 5.6, 3.1, 2.2, 3.4, 8_100m),
            new("D7" + more, "700S" + more, "BMS-7002" + more, 21, 3, 3.2, 100, 110, 0, null, null, 0, 3.2, 2_050m),
        ],
        SecondLooks =
        [
            new("W1" + more, 1, "doubtful", "owner_caused", "A16" + more, 0.02, 0.9, "looked_and_clear", null, null, -0.58, null, null),
            new("W2" + more, 1, "miss", "owner_caused", "A16" + more, 0.03, null, "late_report|1", null, null, -0.1, null, null),
            new("W3" + more, 2, "false_alarm", "justified", null, 0.44, null, "words_water", "few_photos|0", null, 1.4, 0.3, null),
        ],
    };
}
