using ClaimInsights.Analysis.Guarantees;

namespace ClaimInsights.Tests.Reports;

/// <summary>Rows of the three-guarantees watch, one of each standing.</summary>
internal static class SampleGuarantees
{
    public static IReadOnlyList<ThreeGuarantee> Rows { get; } =
    [
        Row(1, "order-43", "repair_days", "24(4)", "", 38, 38, 31, "owed", null, "C10;C11;C12"),
        Row(1, "order-43", "main_part", "24(3)", "DCT-09", 3, 3, 3, "owed", null, "C10;C14;C19"),
        Row(2, "order-43", "repair_days", "24(4)", "", 27, null, 31, "one_step", "repair_days", "C21;C22"),
        Row(3, "order-150", "same_problem", "21", "WP-2041 leak", 5, 5, 6, "one_step", null, "C31;C32;C33;C34;C35"),
        Row(3, "order-150", "extended_warranty", "", "WP-2041 leak", 5, 5, 3, "extended_warranty_candidate", null, "C31;C32;C33;C34;C35"),
        Row(4, "order-43", "60_days", "23", "", 0, 1, 1, "unknown_class", "safety_class;use", "C41"),
        Row(5, "order-43", "safety_faults", "24(1)", "", 3, 3, 3, "unknown_start", "start", "C51;C52;C53"),
        Row(6, "order-43", "repair_days", "24(4)", "", 44, 44, 31, "remedied", null, "C61;C62"),
    ];

    private static ThreeGuarantee Row(
        int vehicle, string ruleSet, string clause, string article, string subject, int counter, int? atMost, int limit, string standing, string? unknown, string claims) => new(
        $"LSVAA11A1P100000{vehicle}", "Lanting", ruleSet, clause, article, subject, counter, atMost, limit, Math.Max(0, limit - counter), standing, unknown,
        new DateOnly(2025, 3, 1), new DateOnly(2027, 3, 1), 50_000, 23_456, counter >= limit ? new DateOnly(2026, 5, vehicle) : null, claims);
}
